/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.image;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.oned.UPCEReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;

/**
 * Reads the codes on a picture. Its size is taken from its head before it is unpacked, and few are unpacked at a time,
 * since a small file can be a large picture. Safe for use by many threads.
 */
public final class ImageReading {

    public static final int BYTES_MAX = 10 << 20;
    static final long PIXELS_MAX = 40_000_000;

    /** Larger pictures are looked at in a smaller size first: a code that fills a photo needs no more. */
    private static final int PIXELS_AT_ONCE = 1_500_000;

    private static final int AT_A_TIME = 2;
    private static final int WAIT_SECONDS = 30;
    private static final char GS = 0x1D;

    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    /**
     * What was read.
     *
     * @param codes each with the identifier of its symbology in front, as a scanner gives it: {@code ]d201…}
     * @param symbologies of the codes, in the same order
     */
    public record Codes(List<String> codes, List<String> symbologies) {}

    /** The codes on a picture; what is no picture, too large or broken is refused. */
    public Codes read(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw tooLarge("The image has " + bytes.length + " bytes.", "at most " + BYTES_MAX + " bytes");
        }
        return inTurn(() -> read(Grey.of(image(bytes))));
    }

    /** Refuses a picture that cannot be shown: one that is broken, or has too many pixels. */
    public void requireWhole(byte[] bytes) {
        inTurn(() -> image(bytes));
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.of("busy", "Too much is going on", "Other images are being read.")
                        .status(503)
                        .asException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static RefusedException tooLarge(String detail, String expected) {
        return Refusal.of("image-too-large", "The image is too large", detail)
                .status(413)
                .at("", expected, "Send a smaller picture; the codes need not be larger than the screen.")
                .asException();
    }

    private static RefusedException unreadable(String detail) {
        return Refusal.of("image-unreadable", "The image cannot be read", detail)
                .at("", "a whole PNG, JPEG, GIF or BMP", "Take the picture again, or save it in another form.")
                .asException();
    }

    private static BufferedImage image(byte[] bytes) {
        ImageReader reader = null;
        try (ImageInputStream in =
                new javax.imageio.stream.MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw Refusal.of("not-an-image", "It is no image", "What was sent is no PNG, JPEG, GIF or BMP.")
                        .status(400)
                        .at("", "a PNG, JPEG, GIF or BMP", "Send a picture.")
                        .asException();
            }
            reader = readers.next();
            // Texts and profiles in the file are not looked at.
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > PIXELS_MAX) {
                throw tooLarge(
                        "The image is " + reader.getWidth(0) + " × " + reader.getHeight(0) + " pixels.",
                        "at most " + PIXELS_MAX + " pixels");
            }
            if (pixels < 1) {
                throw unreadable("The image has no pixels.");
            }
            return reader.read(0);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw unreadable("It begins like an image, and then: " + e.getMessage() + ".");
        } catch (RefusedException e) {
            throw e;
        } catch (RuntimeException e) {
            // The readers of the JDK were not made for files that are broken on purpose.
            throw unreadable("It begins like an image and is broken.");
        } finally {
            if (reader != null) {
                reader.dispose();
            }
        }
    }

    private static Codes read(Grey picture) {
        Map<String, String> found = new LinkedHashMap<>();
        long pixels = (long) picture.getWidth() * picture.getHeight();
        int times = (int) Math.ceil(Math.sqrt(pixels / (double) PIXELS_AT_ONCE));
        look(times > 1 ? picture.smaller(times) : picture, found);
        if (found.isEmpty() && times > 1) {
            look(times > 2 ? picture.smaller(2) : picture, found);
        }
        return new Codes(List.copyOf(found.keySet()), List.copyOf(found.values()));
    }

    private static void look(Grey picture, Map<String, String> found) {
        new CodeFinder(picture).all().forEach(r -> found.putIfAbsent(code(r), word(r.getBarcodeFormat())));
    }

    /** The text as a scanner gives it. The library tells of FNC1 in a way of its own for each symbology. */
    private static String code(Result result) {
        Object said = result.getResultMetadata() == null
                ? null
                : result.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER);
        String text = result.getText();
        BarcodeFormat format = result.getBarcodeFormat();
        if (format == BarcodeFormat.CODE_128) {
            // When the check character has the value of FNC1 the library leaves it in the text.
            text = !text.isEmpty() && text.charAt(text.length() - 1) == GS
                    ? text.substring(0, text.length() - 1)
                    : text;
            return text.startsWith("]C1") ? text : "]C0" + text;
        }
        if (format == BarcodeFormat.DATA_MATRIX && !text.isEmpty() && text.charAt(0) == GS) {
            return "]d2" + text.substring(1);
        }
        if (format == BarcodeFormat.UPC_A || format == BarcodeFormat.UPC_E) {
            // A scanner gives both as the thirteen digits that they stand for (ISO/IEC 15424).
            return "]E00" + (format == BarcodeFormat.UPC_E ? UPCEReader.convertUPCEtoUPCA(text) : text);
        }
        if (format == BarcodeFormat.RSS_EXPANDED || format == BarcodeFormat.RSS_14) {
            return "]e0" + text;
        }
        return (said == null ? fallback(format) : said.toString()) + text;
    }

    private static String fallback(BarcodeFormat format) {
        return switch (format) {
            case EAN_13, UPC_A, UPC_E -> "]E0";
            case EAN_8 -> "]E4";
            case ITF -> "]I1";
            case CODE_39 -> "]A0";
            case CODE_93 -> "]G0";
            case CODABAR -> "]F0";
            case DATA_MATRIX -> "]d1";
            case QR_CODE -> "]Q1";
            case AZTEC -> "]z0";
            case PDF_417 -> "]L0";
            default -> "";
        };
    }

    private static String word(BarcodeFormat format) {
        return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
