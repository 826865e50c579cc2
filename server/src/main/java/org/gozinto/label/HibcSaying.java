/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gozinto.identify.HibcLabel;
import org.gozinto.identify.Meaning;
import org.gozinto.identify.Options;
import org.gozinto.identify.Reading;
import org.gozinto.label.Typesetter.Said;
import org.jspecify.annotations.Nullable;

/**
 * What an HIBC symbol says: the primary of the item ({@code A999BJC5D6E71}, or {@code +A999BJC5D6E71G} with its check)
 * and behind it lot, serial and days of the label.
 */
final class HibcSaying {

    private static final int LABELLER = 4;
    private static final int SHORTEST = LABELLER + 2;

    private HibcSaying() {}

    static @Nullable Said of(Element.Filling filling, Label label, Options options, Complaints.OfLabel faults) {
        Wording content = filling.content();
        String primary = content == null ? null : content.filled(label.values());
        if (primary == null) {
            throw new IllegalStateException("a symbol without content is refused");
        }
        HibcLabel hibc = hibc(primary, label.values());
        Reading<String> closed = hibc == null
                ? Reading.bad("primary", "it is a labeller's code, a product number and a unit of measure", 0)
                : hibc.primary();
        if (closed instanceof Reading.Ok<String> ok
                && primary.startsWith("+")
                && !ok.value().equals(primary)) {
            closed = Reading.bad("check", "with its check character it would be " + ok.value(), 0);
        }
        if (hibc != null && closed.isOk()) {
            closed = hibc.concatenated(options);
        }
        return switch (closed) {
            case Reading.Ok<String> ok ->
                new Said(filling.symbology(), null, ok.value(), readable(ok.value()), field(label));
            case Reading.Bad<String> bad -> {
                String field = bad.code().equals("lot") || bad.code().equals("serial") ? bad.code() : "hibc";
                faults.add(
                        Fields.pointer(field),
                        "cannot stand in an HIBC label: " + bad.detail(),
                        field.equals("hibc") ? "a primary such as A999BJC5D6E71" : "1 to 18 letters and digits");
                yield null;
            }
        };
    }

    private static @Nullable HibcLabel hibc(String primary, Map<String, String> values) {
        boolean closed = primary.startsWith("+");
        String core = closed ? primary.substring(1, Math.max(1, primary.length() - 1)) : primary;
        if (core.length() < SHORTEST || !Character.isDigit(core.charAt(core.length() - 1))) {
            return null;
        }
        return new HibcLabel(
                core.substring(0, LABELLER),
                core.substring(LABELLER, core.length() - 1),
                core.charAt(core.length() - 1) - '0',
                values.get("lot"),
                values.get("serial"),
                day(values.get("expiry")),
                day(values.get("manufactured")),
                null);
    }

    private static Meaning.@Nullable Day day(@Nullable String text) {
        return text == null ? null : new Meaning.Day(LocalDate.parse(text), true);
    }

    /** People read it between asterisks (ANSI/HIBC 2.6 §2.3.4); primary, secondary and each supplement are a piece. */
    private static List<String> readable(String data) {
        return List.of(("*" + data + "*").split("(?<=.)(?=/)"));
    }

    private static String field(Label label) {
        return label.values().containsKey("serial") ? "serial" : label.values().containsKey("lot") ? "lot" : "hibc";
    }
}
