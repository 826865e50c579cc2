/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gozinto.identify.ElementString;
import org.gozinto.identify.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is printed reads back: every symbology in every format, with every character that it may hold. */
class ReadBackTest {

    private static final String SET_82 =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final Options OPTIONS = Options.on(LocalDate.of(2026, 12, 1));
    private static final Typeface TYPEFACE = new Typeface();
    private static final int TIMES = 2;

    private static Map<String, String> values(Random random) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("item", "BAT-36V");
        values.put("gtin", "00036000291452");
        values.put("hibc", "A999BJC5D6E71");
        values.put("lot", text(random, SET_82, 20));
        values.put("serial", text(random, SET_82, 20));
        values.put(
                "expiry",
                LocalDate.of(2027, 1, 1).plusDays(random.nextInt(3000)).toString());
        return values;
    }

    private static String text(Random random, String set, int longest) {
        var text = new StringBuilder();
        int length = 1 + random.nextInt(longest);
        for (int i = 0; i < length; i++) {
            text.append(set.charAt(random.nextInt(set.length())));
        }
        return text.toString();
    }

    /** What the symbol of a template is filled with, and what a scanner then gives. */
    private record Case(String content, Map<String, String> values, String scanned) {}

    private static Case of(Symbology symbology, Random random) {
        Map<String, String> values = values(random);
        String day = values.get("expiry").replace("-", "").substring(2);
        return switch (symbology) {
            case GS1_128 ->
                new Case(
                        "(01){gtin}(17){expiry}(10){lot}",
                        values,
                        "]C101" + values.get("gtin") + "17" + day + "10" + values.get("lot"));
            case GS1_DATAMATRIX -> new Case(unit(), values, "]d2" + elements(values, day));
            case GS1_QR -> new Case(unit(), values, "]Q3" + elements(values, day));
            case GS1_LINK_QR -> new Case(unit(), values, "]Q1" + link(values, day));
            case CODE_128 -> {
                values.put("lot", text(random, ascii(), 20));
                yield new Case("{lot}", values, "]C0" + values.get("lot"));
            }
            case DATAMATRIX -> {
                values.put("lot", text(random, ascii() + "äöüßÉé½", 40));
                yield new Case("{lot}", values, "]d1" + values.get("lot"));
            }
            case QR -> {
                values.put("lot", text(random, ascii() + "äöüßžЖΩ", 40));
                // With characters beyond Latin-1 the symbol says in which code they are, and the scanner says so.
                String first = values.get("lot").chars().anyMatch(c -> c > 0xFF) ? "]Q2" : "]Q1";
                yield new Case("{lot}", values, first + values.get("lot"));
            }
            case EAN_13 -> {
                values.put("gtin", "09506000134352");
                yield new Case("{gtin}", values, "]E09506000134352");
            }
            case UPC_A -> new Case("{gtin}", values, "]E00036000291452");
            case EAN_8 -> {
                values.put("gtin", "00000096385074");
                yield new Case("{gtin}", values, "]E496385074");
            }
            case ITF_14 -> new Case("{gtin}", values, "]I000036000291452");
            case HIBC_128, HIBC_DATAMATRIX, HIBC_QR -> {
                int longest = symbology == Symbology.HIBC_128 ? 5 : 12;
                values.put("lot", text(random, "ABCXYZ0189", longest));
                values.put("serial", text(random, "ABCXYZ0189", longest));
                String first = symbology == Symbology.HIBC_128 ? "]C0" : symbology == Symbology.HIBC_QR ? "]Q1" : "]d1";
                yield new Case("{hibc}", values, first + hibc(values));
            }
        };
    }

    private static String unit() {
        return "(01){gtin}(17){expiry}(10){lot}(21){serial}";
    }

    private static String ascii() {
        var all = new StringBuilder();
        for (char c = '!'; c <= '~'; c++) {
            all.append(c == '\\' ? '|' : c);
        }
        return all.toString();
    }

    private static String elements(Map<String, String> values, String day) {
        return "01" + values.get("gtin") + "17" + day + "10" + values.get("lot") + "\u001d21" + values.get("serial");
    }

    private static String link(Map<String, String> values, String day) {
        var made = (ElementString.Made.Good) ElementString.of(
                List.of(
                        new ElementString.Pair("01", values.get("gtin")),
                        new ElementString.Pair("17", day),
                        new ElementString.Pair("10", values.get("lot")),
                        new ElementString.Pair("21", values.get("serial"))),
                OPTIONS);
        return made.elements().canonicalLink().replace("https://id.gs1.org", "https://example.com/g");
    }

    /** What a HIBC symbol of a label says. */
    static String hibc(Map<String, String> values) {
        return new org.gozinto.identify.HibcLabel(
                        "A999",
                        "BJC5D6E7",
                        1,
                        values.get("lot"),
                        values.get("serial"),
                        new org.gozinto.identify.Meaning.Day(LocalDate.parse(values.get("expiry")), true),
                        values.containsKey("manufactured")
                                ? new org.gozinto.identify.Meaning.Day(
                                        LocalDate.parse(values.get("manufactured")), true)
                                : null,
                        null)
                .concatenated(OPTIONS)
                .valueOrNull();
    }

    private static Drawing drawing(Symbology symbology, Case printed, int dpi) {
        var symbol = new ElementBody(
                "symbol",
                2.0,
                2.0,
                118.0,
                41.0,
                symbology.word,
                printed.content(),
                null,
                null,
                null,
                "below",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        Template template =
                new TemplateBody("T", "T", "unit", 122.0, 45.0, null, null, List.of(symbol), null).toTemplate(true, 1);
        var complaints = new Complaints();
        var label = new Label(new Label.Thing(Label.Kind.LOT, "BAT-36V", "L"), null, printed.values());
        Drawing drawing = new Typesetter(new Typesetter.Job(template, TYPEFACE, dpi, OPTIONS, "https://example.com/g"))
                .set(label, complaints.of("/label"));
        complaints.refuse();
        return drawing;
    }

    private interface Pressing {
        Press on(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] printed(Drawing drawing, Pressing pressing) throws IOException {
        var out = new ByteArrayOutputStream();
        try (Press press = pressing.on(out)) {
            press.print(drawing, 1);
        }
        return out.toByteArray();
    }

    @Test
    void aCheckCharacterWithTheValueOfFnc1IsNoPartOfTheText() throws IOException {
        var printed = new Case("{lot}", Map.of("lot", "{0_l"), "]C0{0_l");
        byte[] png = printed(drawing(Symbology.CODE_128, printed, 300), out -> new PngPress(out, TYPEFACE));
        assertThat(ReadBack.png(png)).containsExactly(printed.scanned());
    }

    @ParameterizedTest
    @EnumSource
    void readsBackFromEveryFormat(Symbology symbology) throws IOException {
        long seed = new Random(20261201).nextLong() + symbology.ordinal();
        System.out.println("ReadBackTest " + symbology.word + " seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < TIMES; i++) {
            Case printed = of(symbology, random);
            String as = symbology.word + " of " + printed.values() + ", seed " + seed;
            Drawing fine = drawing(symbology, printed, 600);
            byte[] pdf = printed(fine, out -> new PdfPress(out, TYPEFACE, null, 0));
            assertThat(ReadBack.pdf(pdf, 0)).as("pdf: " + as).containsExactly(printed.scanned());
            byte[] svg = printed(fine, out -> new SvgPress(out, TYPEFACE));
            assertThat(ReadBack.svg(svg)).as("svg: " + as).containsExactly(printed.scanned());
            for (int dpi : new int[] {203, 300, 600}) {
                Drawing drawing = drawing(symbology, printed, dpi);
                byte[] png = printed(drawing, out -> new PngPress(out, TYPEFACE));
                assertThat(ReadBack.png(png)).as("png " + dpi + ": " + as).containsExactly(printed.scanned());
                byte[] zpl = printed(drawing, out -> new ZplPress(out, TYPEFACE));
                assertThat(ReadBack.zpl(zpl)).as("zpl " + dpi + ": " + as).containsExactly(printed.scanned());
            }
        }
    }
}
