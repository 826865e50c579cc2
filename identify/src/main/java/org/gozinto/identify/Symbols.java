/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all symbols on one item say together: one often carries the item number, another lot and expiry. The rules between
 * application identifiers hold for all of them together (GS1 General Specifications §4.13), and symbols of other families
 * join in by what {@link Code} says of them. Where two contradict each other nothing is merged: then every question has
 * the answer null, and {@link #conflicts()} says why.
 *
 * @param codes one reading of each symbol, in the order of the scans
 * @param values every value with the symbol that it came from
 * @param notes what is odd, with the symbol that it is about
 * @param conflicts what keeps the symbols from being of one item
 */
public record Symbols(List<Code> codes, List<Told> values, List<Note> notes, List<Conflict> conflicts) {

    /** Most symbols that are read together. */
    public static final int MOST = 16;

    /** A value and the index of the symbol that says it. */
    public record Told(int symbol, Said said) {}

    /** A remark and the index of the symbol in whose text its position counts. */
    public record Note(int symbol, Remark remark) {}

    /**
     * Two symbols that cannot be of one item.
     *
     * @param code {@code gtin}, {@code lot}, {@code serial} and so on where both say different things, {@code repeated}
     *     for another identifier, {@code excludes} for identifiers that exclude each other, {@code tooMany}
     * @param detail a sentence for a person
     * @param first index of the one symbol
     * @param second index of the other
     */
    public record Conflict(String code, String detail, int first, int second) {}

    public Symbols {
        codes = List.copyOf(codes);
        values = List.copyOf(values);
        notes = List.copyOf(notes);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Reads scans of one item. Of a scan with sure readings the first one counts; of one that can only be guessed at, the
     * first guess that does not contradict the others.
     */
    public static Symbols read(List<String> scans, Options options) {
        List<List<Code>> all = new ArrayList<>();
        List<Code> chosen = new ArrayList<>();
        for (String scan : scans.subList(0, Math.min(scans.size(), MOST))) {
            List<Code> readings = Codes.read(scan, options);
            all.add(readings);
            chosen.add(readings.getFirst());
        }
        for (int i = 0; i < chosen.size(); i++) {
            List<Code> readings = all.get(i);
            for (int j = 1;
                    j < readings.size()
                            && chosen.get(i).guessed()
                            && !of(chosen).conflicts.isEmpty();
                    j++) {
                Code before = chosen.get(i);
                if (readings.get(j).guessed()) {
                    int conflicts = of(chosen).conflicts.size();
                    chosen.set(i, readings.get(j));
                    if (of(chosen).conflicts.size() >= conflicts) {
                        chosen.set(i, before);
                    }
                }
            }
        }
        Symbols read = of(chosen);
        if (scans.size() <= MOST) {
            return read;
        }
        List<Conflict> conflicts = new ArrayList<>(read.conflicts);
        conflicts.add(new Conflict("tooMany", "an item has at most " + MOST + " symbols", MOST, scans.size() - 1));
        return new Symbols(read.codes, read.values, read.notes, conflicts);
    }

    /** Puts readings together that the caller has chosen. */
    public static Symbols of(List<Code> codes) {
        return new Joined(codes).joined();
    }

    /** True when they can all be of one item. */
    public boolean agree() {
        return conflicts.isEmpty();
    }

    /** True when one of the readings is a guess. */
    public boolean guessed() {
        return codes.stream().anyMatch(Code::guessed);
    }

    private <T> @Nullable T first(Function<Code, @Nullable T> question) {
        if (!agree()) {
            return null;
        }
        return codes.stream().map(question).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The numbers by which they name the item. */
    public List<ItemKey> itemKeys() {
        if (!agree()) {
            return List.of();
        }
        return codes.stream().flatMap(c -> c.itemKeys().stream()).distinct().toList();
    }

    public @Nullable Gtin gtin() {
        return first(Code::gtin);
    }

    public @Nullable String lot() {
        return first(Code::lot);
    }

    public @Nullable String serial() {
        return first(Code::serial);
    }

    public @Nullable Sscc sscc() {
        return first(Code::sscc);
    }

    public @Nullable Gln gln() {
        return first(Code::gln);
    }

    /** The last usable day; one that a symbol gives goes before the last of a month that another one leaves open. */
    public @Nullable LocalDate expiry() {
        LocalDate exact = first(c -> Joined.isExact(c, c.expiry()) ? c.expiry() : null);
        return exact == null ? first(Code::expiry) : exact;
    }

    public @Nullable LocalDate bestBefore() {
        return first(Code::bestBefore);
    }

    public @Nullable LocalDate manufactured() {
        return first(Code::manufactured);
    }

    public @Nullable BigDecimal quantity() {
        return first(Code::quantity);
    }

    /** All application identifiers of all symbols as one element string; null when there are none or they disagree. */
    public @Nullable ElementString elements(Options options) {
        if (!agree()) {
            return null;
        }
        return ElementString.of(Joined.pairs(codes), options) instanceof ElementString.Made.Good good
                ? good.elements()
                : null;
    }
}
