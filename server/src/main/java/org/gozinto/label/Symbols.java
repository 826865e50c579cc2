/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gozinto.label.Drawing.Encoded;
import org.jspecify.annotations.Nullable;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Code2Of5;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.OkapiException;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.backend.Upc;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * Turns checked data into symbols. Okapi is given the characters with FNC1 where it belongs, and never its own notation
 * of GS1 data: that has an older list of identifiers than ours and lets wrong check digits pass.
 */
final class Symbols {

    private static final String FNC1 = "\\<FNC1>";
    private static final char GS = 0x1D;

    /** GS1 General Specifications §5.4.1: of a GS1-128 symbol, with separators and without the FNC1 in front. */
    private static final int GS1_128_LENGTH_MAX = 48;

    /** Longer bars than 165 mm no scanner's beam holds; of a plain Code 128 the length is limited alike. */
    private static final int CODE_128_LENGTH_MAX = 80;

    /** Bars of a linear symbol in Okapi's own measure, which is not used further. */
    private static final int BARS = 40;

    private Symbols() {}

    /** A symbol, or why there is none. */
    sealed interface Made {

        record Good(Encoded encoded) implements Made {}

        /** @param detail what is wrong, to stand after the name of the field */
        record Bad(String detail, String expected) implements Made {}
    }

    /**
     * Encodes.
     *
     * @param data of GS1 symbologies the element strings with GS as separator; of the others the characters
     */
    static Made encode(Symbology symbology, String data) {
        Made.Bad bad = fault(symbology, data);
        if (bad != null) {
            return bad;
        }
        try {
            return new Made.Good(
                    switch (symbology) {
                        case GS1_128 -> code128(symbology, FNC1 + data.replace(String.valueOf(GS), FNC1));
                        case CODE_128, HIBC_128 -> code128(symbology, data);
                        case GS1_DATAMATRIX -> dataMatrix(symbology, FNC1 + data.replace(String.valueOf(GS), FNC1));
                        case DATAMATRIX, HIBC_DATAMATRIX -> dataMatrix(symbology, data);
                        case GS1_QR -> qr(symbology, FNC1 + data.replace(String.valueOf(GS), FNC1));
                        case GS1_LINK_QR, QR, HIBC_QR -> qr(symbology, data);
                        case EAN_13 -> ean(symbology, Ean.Mode.EAN13, data);
                        case EAN_8 -> ean(symbology, Ean.Mode.EAN8, data);
                        case UPC_A -> upc(data);
                        case ITF_14 -> itf(data);
                    });
        } catch (OkapiException e) {
            return new Made.Bad("does not fit into the symbol", "fewer characters");
        }
    }

    private static Made.@Nullable Bad fault(Symbology symbology, String data) {
        int max = symbology == Symbology.GS1_128 ? GS1_128_LENGTH_MAX : CODE_128_LENGTH_MAX;
        if (symbology.linear && data.length() > max) {
            return new Made.Bad(
                    "gives " + data.length() + " characters, too many for " + symbology.word,
                    "at most " + max + " characters, or a two-dimensional symbol");
        }
        if (data.contains("\\<FNC")) {
            return new Made.Bad("has the characters \\<FNC, which mean something else there", "other characters");
        }
        int wrong = data.codePoints()
                .filter(c -> switch (symbology.data) {
                    case GS1 -> false;
                    case LINK, ASCII, HIBC -> c < ' ' || c > '~';
                    case ITEM -> c < '0' || c > '9';
                    // ISO/IEC 15434 wraps what it carries in control characters.
                    case LATIN -> c > 0xFF || Character.isISOControl(c) && c != GS && c != 0x1E && c != 0x04;
                    case TEXT -> Character.isISOControl(c) && c != '\n' && c != GS && c != 0x1E && c != 0x04;
                })
                .findFirst()
                .orElse(-1);
        if (wrong >= 0) {
            return new Made.Bad(
                    "has the character " + named(wrong) + ", which " + symbology.word + " cannot hold",
                    switch (symbology.data) {
                        case GS1, LINK, ASCII, HIBC -> "printable ASCII";
                        case ITEM -> "digits";
                        case LATIN -> "printable Latin-1";
                        case TEXT -> "printable characters";
                    });
        }
        return null;
    }

    static String named(int codePoint) {
        String code = "U+%04X".formatted(codePoint);
        return Character.isISOControl(codePoint) ? code : "\"" + Character.toString(codePoint) + "\" (" + code + ")";
    }

    /** Code 128 that tells its codewords. */
    private static final class OpenCode128 extends Code128 {
        private static final int WIDTHS_OF_A_WORD = 6;
        private static final int WIDTHS_OF_STOP = 7;

        /** From the start to the last one before the check. */
        int[] words() {
            List<String> table = List.of(CODE128_TABLE);
            String widths = pattern[0];
            int[] words = new int[(widths.length() - WIDTHS_OF_STOP) / WIDTHS_OF_A_WORD - 1];
            for (int i = 0; i < words.length; i++) {
                words[i] = table.indexOf(widths.substring(i * WIDTHS_OF_A_WORD, (i + 1) * WIDTHS_OF_A_WORD));
            }
            return words;
        }
    }

    private static Encoded code128(Symbology symbology, String content) {
        var symbol = new OpenCode128();
        encode(symbol, content);
        return linear(symbology, symbol, Zpl.code128(symbol.words()));
    }

    private static Encoded dataMatrix(Symbology symbology, String content) {
        var symbol = new DataMatrix();
        symbol.setForceMode(DataMatrix.ForceMode.SQUARE);
        encode(symbol, content);
        return matrix(symbology, symbol);
    }

    private static Encoded qr(Symbology symbology, String content) {
        var symbol = new QrCode();
        symbol.setPreferredEccLevel(QrCode.EccLevel.M);
        encode(symbol, content);
        return matrix(symbology, symbol);
    }

    private static Encoded ean(Symbology symbology, Ean.Mode mode, String digits) {
        var symbol = new Ean(mode);
        symbol.setGuardPatternExtraHeight(5);
        String body = digits.substring(0, digits.length() - 1);
        encode(symbol, body);
        return linear(symbology, symbol, body);
    }

    private static Encoded upc(String digits) {
        var symbol = new Upc(Upc.Mode.UPCA);
        symbol.setGuardPatternExtraHeight(5);
        String body = digits.substring(0, digits.length() - 1);
        encode(symbol, body);
        return linear(Symbology.UPC_A, symbol, body);
    }

    private static Encoded itf(String digits) {
        // Okapi's own ITF-14 draws bearer bars of its own measure.
        var symbol = new Code2Of5(Code2Of5.ToFMode.INTERLEAVED);
        encode(symbol, digits);
        return linear(Symbology.ITF_14, symbol, digits);
    }

    private static void encode(Symbol symbol, String content) {
        symbol.setDataType(Symbol.DataType.ECI);
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setModuleWidth(1);
        symbol.setBarHeight(BARS);
        symbol.setContent(content);
    }

    private static Encoded linear(Symbology symbology, Symbol symbol, String zplData) {
        List<Encoded.Dark> dark = new ArrayList<>();
        for (Rectangle r : symbol.getRectangles()) {
            dark.add(new Encoded.Dark(whole(r.x), 0, whole(r.width), 1, r.height > BARS));
        }
        dark.sort(Comparator.comparingInt(Encoded.Dark::x));
        Encoded.Dark last = dark.getLast();
        return new Encoded(symbology, last.x() + last.width(), 0, dark, zplData);
    }

    private static Encoded matrix(Symbology symbology, Symbol symbol) {
        List<Encoded.Dark> dark = new ArrayList<>();
        for (Rectangle r : symbol.getRectangles()) {
            dark.add(new Encoded.Dark(whole(r.x), whole(r.y), whole(r.width), whole(r.height), false));
        }
        return new Encoded(symbology, symbol.getWidth(), symbol.getHeight(), dark, null);
    }

    private static int whole(double modules) {
        int whole = (int) Math.round(modules);
        if (Math.abs(whole - modules) > 1e-6) {
            throw new IllegalStateException("a symbol has a line of " + modules + " modules");
        }
        return whole;
    }
}
