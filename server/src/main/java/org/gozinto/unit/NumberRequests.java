/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.gozinto.identify.Reading;
import org.gozinto.identify.SerialNumbers;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/** What can be asked about numbers, and what is wrong with it. */
final class NumberRequests {

    /** Numbers of a block, and of an act of voiding, at the most. */
    static final int COUNT_MAX = 100_000;

    /** A day on which numbers are used is not further from today, in either direction. */
    private static final int DAYS_AWAY_MAX = 366;

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private NumberRequests() {}

    /** What a client asks to be reserved. */
    record Order(
            @Nullable String id,
            @Nullable String item,
            @Nullable String kind,
            @Nullable Integer count,
            @Nullable String line,
            @Nullable String shift,
            @Nullable String site,
            @Nullable String on,
            @Nullable String lot) {}

    /** Ranges of a supplier's numbers that are to be ours to use. */
    record Adoption(
            @Nullable String id,
            @Nullable String item,
            @Nullable String kind,
            @Nullable String supplier,
            @Nullable List<@Nullable String> ranges,
            @Nullable String lot) {}

    /** Numbers that are never to be used. */
    record Voiding(
            @Nullable String id,
            @Nullable String item,
            @Nullable String kind,
            @Nullable String supplier,
            @Nullable List<@Nullable String> numbers,
            @Nullable String reason) {}

    /** The numbers of a list of numbers and ranges, each once. */
    static List<String> numbers(Faults faults, String pointer, @Nullable List<@Nullable String> texts) {
        if (!faults.expect(
                        texts != null && !texts.isEmpty(),
                        pointer,
                        "is missing",
                        "numbers or ranges such as A0001-A1000")
                || texts == null) {
            return List.of();
        }
        List<String> numbers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            String at = pointer + "/" + i;
            String text = texts.get(i);
            switch (SerialNumbers.expand(text == null ? "" : text)) {
                case Reading.Bad<List<String>> bad ->
                    faults.expect(
                            false,
                            at,
                            bad.detail() + " (at character " + (bad.position() + 1) + ")",
                            "numbers or a range");
                case Reading.Ok<List<String>> ok -> {
                    if (numbers.size() + (long) ok.value().size() > COUNT_MAX) {
                        faults.expect(false, at, "makes them too many", "at most " + COUNT_MAX + " numbers");
                        return numbers;
                    }
                    for (String number : ok.value()) {
                        if (!seen.add(number)) {
                            faults.expect(false, at, "has " + number + ", which was named before", "each number once");
                            break;
                        }
                        numbers.add(number);
                    }
                }
            }
        }
        return numbers;
    }

    static String id(Faults faults, @Nullable String given) {
        String id = given == null ? "" : given.toLowerCase(Locale.ROOT);
        faults.expect(
                UUID.matcher(id).matches(),
                "/id",
                given == null ? "is missing" : "is not a UUID",
                "a UUID made by the client, best a UUIDv7");
        return id;
    }

    static NumberKind kind(Faults faults, @Nullable String word) {
        NumberKind kind = NumberKind.of(word);
        faults.expect(kind != null, "/kind", "is missing or unknown", "lot or serial");
        return kind == null ? NumberKind.SERIAL : kind;
    }

    static @Nullable LocalDate day(Faults faults, @Nullable String text, LocalDate today) {
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            long away = Math.abs(ChronoUnit.DAYS.between(today, day));
            faults.expect(
                    away <= DAYS_AWAY_MAX,
                    "/on",
                    "is too far from today",
                    "a day at most " + DAYS_AWAY_MAX + " days from today");
            return day;
        } catch (DateTimeParseException e) {
            faults.expect(false, "/on", "is not a date", "a date such as 2026-12-01");
            return null;
        }
    }

    /** The item of this code, which must have such numbers. */
    static Item item(Items items, @Nullable String code, NumberKind kind) {
        Item item = code == null ? null : items.find(code);
        if (item == null) {
            throw Refusal.of("unknown-item", "No such item", "There is no item " + code + ".")
                    .at("/item", "the code of an item", "Make the item first, or correct the code.")
                    .asException();
        }
        if (!kind.fits(item.tracking())) {
            throw Refusal.of(
                            kind == NumberKind.LOT ? "not-lot-tracked" : "not-serial-tracked",
                            "The item is tracked otherwise",
                            item.code() + " is tracked by " + item.tracking().word() + ".")
                    .at("/kind", item.tracking().word(), "Name the right item or kind.")
                    .asException();
        }
        return item;
    }

    static void refuseNumberedByOthers(Item item) {
        if (item.issuer() != null) {
            throw Refusal.of(
                            "numbered-by-supplier",
                            "The numbers are not ours",
                            item.code() + " is numbered by " + item.issuer() + ".")
                    .at("/item", "an item that we number", "Take the supplier's ranges over instead.")
                    .asException();
        }
    }
}
