/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.gozinto.identify.NumberRange;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;

/** Checks rules that were sent, and says all that is wrong with one at once. */
final class RuleCheck {

    private static final int TEXT_LENGTH_MAX = 200;
    private static final int REASON_LENGTH_MAX = 500;
    private static final int VALUES_MAX = 1_000;
    private static final int CONDITIONS_MAX = 20;

    private final Items items;

    RuleCheck(Items items) {
        this.items = items;
    }

    /** The rule as it is to be kept, with this version; refused when it cannot be. */
    FitRule checked(FitRule sent, long version) {
        var faults = new Faults();
        String code = faults.code("/code", sent.code());
        faults.text("/name", sent.name(), TEXT_LENGTH_MAX);
        faults.text("/reason", sent.reason(), REASON_LENGTH_MAX);
        boolean related = faults.expect(
                sent.relation() != null && Relation.words().contains(sent.relation()),
                "/relation",
                sent.relation() == null ? "is missing" : "is unknown",
                String.join(", ", Relation.words()));
        FitRule.Selection subject = selection(faults, "/subject", sent.subject());
        FitRule.Selection object = selection(faults, "/object", sent.object());
        window(faults, "/validFrom", sent.validFrom(), "/validTo", sent.validTo());
        FitRule.Enforce enforce = enforce(
                faults, sent.enforce(), related && Relation.REPLACED_BY.word().equals(sent.relation()));
        faults.refuse("The rule cannot be kept");
        return new FitRule(
                code,
                sent.name() == null ? code : sent.name(),
                !Boolean.FALSE.equals(sent.active()),
                version,
                subject,
                sent.relation(),
                object,
                sent.validFrom(),
                sent.validTo(),
                enforce,
                sent.reason());
    }

    private static FitRule.Enforce enforce(Faults faults, FitRule.@Nullable Enforce sent, boolean replaces) {
        String install = sent == null || sent.install() == null ? Enforcement.NONE.word() : sent.install();
        String ship = sent == null || sent.ship() == null ? Enforcement.NONE.word() : sent.ship();
        List<String> words = replaces ? List.of(Enforcement.NONE.word()) : Enforcement.words();
        String expected = replaces ? "none: what replaces another forbids nothing" : String.join(", ", words);
        faults.expect(words.contains(install), "/enforce/install", "is unknown or not possible", expected);
        faults.expect(words.contains(ship), "/enforce/ship", "is unknown or not possible", expected);
        return new FitRule.Enforce(install, ship);
    }

    private FitRule.@Nullable Selection selection(Faults faults, String at, FitRule.@Nullable Selection sent) {
        if (!faults.expect(sent != null, at, "is missing", "{\"item\":…}") || sent == null) {
            return null;
        }
        Item item = item(faults, at + "/item", sent.item());
        values(faults, at + "/revisions", sent.revisions());
        values(faults, at + "/lots", sent.lots());
        faults.expect(
                empty(sent.lots()) || item == null || item.tracking().byLot(),
                at + "/lots",
                "are of an item without lots",
                "no lots, or an item that is tracked by lot");
        faults.expect(
                empty(sent.serials()) || item == null || item.tracking().bySerial(),
                at + "/serials",
                "are of an item without serials",
                "no serials, or an item that is tracked by serial");
        serials(faults, at + "/serials", sent.serials());
        window(faults, at + "/madeFrom", sent.madeFrom(), at + "/madeTo", sent.madeTo());
        versions(faults, at + "/versions", sent.versions());
        has(faults, at + "/has", sent.has());
        return new FitRule.Selection(
                sent.item(),
                kept(sent.revisions()),
                kept(sent.lots()),
                kept(sent.serials()),
                sent.madeFrom(),
                sent.madeTo(),
                kept(sent.versions()),
                kept(sent.has()));
    }

    private @Nullable Item item(Faults faults, String at, @Nullable String code) {
        Item item = code == null ? null : items.find(code);
        faults.expect(item != null, at, code == null ? "is missing" : "is unknown", "the code of an item");
        return item;
    }

    private static boolean empty(@Nullable List<?> values) {
        return values == null || values.isEmpty();
    }

    private static <T> @Nullable List<T> kept(@Nullable List<T> values) {
        return values == null || values.isEmpty() ? null : List.copyOf(values);
    }

    private static void values(Faults faults, String at, @Nullable List<String> values) {
        if (values == null) {
            return;
        }
        faults.expect(values.size() <= VALUES_MAX, at, "are too many", "at most " + VALUES_MAX);
        for (int i = 0; i < Math.min(values.size(), VALUES_MAX); i++) {
            value(faults, at + "/" + i, values.get(i));
        }
    }

    private static void value(Faults faults, String at, @Nullable String value) {
        faults.expect(value != null && !value.isBlank(), at, "is missing", "a text");
        faults.text(at, value, TEXT_LENGTH_MAX);
    }

    private static void serials(Faults faults, String at, @Nullable List<FitRule.Span> spans) {
        if (spans == null) {
            return;
        }
        faults.expect(spans.size() <= VALUES_MAX, at, "are too many", "at most " + VALUES_MAX);
        for (int i = 0; i < Math.min(spans.size(), VALUES_MAX); i++) {
            FitRule.Span span = spans.get(i);
            String from = span == null || span.from() == null ? "" : span.from();
            String to = span == null || span.to() == null ? "" : span.to();
            faults.text(at + "/" + i + "/from", from, TEXT_LENGTH_MAX);
            faults.text(at + "/" + i + "/to", to, TEXT_LENGTH_MAX);
            String flaw = NumberRange.flaw(from, to);
            faults.expect(flaw == null, at + "/" + i, String.valueOf(flaw), "two numbers that differ in their digits");
        }
    }

    private static void window(Faults faults, String fromAt, @Nullable String from, String toAt, @Nullable String to) {
        LocalDate first = day(faults, fromAt, from);
        LocalDate last = day(faults, toAt, to);
        faults.expect(
                first == null || last == null || !last.isBefore(first),
                toAt,
                "is before its beginning",
                "the day of the beginning or a later one");
    }

    private static @Nullable LocalDate day(Faults faults, String at, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            faults.expect(false, at, "is not a day", "a day such as 2026-03-31");
            return null;
        }
    }

    private static void versions(Faults faults, String at, @Nullable List<FitRule.VersionSpan> spans) {
        if (spans == null) {
            return;
        }
        faults.expect(spans.size() <= CONDITIONS_MAX, at, "are too many", "at most " + CONDITIONS_MAX);
        for (int i = 0; i < Math.min(spans.size(), CONDITIONS_MAX); i++) {
            FitRule.VersionSpan span = spans.get(i);
            String here = at + "/" + i;
            if (faults.expect(span != null, here, "is null", "{\"name\":…,\"from\":…,\"to\":…}") && span != null) {
                version(faults, here, span);
            }
        }
    }

    private static void version(Faults faults, String at, FitRule.VersionSpan span) {
        String from = span.from();
        String to = span.to();
        value(faults, at + "/name", span.name());
        faults.expect(from != null || to != null, at, "has no end", "a version in from, to or both");
        if (from != null) {
            value(faults, at + "/from", from);
        }
        if (to != null) {
            value(faults, at + "/to", to);
        }
        faults.expect(
                from == null || to == null || VersionOrder.INSTANCE.compare(from, to) <= 0,
                at + "/to",
                "is before its beginning",
                "the version of the beginning or a later one");
    }

    private void has(Faults faults, String at, @Nullable List<FitRule.Having> conditions) {
        if (conditions == null) {
            return;
        }
        faults.expect(conditions.size() <= CONDITIONS_MAX, at, "are too many", "at most " + CONDITIONS_MAX);
        for (int i = 0; i < Math.min(conditions.size(), CONDITIONS_MAX); i++) {
            FitRule.Having having = conditions.get(i);
            String here = at + "/" + i;
            if (faults.expect(having != null, here, "is null", "{\"item\":…}") && having != null) {
                item(faults, here + "/item", having.item());
                values(faults, here + "/revisions", having.revisions());
                faults.text(here + "/position", having.position(), TEXT_LENGTH_MAX);
            }
        }
    }
}
