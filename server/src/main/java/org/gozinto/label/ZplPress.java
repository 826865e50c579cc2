/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.gozinto.label.Drawing.Mark;

/**
 * Labels for printers that speak ZPL.
 *
 * <p>Rows of bars are the printer's own commands, because there the data alone decides the symbol. Two-dimensional
 * symbols are pictures: the printer would choose their size and encoding itself, so that what was checked would not be
 * what is printed; the sign for FNC1 in Data Matrix differs between firmwares, and QR has none. Words are in the
 * printer's own font where every printer has the letters, else pictures too.
 */
final class ZplPress implements Press {

    private final OutputStream out;
    private final Raster raster;

    ZplPress(OutputStream out, Typeface typeface) {
        this.out = out;
        this.raster = new Raster(typeface);
    }

    @Override
    public void print(Drawing drawing, int copies) throws IOException {
        var zpl = new StringBuilder("^XA^CI28^LH0,0^PW")
                .append(drawing.width())
                .append("^LL")
                .append(drawing.height())
                .append('\n');
        for (Mark mark : drawing.marks()) {
            switch (mark) {
                case Mark.Bar bar -> bar(bar, zpl);
                case Mark.Sign sign -> sign(sign, zpl);
                case Mark.Words words -> words(words, zpl);
            }
            zpl.append("^FS\n");
        }
        zpl.append("^PQ").append(copies).append("^XZ\n");
        out.write(zpl.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A box as thick as its shorter side is filled. */
    private static void bar(Mark.Bar bar, StringBuilder zpl) {
        at("^FO", bar.x(), bar.y(), zpl);
        zpl.append("^GB")
                .append(bar.width())
                .append(',')
                .append(bar.height())
                .append(',')
                .append(Math.min(bar.width(), bar.height()));
    }

    private static void at(String command, int x, int y, StringBuilder zpl) {
        zpl.append(command).append(Math.max(0, x)).append(',').append(Math.max(0, y));
    }

    private static void sign(Mark.Sign sign, StringBuilder zpl) {
        at("^FO", sign.x(), sign.y(), zpl);
        String data = sign.encoded().zplData();
        if (data == null) {
            Zpl.graphic(Raster.bits(sign), zpl);
            return;
        }
        int height = sign.height();
        zpl.append("^BY").append(sign.module()).append(",3,").append(height);
        switch (sign.encoded().symbology()) {
            case EAN_13 -> zpl.append("^BEN,").append(height).append(",N,N");
            case EAN_8 -> zpl.append("^B8N,").append(height).append(",N,N");
            case UPC_A -> zpl.append("^BUN,").append(height).append(",N,N,N");
            case ITF_14 -> zpl.append("^B2N,").append(height).append(",N,N,N");
            default -> zpl.append("^BCN,").append(height).append(",N,N,N,N");
        }
        zpl.append("^FH_^FD").append(Zpl.escaped(data));
    }

    private void words(Mark.Words words, StringBuilder zpl) {
        if (!Zpl.isInPrinterFont(words.text())) {
            Raster.Bits bits = raster.bits(words);
            at("^FO", bits.x(), bits.y(), zpl);
            Zpl.graphic(bits, zpl);
            return;
        }
        at("^FT", (int) Math.round(words.boxX()), (int) Math.round(words.baseline()), zpl);
        int size = (int) Math.round(words.size());
        zpl.append("^A0N,")
                .append(size)
                .append(',')
                .append(size)
                .append("^FB")
                .append((int) Math.ceil(words.boxWidth()))
                .append(",1,0,")
                .append(
                        switch (words.align()) {
                            case LEFT -> 'L';
                            case CENTER -> 'C';
                            case RIGHT -> 'R';
                        })
                .append("^FH_^FD")
                .append(Zpl.escaped(words.text()));
    }

    @Override
    public void close() {}
}
