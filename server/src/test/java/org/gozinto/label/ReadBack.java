/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import com.google.zxing.ReaderException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.gozinto.image.ImageReading;

/** Reads documents of labels back: what a scanner would see on them. */
final class ReadBack {

    private static final ImageReading READING = new ImageReading();
    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v(\\d+)h-\\d+z");
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
    private static final Pattern FIELD = Pattern.compile("\\^F([OT])(\\d+),(\\d+)(.*?)\\^FS", Pattern.DOTALL);
    private static final Pattern PICTURE = Pattern.compile("\\^GFA,(\\d+),(\\d+),(\\d+),(.*)", Pattern.DOTALL);
    private static final Pattern BARS =
            Pattern.compile("\\^BY(\\d+),3,\\d+(\\^B[CE8U2])N,\\d+,N[N,]*\\^FH_\\^FD(.*)", Pattern.DOTALL);

    static {
        // Under test the library fills in the stack of each thing that it does not find; in the server it does not.
        ReaderException.setStackTrace(false);
    }

    private ReadBack() {}

    static List<String> png(byte[] png) {
        return READING.read(png).codes();
    }

    static List<String> image(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return png(out.toByteArray());
    }

    static List<String> pdf(byte[] pdf, int page) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return image(new PDFRenderer(document).renderImageWithDPI(page, 300, ImageType.GRAY));
        }
    }

    /** Paints the bars of an SVG from its text. */
    static List<String> svg(byte[] svg) throws IOException {
        String text = new String(svg, StandardCharsets.UTF_8);
        Matcher size = SIZE.matcher(text);
        if (!size.find()) {
            throw new AssertionError("no size in " + text);
        }
        BufferedImage image = white(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.BLACK);
        Matcher bar = BAR.matcher(text);
        while (bar.find()) {
            pen.fillRect(number(bar, 1), number(bar, 2), number(bar, 3), number(bar, 4));
        }
        pen.dispose();
        return image(image);
    }

    private static BufferedImage white(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return image;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** What the commands of a ZPL label say: pictures are decoded, the data of bar commands is read by their rules. */
    static List<String> zpl(byte[] zpl) throws IOException {
        String text = new String(zpl, StandardCharsets.UTF_8);
        List<String> codes = new ArrayList<>();
        Matcher fields = FIELD.matcher(text);
        while (fields.find()) {
            Matcher picture = PICTURE.matcher(fields.group(4));
            Matcher bars = BARS.matcher(fields.group(4));
            if (picture.matches()) {
                codes.addAll(image(picture(picture)));
            } else if (bars.matches()) {
                codes.add(bars(bars.group(2), unescaped(bars.group(3))));
            }
        }
        return codes;
    }

    private static String bars(String command, String data) {
        return switch (command) {
            case "^BC" -> code128(data);
            case "^BE" -> "]E0" + data + org.gozinto.identify.CheckDigit.of(data);
            case "^B8" -> "]E4" + data + org.gozinto.identify.CheckDigit.of(data);
            case "^BU" -> "]E00" + data + org.gozinto.identify.CheckDigit.of(data);
            default -> "]I0" + data;
        };
    }

    private static String unescaped(String data) {
        var out = new StringBuilder();
        for (int i = 0; i < data.length(); i++) {
            if (data.charAt(i) == '_') {
                out.append((char) Integer.parseInt(data.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                out.append(data.charAt(i));
            }
        }
        return out.toString();
    }

    /** The rules of the ZPL guide for ^BC: a greater-than sign and a character. */
    private static String code128(String data) {
        var out = new StringBuilder();
        boolean gs1 = data.startsWith(">8", 2);
        for (int i = 0; i < data.length(); i++) {
            char c = data.charAt(i);
            if (c != '>') {
                out.append(c);
                continue;
            }
            char what = data.charAt(++i);
            switch (what) {
                case ';', ':', '9', '5', '6', '7' -> {}
                case '8' -> out.append(i == 3 ? "" : "\u001d");
                case '0' -> out.append('>');
                case '<' -> out.append('^');
                case '=' -> out.append('~');
                default -> throw new AssertionError("unknown >" + what);
            }
        }
        return (gs1 ? "]C1" : "]C0") + out;
    }

    /** A picture on white that is large enough for a reader. */
    private static BufferedImage picture(Matcher field) {
        int bytesPerRow = number(field, 3);
        int rows = number(field, 2) / bytesPerRow;
        String digits = digits(field.group(4), bytesPerRow * 2);
        BufferedImage image = white(bytesPerRow * 8 + 80, rows + 80);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < bytesPerRow * 8; x++) {
                int digit = Character.digit(digits.charAt(y * bytesPerRow * 2 + x / 4), 16);
                if ((digit >> (3 - x % 4) & 1) == 1) {
                    image.getRaster().setSample(x + 40, y + 40, 0, 0);
                }
            }
        }
        return image;
    }

    private static String digits(String shortened, int rowDigits) {
        var all = new StringBuilder();
        int run = 0;
        for (char c : shortened.toCharArray()) {
            if (c == ':') {
                all.append(all.substring(all.length() - rowDigits));
            } else if (c == ',') {
                all.append("0".repeat(rowDigits - all.length() % rowDigits));
            } else if (c >= 'G' && c <= 'Y') {
                run += c - 'F';
            } else if (c >= 'g' && c <= 'z') {
                run += (c - 'f') * 20;
            } else {
                all.append(String.valueOf(c).repeat(Math.max(1, run)));
                run = 0;
            }
        }
        return all.toString();
    }
}
