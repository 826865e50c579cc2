/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.image;

import com.google.zxing.LuminanceSource;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** A picture as brightness, a byte a pixel; what can be seen through is white. */
final class Grey extends LuminanceSource {
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

    /** The same with a white frame. */
    Grey framed(int margin) {
        int width = getWidth() + 2 * margin;
        int height = getHeight() + 2 * margin;
        byte[] framed = new byte[width * height];
        java.util.Arrays.fill(framed, (byte) 255);
        for (int y = 0; y < getHeight(); y++) {
            System.arraycopy(brightness, y * getWidth(), framed, (y + margin) * width + margin, getWidth());
        }
        return new Grey(framed, width, height);
    }

    /** The pixels along a straight line, a row of its own; beside the picture it is white. */
    Grey line(double fromX, double fromY, double toX, double toY) {
        int length = Math.max(1, (int) Math.round(Math.hypot(toX - fromX, toY - fromY)));
        byte[] along = new byte[length];
        for (int i = 0; i < length; i++) {
            int x = (int) Math.floor(fromX + (toX - fromX) * i / length);
            int y = (int) Math.floor(fromY + (toY - fromY) * i / length);
            boolean inside = x >= 0 && y >= 0 && x < getWidth() && y < getHeight();
            along[i] = inside ? brightness[y * getWidth() + x] : (byte) 255;
        }
        return new Grey(along, length, 1);
    }

    /** How much brighter the lightest pixel of a square is than its darkest. */
    int contrast(int left, int top, int side) {
        int least = 255;
        int most = 0;
        for (int y = top; y < Math.min(getHeight(), top + side); y++) {
            for (int x = left; x < Math.min(getWidth(), left + side); x++) {
                int value = brightness[y * getWidth() + x] & 0xFF;
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return most - least;
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
