/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the codes on a picture. Its size is taken from its head before it is unpacked, and few are unpacked at a time,
 * since a small file can be a large picture. Safe for use by many threads.
 */
final class ImageReading {

    static final int BYTES_MAX = 10 << 20;
    static final long PIXELS_MAX = 40_000_000;

    /** Larger pictures are looked at in a smaller size first: a code that fills a photo needs no more. */
    private static final int PIXELS_AT_ONCE = 3_000_000;

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
    record Codes(List<String> codes, List<String> symbologies) {}

    Codes read(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw tooLarge("The image has " + bytes.length + " bytes.", "at most " + BYTES_MAX + " bytes");
        }
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
            return read(Grey.of(image(bytes)));
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

    /** A picture as brightness, a byte a pixel; what can be seen through is white. */
    private static final class Grey extends LuminanceSource {
        private final byte[] brightness;

        private Grey(byte[] brightness, int width, int height) {
            super(width, height);
            this.brightness = brightness;
        }

        static Grey of(BufferedImage image) {
            int width = image.getWidth();
            int height = image.getHeight();
            byte[] brightness = new byte[width * height];
            int[] row = new int[width];
            for (int y = 0; y < height; y++) {
                image.getRGB(0, y, width, 1, row, 0, width);
                for (int x = 0; x < width; x++) {
                    int rgb = row[x];
                    int alpha = rgb >>> 24;
                    int grey = (306 * (rgb >> 16 & 0xFF) + 601 * (rgb >> 8 & 0xFF) + 117 * (rgb & 0xFF)) >> 10;
                    brightness[y * width + x] = (byte) ((grey * alpha + 255 * (255 - alpha)) / 255);
                }
            }
            return new Grey(brightness, width, height);
        }

        /** The mean of squares of pixels. */
        Grey smaller(int times) {
            int width = getWidth() / times;
            int height = getHeight() / times;
            byte[] means = new byte[width * height];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int sum = 0;
                    for (int dy = 0; dy < times; dy++) {
                        int from = (y * times + dy) * getWidth() + x * times;
                        for (int dx = 0; dx < times; dx++) {
                            sum += brightness[from + dx] & 0xFF;
                        }
                    }
                    means[y * width + x] = (byte) (sum / (times * times));
                }
            }
            return new Grey(means, width, height);
        }

        @Override
        public byte[] getRow(int y, byte @Nullable [] row) {
            byte[] into = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
            System.arraycopy(brightness, y * getWidth(), into, 0, getWidth());
            return into;
        }

        @Override
        public byte[] getMatrix() {
            return brightness;
        }

        @Override
        public boolean isCropSupported() {
            return true;
        }

        @Override
        public LuminanceSource crop(int left, int top, int width, int height) {
            byte[] part = new byte[width * height];
            for (int y = 0; y < height; y++) {
                System.arraycopy(brightness, (top + y) * getWidth() + left, part, y * width, width);
            }
            return new Grey(part, width, height);
        }

        @Override
        public boolean isRotateSupported() {
            return true;
        }

        @Override
        public LuminanceSource rotateCounterClockwise() {
            int width = getWidth();
            int height = getHeight();
            byte[] turned = new byte[brightness.length];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    turned[(width - 1 - x) * height + y] = brightness[y * width + x];
                }
            }
            return new Grey(turned, height, width);
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
        for (Binarizer binarizer : List.of(new HybridBinarizer(picture), new GlobalHistogramBinarizer(picture))) {
            var bitmap = new BinaryBitmap(binarizer);
            List<Result> results = new ArrayList<>();
            add(() -> new GenericMultipleBarcodeReader(new MultiFormatReader()).decodeMultiple(bitmap, hints()), results);
            add(() -> new QRCodeMultiReader().decodeMultiple(bitmap, hints()), results);
            results.forEach(r -> found.putIfAbsent(code(r), word(r.getBarcodeFormat())));
        }
    }

    private interface Look {
        Result[] at() throws NotFoundException;
    }

    private static void add(Look look, List<Result> results) {
        try {
            results.addAll(List.of(look.at()));
        } catch (NotFoundException e) {
            // Nothing of the kind is on the picture.
        }
    }

    private static Map<DecodeHintType, Object> hints() {
        return Map.of(
                DecodeHintType.TRY_HARDER,
                Boolean.TRUE,
                DecodeHintType.ALSO_INVERTED,
                Boolean.TRUE,
                DecodeHintType.ASSUME_GS1,
                Boolean.TRUE);
    }

    /** The text as a scanner gives it. The library has its own ways to tell of FNC1, a different one for each symbology. */
    private static String code(Result result) {
        Object said = result.getResultMetadata() == null
                ? null
                : result.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER);
        String text = result.getText();
        BarcodeFormat format = result.getBarcodeFormat();
        if (format == BarcodeFormat.CODE_128) {
            return text.startsWith("]C1") ? text : "]C0" + text;
        }
        if (format == BarcodeFormat.DATA_MATRIX && !text.isEmpty() && text.charAt(0) == GS) {
            return "]d2" + text.substring(1);
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
