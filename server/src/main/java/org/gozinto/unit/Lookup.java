/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.identify.Code;
import org.gozinto.identify.Codes;
import org.gozinto.identify.Gln;
import org.gozinto.identify.Gtin;
import org.gozinto.identify.Options;
import org.gozinto.identify.Remark;
import org.gozinto.identify.Sscc;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.EntryRow;
import org.gozinto.ledger.Refusal;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.jspecify.annotations.Nullable;

/**
 * Answers any scanned or typed code: every reading of it, and everything that each can mean. Readings that name
 * something known come first; nothing is guessed silently.
 */
public class Lookup {

    private static final int CODE_LENGTH_MAX = 2_000;
    private static final int FOUND_MAX = 50;

    private final Units units;
    private final Items items;
    private final Places places;
    private final Entries entries;
    private final Clock clock;

    Lookup(Units units, Items items, Places places, Entries entries, Clock clock) {
        this.units = units;
        this.items = items;
        this.places = places;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * What a code says.
     *
     * @param family gtin, sscc, gln, elementString, digitalLink, epc or text
     * @param values what it names: gtin, lot, serial, sscc, gln, expiry, bestBefore, manufactured, text; the days as
     *     2027-03-01
     * @param known whether something of ours answers to it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReadingView(String family, Map<String, String> values, boolean known, List<String> remarks) {}

    /**
     * Something that a code can mean.
     *
     * @param match by what it was found: lot, serial, container, supplierLot, item, gtin, place, partner, gln,
     * document or entry
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Found(
            String match,
            @Nullable String unit,
            @Nullable String item,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String container,
            @Nullable String place,
            @Nullable String partner,
            @Nullable String document,
            @Nullable Long entry,
            @Nullable String name) {}

    /** All readings, ranked, and all that they can mean. */
    public record Answer(String code, List<ReadingView> readings, List<Found> found, boolean complete) {}

    /** Looks a code up. */
    public Answer of(String code) {
        if (code.isEmpty() || code.length() > CODE_LENGTH_MAX) {
            throw Refusal.of(
                            "bad-parameter",
                            "A parameter is wrong",
                            "code is empty or longer than " + CODE_LENGTH_MAX + " characters.")
                    .status(400)
                    .at("code", "1 to " + CODE_LENGTH_MAX + " characters", "Scan again.")
                    .asException();
        }
        List<ReadingView> known = new ArrayList<>();
        List<ReadingView> others = new ArrayList<>();
        Set<Found> found = new LinkedHashSet<>();
        for (Code reading : Codes.read(code, Options.at(clock))) {
            List<Found> meant = meant(reading);
            (meant.isEmpty() ? others : known).add(view(reading, !meant.isEmpty()));
            found.addAll(meant);
        }
        known.addAll(others);
        List<Found> first = found.stream().limit(FOUND_MAX).toList();
        return new Answer(code, known, first, first.size() == found.size());
    }

    private List<Found> meant(Code reading) {
        List<Found> found = new ArrayList<>();
        if (reading instanceof Code.PlainText plain) {
            byText(plain.text(), found);
            return found;
        }
        Gtin gtin = reading.gtin();
        Sscc sscc = reading.sscc();
        Gln gln = reading.gln();
        if (gtin != null) {
            byGtin(gtin, reading.lot(), reading.serial(), found);
        }
        if (sscc != null) {
            units.withNumber(sscc.digits(), FOUND_MAX).stream()
                    .filter(u -> u.kind() == Unit.Kind.CONTAINER)
                    .forEach(u -> found.add(unit(u)));
        }
        if (gln != null) {
            places.withGln(gln.digits()).forEach(p -> found.add(place("gln", p)));
        }
        return found;
    }

    private void byGtin(Gtin gtin, @Nullable String lot, @Nullable String serial, List<Found> found) {
        for (Item item : items.withGtin(gtin.digits())) {
            for (String number : numbers(lot, serial)) {
                units.withNumber(number, FOUND_MAX).stream()
                        .filter(u -> u.itemId() == item.id())
                        .filter(u -> u.kind() == (number.equals(serial) ? Unit.Kind.SERIAL : Unit.Kind.LOT)
                                || number.equals(lot) && u.kind() == Unit.Kind.LOT)
                        .forEach(u -> found.add(unit(u)));
            }
            if (lot != null) {
                units.withSupplierLot(lot, FOUND_MAX).stream()
                        .filter(u -> u.itemId() == item.id())
                        .forEach(u -> found.add(unit(u, "supplierLot")));
            }
            found.add(item("gtin", item));
        }
    }

    private static List<String> numbers(@Nullable String lot, @Nullable String serial) {
        List<String> numbers = new ArrayList<>();
        if (serial != null) {
            numbers.add(serial);
        }
        if (lot != null && !lot.equals(serial)) {
            numbers.add(lot);
        }
        return numbers;
    }

    private void byText(String text, List<Found> found) {
        units.withNumber(text, FOUND_MAX).stream()
                .filter(u -> u.kind() != Unit.Kind.UNTRACKED)
                .forEach(u -> found.add(unit(u)));
        units.withSupplierLot(text, FOUND_MAX).forEach(u -> found.add(unit(u, "supplierLot")));
        Item item = items.find(text);
        if (item != null) {
            found.add(item("item", item));
        }
        Place place = places.find(text);
        if (place != null) {
            found.add(place(place.kind() == Place.Kind.PARTNER ? "partner" : "place", place));
        }
        if (!entries.ofDocument(text, 1).isEmpty()) {
            found.add(new Found("document", null, null, null, null, null, null, null, text, null, null));
        }
        EntryRow entry = entries.byId(text);
        if (entry != null) {
            found.add(new Found("entry", null, null, null, null, null, null, null, null, entry.seq(), entry.type()));
        }
    }

    private Found unit(Unit unit) {
        return unit(unit, unit.kind().name().toLowerCase(java.util.Locale.ROOT));
    }

    private Found unit(Unit unit, String match) {
        Item item = unit.itemId() == 0 ? null : items.get(unit.itemId());
        return new Found(
                match,
                String.valueOf(unit.id()),
                item == null ? null : item.code(),
                unit.kind() == Unit.Kind.LOT ? unit.number() : units.lotNumber(unit),
                unit.kind() == Unit.Kind.SERIAL ? unit.number() : null,
                unit.kind() == Unit.Kind.CONTAINER ? unit.number() : null,
                null,
                null,
                null,
                null,
                item == null ? null : item.name());
    }

    private static Found item(String match, Item item) {
        return new Found(match, null, item.code(), null, null, null, null, null, null, null, item.name());
    }

    private static Found place(String match, Place place) {
        boolean partner = place.kind() == Place.Kind.PARTNER;
        return new Found(
                match,
                null,
                null,
                null,
                null,
                null,
                partner ? null : place.code(),
                partner ? place.code() : null,
                null,
                null,
                place.name());
    }

    private static ReadingView view(Code reading, boolean known) {
        Map<String, String> values = new LinkedHashMap<>();
        if (reading instanceof Code.PlainText plain) {
            values.put("text", plain.text());
        }
        reading.said().forEach(said -> values.putIfAbsent("(" + said.id() + ")", said.value()));
        put(values, "expiry", text(reading.expiry()));
        put(values, "bestBefore", text(reading.bestBefore()));
        put(values, "manufactured", text(reading.manufactured()));
        put(values, "gtin", reading.gtin() == null ? null : reading.gtin().digits());
        put(values, "lot", reading.lot());
        put(values, "serial", reading.serial());
        put(values, "sscc", reading.sscc() == null ? null : reading.sscc().digits());
        put(values, "gln", reading.gln() == null ? null : reading.gln().digits());
        List<String> remarks = reading.remarks().stream().map(Remark::detail).toList();
        return new ReadingView(reading.family().word(), values, known, remarks);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
