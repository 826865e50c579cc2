/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.List;
import java.util.function.Consumer;
import org.gozinto.label.Drawing.Encoded;
import org.gozinto.label.Drawing.Mark;
import org.gozinto.label.TextSetting.Box;
import org.gozinto.label.TextSetting.Lines;
import org.gozinto.label.TextSetting.Style;
import org.gozinto.label.Typesetter.Said;
import org.jspecify.annotations.Nullable;

/**
 * Puts symbols into areas: as large as there is room for in whole dots, with the blank around that they need, and with
 * the text that repeats them.
 */
final class SymbolSetting {

    private static final double HRI_POINTS_MIN = 4;
    private static final double BAR_HEIGHT_MIN_MM = 4;
    private static final double GAP_MM = 0.6;
    private static final int GUARD_MODULES = 5;

    private final TextSetting text;
    private final Typeface typeface;
    private final double dotsPerMm;

    SymbolSetting(TextSetting text, Typeface typeface, double dotsPerMm) {
        this.text = text;
        this.typeface = typeface;
        this.dotsPerMm = dotsPerMm;
    }

    /** Where marks and faults go. */
    record Sink(Consumer<Mark> marks, Complaints.OfLabel faults) {}

    void set(Element.Symbol symbol, Said said, Box box, Sink sink) {
        switch (Symbols.encode(said.symbology(), said.data())) {
            case Symbols.Made.Bad bad -> sink.faults().add(Fields.pointer(said.field()), bad.detail(), bad.expected());
            case Symbols.Made.Good good -> {
                boolean drawn = symbol.hri() == Element.Hri.NONE || canBeDrawn(said, sink);
                if (drawn) {
                    if (said.symbology().linear) {
                        linear(symbol, said, good.encoded(), box, sink);
                    } else {
                        matrix(symbol, said, good.encoded(), box, sink);
                    }
                }
            }
        }
    }

    private boolean canBeDrawn(Said said, Sink sink) {
        int missing = said.readable().stream()
                .mapToInt(typeface::missing)
                .filter(c -> c >= 0)
                .findFirst()
                .orElse(-1);
        if (missing >= 0) {
            sink.faults()
                    .add(
                            Fields.pointer(said.field()),
                            "has the character " + Symbols.named(missing) + ", which the font of labels cannot draw",
                            "Latin, Greek or Cyrillic letters");
        }
        return missing < 0;
    }

    /** Dots of the narrowest line, or 0 when the room is too small, which is noted. */
    private int module(Element.Symbol symbol, Said said, double room, int modules, Sink sink) {
        int most = (int) Math.floor(symbol.moduleMaxMm() * dotsPerMm + 0.01);
        int module = Math.min(most, (int) Math.floor(room / modules + 0.001));
        // A printer's dots seldom give the smallest module exactly; a hundredth of a millimetre is within its
        // tolerance.
        if (module < 1 || module / dotsPerMm < symbol.moduleMinMm() - 0.01) {
            sink.faults()
                    .add(
                            Fields.pointer(said.field()),
                            "makes the %s too large: %d modules of at least %s mm do not fit into %.1f mm"
                                    .formatted(said.symbology().word, modules, symbol.moduleMinMm(), room / dotsPerMm),
                            "fewer characters, a larger label or a finer printer");
            return 0;
        }
        return module;
    }

    private void linear(Element.Symbol symbol, Said said, Encoded encoded, Box box, Sink sink) {
        Symbology symbology = said.symbology();
        int modules = encoded.columns() + symbology.quietBefore + symbology.quietAfter;
        int module = module(symbol, said, box.width(), modules, sink);
        if (module == 0) {
            return;
        }
        boolean retail = symbology == Symbology.EAN_13 || symbology == Symbology.EAN_8 || symbology == Symbology.UPC_A;
        int guard = retail ? GUARD_MODULES * module : 0;
        Box inner = new Box(box.x(), box.y(), box.width(), box.height() - guard);
        var style =
                new Style(symbol.hriSize(), Math.min(symbol.hriSize(), HRI_POINTS_MIN), false, Element.Align.CENTER);
        double gap = retail ? module : GAP_MM * dotsPerMm;
        Lines lines = null;
        double readable = 0;
        if (symbol.hri() == Element.Hri.BELOW) {
            lines = retail
                    ? new Lines(symbol.hriSize() * dotsPerMm * 25.4 / 72, List.of("0"))
                    : flow(said, inner, style);
            if (lines == null) {
                tooLong(said, sink);
                return;
            }
            readable = Math.max(0, lines.height() + gap - guard);
        }
        int bearer = symbology == Symbology.ITF_14 ? 2 * module : 0;
        int height = (int) Math.floor(inner.height() - readable - 2.0 * bearer);
        if (height < BAR_HEIGHT_MIN_MM * dotsPerMm) {
            sink.faults().add("", "leaves no room for the bars of the " + symbology.word, "another template");
            return;
        }
        double rest = box.width() - (double) modules * module;
        int x = (int) Math.round(box.x() + rest / 2 + (double) symbology.quietBefore * module);
        int y = (int) Math.round(box.y()) + bearer;
        var sign = new Mark.Sign(encoded, x, y, module, height, guard);
        sink.marks().accept(sign);
        if (bearer > 0) {
            int left = x - symbology.quietBefore * module;
            sink.marks().accept(new Mark.Bar(left, y - bearer, modules * module, bearer));
            sink.marks().accept(new Mark.Bar(left, y + height, modules * module, bearer));
        }
        if (lines != null && retail) {
            retailDigits(said.data(), sign, lines.size(), sink);
        } else if (lines != null) {
            Box below = new Box(box.x(), y + height + bearer + gap, box.width(), lines.height());
            text.place(lines, below, style, sink.marks());
        }
    }

    private static void tooLong(Said said, Sink sink) {
        sink.faults()
                .add(
                        Fields.pointer(said.field()),
                        "is too long for the readable text beside the " + said.symbology().word,
                        "fewer characters, or another template");
    }

    /** Pieces one after the other, broken between them where the width ends. */
    private @Nullable Lines flow(Said said, Box box, Style style) {
        List<String> pieces = said.readable();
        double height = Math.max(box.height() / 2, box.height() - BAR_HEIGHT_MIN_MM * dotsPerMm);
        // Pieces have no blanks of their own that could be told from the blanks between them.
        Lines lines =
                text.fit(List.of(String.join(" ", pieces)), new Box(box.x(), 0, box.width(), height), style, false);
        return lines != null ? lines : text.fit(pieces, new Box(box.x(), 0, box.width(), height), style, true);
    }

    /** The digits of EAN and UPC stand between the guard bars, the first, and of UPC the last, beside them. */
    private void retailDigits(String digits, Mark.Sign sign, double size, Sink sink) {
        int half = digits.length() == 8 ? 4 : digits.length() == 12 ? 5 : 6;
        int first = digits.length() == 8 ? 0 : 1;
        int last = digits.length() == 12 ? 1 : 0;
        int columns = sign.encoded().columns();
        int module = sign.module();
        // A digit is seven modules wide; outside of UPC-A's halves stand the long bars of its first and last digit.
        int edge = digits.length() == 12 ? 10 : 3;
        double wide = (columns / 2 - 2 - edge) * (double) module;
        double fitting = Math.min(size, wide / typeface.width("0".repeat(half)) * 0.98);
        double baseline = sign.y() + sign.height() + module + 0.74 * fitting;
        double left = sign.x() + (double) edge * module;
        double right = sign.x() + (columns / 2 + 3.0) * module;
        words(digits.substring(first, first + half), left, wide, baseline, fitting, sink);
        words(digits.substring(first + half, first + 2 * half), right, wide, baseline, fitting, sink);
        double outer = 6.0 * module;
        if (first == 1) {
            words(digits.substring(0, 1), sign.x() - outer - module, outer, baseline, fitting, sink);
        }
        if (last == 1) {
            words(digits.substring(11), sign.x() + sign.width() + module, outer, baseline, fitting, sink);
        }
    }

    private void words(String digits, double x, double width, double baseline, double size, Sink sink) {
        double rest = width - typeface.width(digits) * size;
        sink.marks()
                .accept(new Mark.Words(digits, x + rest / 2, baseline, size, false, Element.Align.CENTER, x, width));
    }

    private void matrix(Element.Symbol symbol, Said said, Encoded encoded, Box box, Sink sink) {
        int quiet = said.symbology().quietBefore;
        int modules = encoded.columns() + 2 * quiet;
        var style = new Style(
                symbol.hriSize(),
                Math.min(symbol.hriSize(), HRI_POINTS_MIN),
                false,
                symbol.hri() == Element.Hri.RIGHT ? Element.Align.LEFT : Element.Align.CENTER);
        Lines below = null;
        double room = Math.min(box.width(), box.height());
        if (symbol.hri() == Element.Hri.BELOW) {
            below = text.fit(
                    List.of(String.join(" ", said.readable())),
                    new Box(0, 0, box.width(), box.height() / 2),
                    style,
                    true);
            if (below == null) {
                tooLong(said, sink);
                return;
            }
            room = Math.min(box.width(), box.height() - below.height());
        }
        int module = module(symbol, said, room, modules, sink);
        if (module == 0) {
            return;
        }
        int side = modules * module;
        double free = box.height() - side - (below == null ? 0 : below.height());
        boolean right = symbol.hri() == Element.Hri.RIGHT;
        int left = (int) Math.round(right ? box.x() : box.x() + (box.width() - side) / 2);
        int top = (int) Math.round(right ? box.y() + (box.height() - side) / 2 : box.y() + Math.max(0, free / 2));
        sink.marks().accept(new Mark.Sign(encoded, left + quiet * module, top + quiet * module, module, 0, 0));
        if (below != null) {
            text.place(below, new Box(box.x(), top + side, box.width(), below.height()), style, sink.marks());
        } else if (right) {
            double from = left + side + GAP_MM * dotsPerMm;
            Box beside = new Box(from, box.y(), box.x() + box.width() - from, box.height());
            Lines lines = beside.width() <= 0 ? null : text.fit(said.readable(), beside, style, true);
            if (lines == null) {
                tooLong(said, sink);
                return;
            }
            double y = box.y() + (box.height() - lines.height()) / 2;
            text.place(lines, new Box(from, y, beside.width(), lines.height()), style, sink.marks());
        }
    }
}
