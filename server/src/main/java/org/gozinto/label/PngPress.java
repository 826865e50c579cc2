/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/** One PNG, with the resolution in it, so that it prints in its size. */
final class PngPress implements Press {

    private static final String FORMAT = "javax_imageio_png_1.0";

    private final OutputStream out;
    private final Raster raster;

    PngPress(OutputStream out, Typeface typeface) {
        this.out = out;
        this.raster = new Raster(typeface);
    }

    @Override
    public void print(Drawing drawing, int copies) throws IOException {
        BufferedImage image = raster.grey(drawing);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (var stream = new javax.imageio.stream.MemoryCacheImageOutputStream(out)) {
            var metadata = writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
            resolution(metadata, drawing.dotsPerMm());
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
    }

    private static void resolution(IIOMetadata metadata, double dotsPerMm) throws IOException {
        String dotsPerMetre = String.valueOf(Math.round(dotsPerMm * 1000));
        var root = new IIOMetadataNode(FORMAT);
        var size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", dotsPerMetre);
        size.setAttribute("pixelsPerUnitYAxis", dotsPerMetre);
        size.setAttribute("unitSpecifier", "meter");
        root.appendChild(size);
        metadata.mergeTree(FORMAT, root);
    }

    @Override
    public void close() {}
}
