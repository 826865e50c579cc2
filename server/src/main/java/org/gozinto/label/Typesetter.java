/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.gozinto.identify.ElementString;
import org.gozinto.identify.Gtin;
import org.gozinto.identify.Options;
import org.gozinto.identify.Reading;
import org.gozinto.identify.Remark;
import org.gozinto.label.Drawing.Mark;
import org.gozinto.label.TextSetting.Box;
import org.gozinto.label.TextSetting.Lines;
import org.gozinto.label.TextSetting.Style;
import org.jspecify.annotations.Nullable;

/**
 * Sets a template with the values of a label: judges every value and every size, and gives a drawing when all is well.
 * Safe for use by many threads.
 */
final class Typesetter {

    private final Template template;
    private final Typeface typeface;
    private final double dotsPerMm;
    private final TextSetting text;
    private final SymbolSetting symbols;
    private final Options options;
    private final String linkRoot;

    /**
     * What is the same for all labels of a job.
     *
     * @param dpi 203, 300 or 600
     * @param linkRoot the address that Digital Links begin with, without a slash at its end
     */
    record Job(Template template, Typeface typeface, int dpi, Options options, String linkRoot) {}

    Typesetter(Job job) {
        this.template = job.template();
        this.typeface = job.typeface();
        this.dotsPerMm = dotsPerMm(job.dpi());
        this.text = new TextSetting(typeface, dotsPerMm * 25.4 / 72);
        this.symbols = new SymbolSetting(text, typeface, dotsPerMm);
        this.options = job.options();
        this.linkRoot = job.linkRoot();
    }

    /** What is called 203 dpi is 8 dots a millimetre. */
    static double dotsPerMm(int dpi) {
        return dpi == 203 ? 8 : dpi / 25.4;
    }

    /**
     * What a symbol says.
     *
     * @param elements of a symbol of application identifiers
     * @param data what is encoded
     * @param readable what people read, each a line or a part of one
     * @param field the field with the longest value, to be named when the symbol is too large
     */
    record Said(
            Symbology symbology, @Nullable ElementString elements, String data, List<String> readable, String field) {}

    /** The drawing, or null when there are faults, which are noted. */
    @Nullable
    Drawing set(Label label, Complaints.OfLabel faults) {
        List<Mark> marks = new ArrayList<>();
        Map<Element.Symbol, Said> said = said(label, faults);
        for (Element element : template.elements()) {
            Box box = box(element.area());
            switch (element) {
                case Element.Symbol symbol -> {
                    Said says = said.get(symbol);
                    if (says != null) {
                        symbols.set(symbol, says, box, new SymbolSetting.Sink(marks::add, faults));
                    }
                }
                case Element.Text words -> words(words, box, label, faults, marks::add);
                case Element.Line line -> line(line, box, marks::add);
                case Element.Box frame -> frame(frame, box, marks::add);
            }
        }
        if (!faults.isGood()) {
            return null;
        }
        return new Drawing(dots(template.widthMm()), dots(template.heightMm()), dotsPerMm, marks);
    }

    private int dots(double mm) {
        return (int) Math.round(mm * dotsPerMm);
    }

    private Box box(Element.Area area) {
        return new Box(area.x() * dotsPerMm, area.y() * dotsPerMm, area.width() * dotsPerMm, area.height() * dotsPerMm);
    }

    /** What each symbol says; a symbol with a fault is left out. */
    private Map<Element.Symbol, Said> said(Label label, Complaints.OfLabel faults) {
        Map<Element.Symbol, Said> said = new LinkedHashMap<>();
        List<ElementString.Pair> all = new ArrayList<>();
        boolean plain = template.elements().stream()
                .anyMatch(e -> e instanceof Element.Symbol s && s.otherwise() != null && lacksItem(s, label));
        for (Element element : template.elements()) {
            if (element instanceof Element.Symbol symbol) {
                Said says = says(symbol, plain, label, faults);
                if (says != null) {
                    said.put(symbol, says);
                    if (says.elements() != null) {
                        says.elements().values().forEach(v -> all.add(new ElementString.Pair(v.ai(), v.value())));
                    }
                }
            }
        }
        // The rules between identifiers hold for all symbols of a label together.
        if (!all.isEmpty()) {
            switch (ElementString.of(all, options)) {
                case ElementString.Made.Good good -> {
                    for (Remark remark : good.elements().remarks()) {
                        faults.add("", "breaks a rule of GS1: " + remark.detail(), "values that belong together");
                    }
                }
                case ElementString.Made.Faulty faulty ->
                    faulty.faults()
                            .forEach(f -> faults.add("", "breaks a rule of GS1: " + f.detail(), "another template"));
            }
        }
        return said;
    }

    /** An optional symbol has nothing to say then, which tells nothing of the others. */
    private static boolean lacksItem(Element.Symbol symbol, Label label) {
        return !symbol.optional() && lacksKey(symbol.filling(), label);
    }

    /** @param plain whether the key of some symbol is missing, so that none of them can name the item */
    private @Nullable Said says(Element.Symbol symbol, boolean plain, Label label, Complaints.OfLabel faults) {
        Element.Filling filling = plain && symbol.otherwise() != null ? symbol.otherwise() : symbol.filling();
        if (lacksKey(filling, label)) {
            if (symbol.optional()) {
                return null;
            }
            String field = key(filling).fields().iterator().next();
            faults.add(
                    Fields.pointer(field),
                    "gives no {" + field + "}, which the " + filling.symbology().word + " of the template needs",
                    "a label with it, or another template");
            return null;
        }
        return switch (filling.symbology().data) {
            case GS1, LINK -> elements(filling, label, faults);
            case HIBC -> HibcSaying.of(filling, label, options, faults);
            case ITEM, ASCII, LATIN, TEXT -> plain(filling, label, faults);
        };
    }

    private static Wording key(Element.Filling filling) {
        Wording content = filling.content();
        return content == null ? filling.elements().getFirst().content() : content;
    }

    private static boolean lacksKey(Element.Filling filling, Label label) {
        String key = key(filling).filled(label.values());
        return key == null || key.isEmpty();
    }

    private @Nullable Said elements(Element.Filling filling, Label label, Complaints.OfLabel faults) {
        List<ElementString.Pair> pairs = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        String longest = "item";
        int most = -1;
        for (Element.Ai ai : filling.elements()) {
            String value = value(ai, label);
            if (value != null && !value.isEmpty()) {
                pairs.add(new ElementString.Pair(ai.ai(), value));
                fields.add(ai.content().fields().stream().findFirst().orElse("item"));
                if (value.length() > most) {
                    most = value.length();
                    longest = fields.getLast();
                }
                boolean day = ai.ai().length() == 2
                        && ai.ai().compareTo("11") >= 0
                        && ai.ai().compareTo("17") <= 0;
                if (day && value.length() == 6 && value.endsWith("00")) {
                    faults.add(
                            Fields.pointer(fields.getLast()), "is a month and not a day", "a day such as 2027-03-31");
                }
            }
        }
        return switch (ElementString.of(pairs, options)) {
            case ElementString.Made.Good good -> {
                ElementString said = good.elements();
                List<String> readable = said.values().stream()
                        .map(v -> "(" + v.ai() + ")" + v.value())
                        .toList();
                yield new Said(filling.symbology(), said, data(filling.symbology(), said), readable, longest);
            }
            case ElementString.Made.Faulty faulty -> {
                for (ElementString.Fault fault : faulty.faults()) {
                    String value = pairs.get(fault.index()).value();
                    faults.add(
                            Fields.pointer(fields.get(fault.index())),
                            "cannot stand in AI (" + fault.ai() + "): " + fault.detail() + place(value, fault),
                            "what AI (" + fault.ai() + ") allows");
                }
                yield null;
            }
        };
    }

    private static String place(String value, ElementString.Fault fault) {
        return fault.position() > 0 && fault.position() < value.length()
                ? " (at character " + (fault.position() + 1) + " of \"" + value + "\")"
                : "";
    }

    /** A day on its own is written as six digits. */
    private static @Nullable String value(Element.Ai ai, Label label) {
        String value = ai.content().filled(label.values());
        if (value != null
                && ai.content().parts().size() == 1
                && ai.content().parts().getFirst() instanceof Wording.Part.Field field
                && Fields.DAYS.contains(field.name())) {
            return value.substring(2, 4) + value.substring(5, 7) + value.substring(8, 10);
        }
        return value;
    }

    private String data(Symbology symbology, ElementString elements) {
        if (symbology != Symbology.GS1_LINK_QR) {
            return elements.separated();
        }
        String link = elements.canonicalLink();
        if (link == null) {
            throw new IllegalStateException("a symbol without a key is refused");
        }
        return linkRoot + link.substring(link.indexOf('/', "https://".length()));
    }

    private static @Nullable Said plain(Element.Filling filling, Label label, Complaints.OfLabel faults) {
        Wording content = filling.content();
        String value = content == null ? null : content.filled(label.values());
        if (content == null || value == null) {
            throw new IllegalStateException("a symbol without content is refused");
        }
        String field = content.fields().stream().findFirst().orElse("item");
        if (filling.symbology().data != Symbology.Data.ITEM) {
            return new Said(filling.symbology(), null, value, readable(filling, value, label), field);
        }
        String digits = digits(filling.symbology(), value);
        if (digits == null) {
            faults.add(
                    Fields.pointer(field),
                    "has the number " + value + ", which " + filling.symbology().word + " cannot hold",
                    "another template, or an item whose GTIN fits");
            return null;
        }
        return new Said(filling.symbology(), null, digits, List.of(digits), field);
    }

    private static List<String> readable(Element.Filling filling, String value, Label label) {
        if (filling.readable().isEmpty()) {
            return List.of(value.codePoints()
                    .filter(c -> !Character.isISOControl(c))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
        return filling.readable().stream()
                .map(wording -> wording.filled(label.values()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The digits that the symbol shows, or null when it has no room for the number. */
    private static @Nullable String digits(Symbology symbology, String value) {
        if (!(Gtin.of(value) instanceof Reading.Ok<Gtin> ok)) {
            return null;
        }
        String all = ok.value().digits();
        int length = switch (symbology) {
            case EAN_8 -> 8;
            case UPC_A -> 12;
            case EAN_13 -> 13;
            default -> 14;
        };
        String front = all.substring(0, 14 - length);
        return front.chars().allMatch(c -> c == '0') ? all.substring(14 - length) : null;
    }

    private void words(Element.Text element, Box box, Label label, Complaints.OfLabel faults, Consumer<Mark> marks) {
        String words = element.content().filled(label.values());
        if (words == null || words.isBlank()) {
            return;
        }
        String field = element.content().fields().stream().findFirst().orElse("");
        String pointer = field.isEmpty() ? "" : Fields.pointer(field);
        int missing = typeface.missing(words);
        if (missing >= 0) {
            faults.add(
                    pointer,
                    "has the character " + Symbols.named(missing) + ", which the font of labels cannot draw",
                    "Latin, Greek or Cyrillic letters");
            return;
        }
        var style = new Style(element.size(), element.size() / 2, element.bold(), element.align());
        List<String> pieces = words.lines().toList();
        Lines lines = text.fit(pieces, box, style, false);
        if (lines == null && element.cut()) {
            lines = text.cut(pieces, box, style);
        }
        if (lines == null) {
            faults.add(
                    pointer,
                    "is too long: \"" + words + "\" does not fit into "
                            + element.area().width() + " × " + element.area().height() + " mm",
                    "fewer characters, or another template");
            return;
        }
        text.place(lines, box, style, marks);
    }

    private void line(Element.Line line, Box box, Consumer<Mark> marks) {
        int thick = Math.max(1, dots(line.thicknessMm()));
        int x = (int) Math.round(box.x());
        int y = (int) Math.round(box.y());
        boolean level = line.area().height() == 0;
        marks.accept(new Mark.Bar(
                x, y, level ? (int) Math.round(box.width()) : thick, level ? thick : (int) Math.round(box.height())));
    }

    private void frame(Element.Box frame, Box box, Consumer<Mark> marks) {
        int thick = Math.max(1, dots(frame.thicknessMm()));
        int x = (int) Math.round(box.x());
        int y = (int) Math.round(box.y());
        int width = (int) Math.round(box.width());
        int height = (int) Math.round(box.height());
        marks.accept(new Mark.Bar(x, y, width, thick));
        marks.accept(new Mark.Bar(x, y + height - thick, width, thick));
        marks.accept(new Mark.Bar(x, y, thick, height));
        marks.accept(new Mark.Bar(x + width - thick, y, thick, height));
    }
}
