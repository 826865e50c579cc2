/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.output.Java2DRenderer;

/** What a browser's camera sees: symbols one after the other, over and over, as a film of raw frames (Y4M). */
final class FakeCamera {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FRAMES_A_SECOND = 2;

    private final List<BufferedImage> frames = new ArrayList<>();
    private final int framesOfEach;

    private FakeCamera(int framesOfEach) {
        this.framesOfEach = framesOfEach;
    }

    /** A camera that looks at each symbol for so many halves of a second. */
    static FakeCamera lookingFor(int halves) {
        return new FakeCamera(halves);
    }

    FakeCamera at(BufferedImage label) {
        frames.add(label);
        return this;
    }

    /** Nothing but a table. */
    FakeCamera atNothing() {
        return at(empty());
    }

    /** Writes the film. */
    Path film(Path folder) throws IOException {
        Path file = folder.resolve("film.y4m");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write("YUV4MPEG2 W%d H%d F%d:1 Ip A1:1 C420jpeg\n"
                    .formatted(WIDTH, HEIGHT, FRAMES_A_SECOND)
                    .getBytes(StandardCharsets.US_ASCII));
            for (BufferedImage frame : frames) {
                byte[] raw = grey(frame);
                for (int i = 0; i < framesOfEach; i++) {
                    out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                    out.write(raw);
                }
            }
        }
        return file;
    }

    static BufferedImage gs1DataMatrix(String bracketed) {
        return label(gs1(new DataMatrix(), bracketed), 9);
    }

    static BufferedImage gs1Code128(String bracketed) {
        return label(gs1(new Code128(), bracketed), 3);
    }

    static BufferedImage code128(String text) {
        return label(with(new Code128(), text), 3);
    }

    /** A printed label on a table. */
    static BufferedImage onTable(BufferedImage label) {
        BufferedImage image = empty();
        Graphics2D pen = image.createGraphics();
        pen.drawImage(label, (WIDTH - label.getWidth()) / 2, (HEIGHT - label.getHeight()) / 2, null);
        pen.dispose();
        return image;
    }

    /** A table without a label. */
    static BufferedImage nothing() {
        return empty();
    }

    /** Two labels in one picture, cut to their symbols. */
    static BufferedImage above(BufferedImage first, BufferedImage second) {
        BufferedImage image = empty();
        Graphics2D pen = image.createGraphics();
        int half = HEIGHT / 2;
        pen.drawImage(first.getSubimage(0, half / 2, WIDTH, half), 0, 0, null);
        pen.drawImage(second.getSubimage(0, half / 2, WIDTH, half), 0, half, null);
        pen.dispose();
        return image;
    }

    private static Symbol gs1(Symbol symbol, String bracketed) {
        symbol.setDataType(Symbol.DataType.GS1);
        return with(symbol, bracketed);
    }

    private static Symbol with(Symbol symbol, String text) {
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setContent(text);
        return symbol;
    }

    private static BufferedImage empty() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0x8a, 0x8a, 0x8a));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        return image;
    }

    /** A white label on a table, with the symbol in its middle. */
    private static BufferedImage label(Symbol symbol, int dotsOfAModule) {
        BufferedImage image = empty();
        Graphics2D pen = image.createGraphics();
        int width = symbol.getWidth() * dotsOfAModule;
        int height = symbol.getHeight() * dotsOfAModule;
        int margin = 12 * dotsOfAModule;
        int left = (WIDTH - width) / 2;
        int top = (HEIGHT - height) / 2;
        pen.setColor(Color.WHITE);
        pen.fillRect(left - margin, top - margin, width + 2 * margin, height + 2 * margin);
        pen.translate(left, top);
        new Java2DRenderer(
                        pen,
                        dotsOfAModule,
                        uk.org.okapibarcode.graphics.Color.WHITE,
                        uk.org.okapibarcode.graphics.Color.BLACK)
                .render(symbol);
        pen.dispose();
        return image;
    }

    /** The brightness of each dot, then the two planes of colour, which are all the same. */
    private static byte[] grey(BufferedImage image) {
        int dots = WIDTH * HEIGHT;
        byte[] raw = new byte[dots + dots / 2];
        byte[] brightness = new byte[dots];
        image.getRaster().getDataElements(0, 0, WIDTH, HEIGHT, brightness);
        System.arraycopy(brightness, 0, raw, 0, dots);
        java.util.Arrays.fill(raw, dots, raw.length, (byte) 0x80);
        return raw;
    }
}
