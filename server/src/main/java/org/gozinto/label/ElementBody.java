/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gozinto.identify.ElementString;
import org.gozinto.identify.Options;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;

/**
 * An element as it is sent and shown; each kind has some of the members.
 *
 * @param kind symbol, text, line or box
 * @param symbology of a symbol
 * @param content of a symbol or a text, with fields in braces
 * @param readable of a symbol without application identifiers: what people read beside it, instead of its content
 * @param otherwise of a symbol: what is drawn where the key has no value
 * @param optional of a symbol: whether it is left out where the key has no value
 * @param hri of a symbol: none, below or right
 * @param size of a text, or of the readable text of a symbol, in points
 * @param moduleMin of a symbol: the smallest width of its narrowest line, in millimetres
 * @param moduleMax of a symbol: the largest
 * @param align of a text: left, center or right
 * @param cut of a text: whether it may be cut off
 * @param thickness of a line or box, in millimetres
 */
record ElementBody(
        @Nullable String kind,
        @Nullable Double x,
        @Nullable Double y,
        @Nullable Double width,
        @Nullable Double height,
        @Nullable String symbology,
        @Nullable String content,
        @Nullable String readable,
        @Nullable Otherwise otherwise,
        @Nullable Boolean optional,
        @Nullable String hri,
        @Nullable Double size,
        @Nullable Double moduleMin,
        @Nullable Double moduleMax,
        @Nullable Boolean bold,
        @Nullable String align,
        @Nullable Boolean cut,
        @Nullable Double thickness) {

    private static final int CONTENT_LENGTH_MAX = 500;
    private static final double HRI_SIZE = 7;
    private static final double TEXT_SIZE = 8;
    private static final double SIZE_MIN = 3;
    private static final double SIZE_MAX = 200;
    private static final double THICKNESS = 0.25;
    private static final Pattern AI = Pattern.compile("\\((\\d{2,4})\\)");

    /** Another filling. */
    record Otherwise(
            @Nullable String symbology,
            @Nullable String content,
            @Nullable String readable) {

        static @Nullable Otherwise of(Element.@Nullable Filling filling) {
            return filling == null
                    ? null
                    : new Otherwise(filling.symbology().word, filling.text(), ElementBody.readable(filling));
        }
    }

    private static @Nullable String readable(Element.Filling filling) {
        return filling.readable().isEmpty()
                ? null
                : String.join(
                        "\n", filling.readable().stream().map(Wording::text).toList());
    }

    static ElementBody of(Element element) {
        return switch (element) {
            case Element.Symbol it -> symbol(it);
            case Element.Text it ->
                new ElementBody(
                        "text",
                        it.area().x(),
                        it.area().y(),
                        it.area().width(),
                        it.area().height(),
                        null,
                        it.content().text(),
                        null,
                        null,
                        null,
                        null,
                        it.size(),
                        null,
                        null,
                        it.bold(),
                        word(it.align()),
                        it.cut(),
                        null);
            case Element.Line it -> ruled("line", it.area(), it.thicknessMm());
            case Element.Box it -> ruled("box", it.area(), it.thicknessMm());
        };
    }

    private static ElementBody symbol(Element.Symbol symbol) {
        Element.Area area = symbol.area();
        return new ElementBody(
                "symbol",
                area.x(),
                area.y(),
                area.width(),
                area.height(),
                symbol.filling().symbology().word,
                symbol.filling().text(),
                readable(symbol.filling()),
                Otherwise.of(symbol.otherwise()),
                symbol.optional(),
                word(symbol.hri()),
                symbol.hriSize(),
                symbol.moduleMinMm(),
                symbol.moduleMaxMm(),
                null,
                null,
                null,
                null);
    }

    private static ElementBody ruled(String kind, Element.Area a, double thickness) {
        return new ElementBody(
                kind,
                a.x(),
                a.y(),
                a.width(),
                a.height(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                thickness);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The element, or null when it has faults, which are noted. */
    @Nullable
    Element toElement(Faults faults, String pointer) {
        String word = kind == null ? "" : kind;
        Element.Area area = area(faults, pointer, word.equals("line"));
        return switch (word) {
            case "symbol" -> symbol(faults, pointer, area);
            case "text" -> text(faults, pointer, area);
            case "line" -> new Element.Line(area, size(faults, pointer + "/thickness", thickness, THICKNESS, 0.05, 20));
            case "box" -> new Element.Box(area, size(faults, pointer + "/thickness", thickness, THICKNESS, 0.05, 20));
            default -> {
                faults.expect(false, pointer + "/kind", "is missing or unknown", "symbol, text, line or box");
                yield null;
            }
        };
    }

    private Element.Area area(Faults faults, String pointer, boolean flat) {
        double goodX = size(faults, pointer + "/x", x, -1, 0, Templates.SIDE_MM_MAX);
        double goodY = size(faults, pointer + "/y", y, -1, 0, Templates.SIDE_MM_MAX);
        double least = flat ? 0 : 0.5;
        double goodWidth = size(faults, pointer + "/width", width, flat ? 0 : -1, least, Templates.SIDE_MM_MAX);
        double goodHeight = size(faults, pointer + "/height", height, flat ? 0 : -1, least, Templates.SIDE_MM_MAX);
        if (flat) {
            faults.expect(
                    (goodWidth == 0) != (goodHeight == 0),
                    pointer,
                    "is a line without a direction",
                    "a width or a height, and not both");
        }
        return new Element.Area(goodX, goodY, goodWidth, goodHeight);
    }

    /** A number in a range; without a value the default, which may be out of range to say that a value is needed. */
    private static double size(
            Faults faults, String pointer, @Nullable Double value, double otherwise, double least, double most) {
        double size = value == null ? otherwise : value;
        boolean good = Double.isFinite(size) && size >= least && size <= most;
        faults.expect(good, pointer, value == null ? "is missing" : "is out of range", least + " to " + most);
        return good ? size : Math.max(least, 1);
    }

    private @Nullable Element symbol(Faults faults, String pointer, Element.Area area) {
        Element.Filling filling = filling(faults, pointer, new Otherwise(symbology, content, readable));
        Element.Filling other = otherwise == null ? null : filling(faults, pointer + "/otherwise", otherwise);
        Element.Hri where = switch (hri == null ? "below" : hri) {
            case "none" -> Element.Hri.NONE;
            case "below" -> Element.Hri.BELOW;
            case "right" -> Element.Hri.RIGHT;
            default -> {
                faults.expect(false, pointer + "/hri", "is unknown", "none, below or right");
                yield Element.Hri.NONE;
            }
        };
        double hriSize = size(faults, pointer + "/size", size, HRI_SIZE, SIZE_MIN, SIZE_MAX);
        if (filling == null) {
            return null;
        }
        Symbology kindOfSymbol = filling.symbology();
        double least =
                size(faults, pointer + "/moduleMin", moduleMin, kindOfSymbol.moduleMinMm, kindOfSymbol.moduleMinMm, 10);
        double most = size(faults, pointer + "/moduleMax", moduleMax, kindOfSymbol.moduleMaxMm, least, 10);
        faults.expect(
                where != Element.Hri.RIGHT || !kindOfSymbol.linear,
                pointer + "/hri",
                "is right although the symbol is a row of bars",
                "none or below");
        return new Element.Symbol(area, filling, other, Boolean.TRUE.equals(optional), where, hriSize, least, most);
    }

    private static Element.@Nullable Filling filling(Faults faults, String pointer, Otherwise body) {
        Symbology kindOfSymbol = Symbology.of(body.symbology());
        faults.expect(
                kindOfSymbol != null,
                pointer + "/symbology",
                "is missing or unknown",
                "one of " + String.join(", ", Symbology.words()));
        if (kindOfSymbol == null) {
            return null;
        }
        List<Wording> lines = new ArrayList<>();
        if (body.readable() != null) {
            faults.expect(
                    !kindOfSymbol.isOfElements(),
                    pointer + "/readable",
                    "is given although the identifiers of the symbol are read",
                    "no such text");
            for (String line : body.readable().lines().toList()) {
                Wording wording = wording(faults, pointer + "/readable", line);
                if (wording != null) {
                    lines.add(wording);
                }
            }
        }
        boolean ofItem = kindOfSymbol.data == Symbology.Data.ITEM;
        String text = body.content() == null && ofItem ? "{gtin}" : body.content();
        if (!kindOfSymbol.isOfElements()) {
            Wording wording = wording(faults, pointer + "/content", text);
            return wording == null
                    ? null
                    : new Element.Filling(kindOfSymbol, wording.text(), List.of(), wording, lines);
        }
        String bracketed = text == null ? "" : text;
        List<Element.Ai> ais = ais(faults, pointer + "/content", bracketed);
        return ais.isEmpty() ? null : new Element.Filling(kindOfSymbol, bracketed, ais, null, List.of());
    }

    /** {@code (01){gtin}(10){lot}} in its parts. */
    private static List<Element.Ai> ais(Faults faults, String pointer, String text) {
        List<Element.Ai> ais = new ArrayList<>();
        Matcher matcher = AI.matcher(text);
        boolean more = matcher.lookingAt();
        faults.expect(
                more && text.length() <= CONTENT_LENGTH_MAX,
                pointer,
                "does not begin with an application identifier in brackets, or is too long",
                "such as (01){gtin}(10){lot}, at most " + CONTENT_LENGTH_MAX + " characters");
        while (more) {
            String ai = matcher.group(1);
            int from = matcher.end();
            more = matcher.find();
            String value = text.substring(from, more ? matcher.start() : text.length());
            faults.expect(isKnown(ai), pointer, "has (" + ai + "), which is no identifier", "such as 01");
            Wording wording = wording(faults, pointer, value);
            if (wording != null) {
                ais.add(new Element.Ai(ai, wording));
            }
        }
        return ais;
    }

    /** Whether there is such an identifier: any other fault of an empty value says that there is. */
    private static boolean isKnown(String ai) {
        var made = ElementString.of(List.of(new ElementString.Pair(ai, "")), Options.on(LocalDate.EPOCH));
        return !(made instanceof ElementString.Made.Faulty faulty)
                || faulty.faults().stream().noneMatch(f -> f.code().equals("unknownAi"));
    }

    private static @Nullable Wording wording(Faults faults, String pointer, @Nullable String given) {
        String text = given == null ? "" : given;
        boolean good = !text.isEmpty() && text.length() <= CONTENT_LENGTH_MAX && Faults.isKeepable(text);
        faults.expect(
                good,
                pointer,
                "is missing, too long, or has a NUL or half a character",
                "1 to " + CONTENT_LENGTH_MAX + " characters");
        if (!good) {
            return null;
        }
        try {
            return Wording.of(text);
        } catch (Wording.Broken e) {
            faults.expect(
                    false,
                    pointer,
                    String.valueOf(e.getMessage()),
                    "fields in braces: " + String.join(", ", Fields.NAMES));
            return null;
        }
    }

    private @Nullable Element text(Faults faults, String pointer, Element.Area area) {
        Wording wording = wording(faults, pointer + "/content", content);
        Element.Align side = switch (align == null ? "left" : align) {
            case "left" -> Element.Align.LEFT;
            case "center" -> Element.Align.CENTER;
            case "right" -> Element.Align.RIGHT;
            default -> {
                faults.expect(false, pointer + "/align", "is unknown", "left, center or right");
                yield Element.Align.LEFT;
            }
        };
        double goodSize = size(faults, pointer + "/size", size, TEXT_SIZE, SIZE_MIN, SIZE_MAX);
        return wording == null
                ? null
                : new Element.Text(area, wording, goodSize, Boolean.TRUE.equals(bold), side, Boolean.TRUE.equals(cut));
    }
}
