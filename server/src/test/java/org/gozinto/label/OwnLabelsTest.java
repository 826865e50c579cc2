/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gozinto.identify.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** The picture of every label that comes with the program is read: whole, in every resolution that is printed. */
class OwnLabelsTest {

    private static final Options OPTIONS = Options.on(LocalDate.of(2026, 12, 1));
    private static final Typeface TYPEFACE = new Typeface();
    private static final long SEED = 20261201;
    private static final int TIMES = 2;
    private static final String CODE_SET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** A template, whether the item has a GTIN, and what a scanner gives for each of its symbols; ␝ ends a value. */
    private enum Printed {
        UNIT_50X25("unit-50x25", true, "]d201{gtin}11{manufactured}15{bestBefore}17{expiry}10{lot}␝21{serial}"),
        UNIT_50X25_OWN("unit-50x25", false, "]d1{number}"),
        UNIT_60X40(
                "unit-60x40",
                true,
                "]Q1https://example.com/g/01/{gtin}/10/{lot}/21/{serial}"
                        + "?11={manufactured}&15={bestBefore}&17={expiry}"),
        UNIT_60X40_OWN("unit-60x40", false, "]Q1{number}"),
        UNIT_25X10("unit-25x10", true, "]d201{gtin}17{expiry}10{lot}␝21{serial}"),
        UNIT_25X10_OWN("unit-25x10", false, "]d1{number}"),
        UNIT_100X30("unit-100x30", true, "]C101{gtin}10{lot}␝21{serial}"),
        UNIT_100X30_OWN("unit-100x30", false, "]C0{number}"),
        CASE_100X70("case-100x70", true, "]C101{gtin}15{bestBefore}17{expiry}30{count}", "]C110{lot}␝21{serial}"),
        CASE_100X70_OWN("case-100x70", false, "]C0{item}", "]C0{number}"),
        PALLET_105X148(
                "pallet-105x148",
                true,
                "]C102{contentGtin}15{contentBestBefore}17{contentExpiry}37{contentCount}",
                "]C110{contentLot}",
                "]C100{sscc}"),
        PALLET_105X148_OWN("pallet-105x148", false, "]C0{container}"),
        PLACE_100X50("place-100x50", false, "]C0{place}"),
        SHELF_70X36("shelf-70x36", false, "]Q1{place}"),
        HIBC_60X30("hibc-60x30", false, "]d1{hibcSaid}"),
        EAN_13_50X30("ean-13-50x30", true, "]E0{ean}"),
        ITF_14_100X50("itf-14-100x50", true, "]I0{gtin}");

        private final String template;
        private final boolean numbered;
        private final List<String> scanned;

        Printed(String template, boolean numbered, String... scanned) {
            this.template = template;
            this.numbered = numbered;
            this.scanned = List.of(scanned);
        }
    }

    @Test
    void everyTemplateIsTried() {
        assertThat(Arrays.stream(Printed.values()).map(p -> p.template))
                .containsAll(templates().stream().map(Template::code).toList());
    }

    @ParameterizedTest
    @EnumSource
    void readsThePictureOfTheLabel(Printed printed) throws IOException {
        System.out.println("OwnLabelsTest " + printed + " seed " + SEED);
        var random = new Random(SEED);
        for (int i = 0; i < TIMES; i++) {
            Map<String, String> values = values(random, printed.numbered);
            List<String> expected =
                    printed.scanned.stream().map(code -> filled(code, values)).toList();
            for (int dpi : new int[] {203, 300, 600}) {
                assertThat(ReadBack.png(png(printed.template, values, dpi)))
                        .as("%s at %d dpi of %s", printed.template, dpi, values)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    private static List<Template> templates() {
        try (InputStream in = Templates.class.getResourceAsStream("templates.json")) {
            return Arrays.stream(new JsonMapper().readValue(in, TemplateBody[].class))
                    .map(body -> body.toTemplate(false, 0))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] png(String code, Map<String, String> values, int dpi) throws IOException {
        Template template = templates().stream()
                .filter(t -> t.code().equals(code))
                .findFirst()
                .orElseThrow();
        var complaints = new Complaints();
        var label = new Label(new Label.Thing(Label.Kind.LOT, "BAT-36V", "L"), null, values);
        Drawing drawing = new Typesetter(new Typesetter.Job(template, TYPEFACE, dpi, OPTIONS, "https://example.com/g"))
                .set(label, complaints.of("/label"));
        complaints.refuse();
        var out = new ByteArrayOutputStream();
        try (Press press = new PngPress(out, TYPEFACE)) {
            press.print(drawing, 1);
        }
        return out.toByteArray();
    }

    private static Map<String, String> values(Random random, boolean numbered) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("item", "BAT-36V-10AH");
        values.put("name", "Battery pack 36 V 10 Ah");
        values.put("company", "Example Works Ltd");
        values.put("lot", "L" + text(random, 3 + random.nextInt(4)));
        values.put("serial", "S" + text(random, 3 + random.nextInt(4)));
        values.put("number", values.get("serial"));
        values.put("expiry", day(random));
        values.put("bestBefore", day(random));
        values.put("manufactured", day(random));
        values.put("place", "A-" + text(random, 2 + random.nextInt(5)));
        values.put("placeName", "Rack by the gate");
        values.put("qty", "24");
        values.put("count", "24");
        values.put("unit", "pcs");
        values.put("hibc", "A999BJC5D6E71");
        values.put("container", "BOX-" + text(random, 6));
        if (numbered) {
            values.put("gtin", "09506000134352");
            values.put("container", "395060001343520001");
            values.put("sscc", "395060001343520001");
            values.put("contentName", "Battery pack 36 V 10 Ah");
            values.put("contentGtin", "09506000134352");
            values.put("contentCount", "240");
            values.put("contentLot", values.get("lot"));
            values.put("contentExpiry", values.get("expiry"));
            values.put("contentBestBefore", values.get("bestBefore"));
        }
        return values;
    }

    private static String text(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(CODE_SET.charAt(random.nextInt(CODE_SET.length())));
        }
        return text.toString();
    }

    private static String day(Random random) {
        return LocalDate.of(2027, 1, 1).plusDays(random.nextInt(3000)).toString();
    }

    private static String filled(String code, Map<String, String> values) {
        String filled = code.replace("␝", "\u001d")
                .replace("{ean}", "9506000134352")
                .replace("{hibcSaid}", code.contains("{hibcSaid}") ? ReadBackTest.hibc(values) : "");
        for (Map.Entry<String, String> value : values.entrySet()) {
            boolean day = Fields.DAYS.contains(value.getKey());
            filled = filled.replace(
                    "{" + value.getKey() + "}",
                    day ? value.getValue().replace("-", "").substring(2) : value.getValue());
        }
        return filled;
    }
}
