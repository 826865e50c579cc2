/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.identify.Code;
import org.gozinto.identify.Codes;
import org.gozinto.identify.Options;
import org.gozinto.ledger.Refusal;
import org.gozinto.unit.Meanings.Meant;
import org.gozinto.unit.Meanings.Rank;
import org.jspecify.annotations.Nullable;

/**
 * Answers any scanned or typed code: every reading of it, and everything that each can mean. Readings that name
 * something known come first; nothing is guessed silently.
 */
public class Lookup {

    static final int FOUND_MAX = 50;

    private static final int CODE_LENGTH_MAX = 2_000;

    private final Meanings meanings;
    private final Clock clock;

    Lookup(Meanings meanings, Clock clock) {
        this.meanings = meanings;
        this.clock = clock;
    }

    /**
     * What a code says.
     *
     * @param family gtin, sscc, gln, elementString, digitalLink, epc, text or another family of codes
     * @param values what it names: gtin, lot, serial, sscc, gln, expiry, bestBefore, manufactured, quantity, text; the
     *     days as 2027-03-01
     * @param known whether something of ours answers to it
     * @param guessed whether it rests on an assumption about lost characters, so that there are other readings
     * @param resolved true when it is guessed and the only one that names a lot or serial that is known of its item
     * @param keys the numbers by which it names an item
     * @param said every value in it, with where it stands in the code
     * @param faults what is odd about it, or why it is not the code that it looks like, with where that is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReadingView(
            String family,
            Map<String, String> values,
            boolean known,
            List<String> remarks,
            boolean guessed,
            @Nullable Boolean resolved,
            List<KeyView> keys,
            List<SaidView> said,
            List<FaultView> faults) {}

    /** A number that names an item, and whose it is. */
    public record KeyView(String scheme, String value) {}

    /** One value in a code; position counts characters from 0. */
    public record SaidView(String id, String title, String value, int position) {}

    /** What is wrong or odd at a place of a code; code is a stable name. */
    public record FaultView(String code, String detail, int position) {}

    /**
     * Something that a code can mean.
     *
     * @param match by what it was found: lot, serial, container, supplierLot, item, gtin, hibc, ppn, isbt128, part,
     *     customerPart, place, partner, gln, document or entry
     * @param near true when its number differs from the code's by uppercase and lowercase
     * @param contains how many base units of the item the package holds that the number is of
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
            @Nullable String name,
            @Nullable Boolean near,
            @Nullable String contains) {}

    /** All readings, ranked, and all that they can mean. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(String code, List<ReadingView> readings, List<Found> found, boolean complete) {}

    /** A reading with what it means. */
    private record Weighed(Code reading, Meant meant) {}

    /** Looks a code up. */
    public Answer of(String code) {
        refuseUnlikely(code);
        List<Weighed> weighed = new ArrayList<>();
        for (Code reading : Codes.read(code, Options.at(clock))) {
            weighed.add(new Weighed(reading, meanings.of(reading)));
        }
        // Sorting keeps the order of equals, in which the likelier reading stands first.
        weighed.sort(Comparator.comparing((Weighed w) -> w.meant().rank())
                .reversed()
                .thenComparing(w -> w.reading().guessed()));
        Set<Found> found = new LinkedHashSet<>();
        weighed.forEach(w -> found.addAll(w.meant().found()));
        if (found.isEmpty()) {
            weighed.forEach(w -> found.addAll(meanings.near(w.reading())));
        }
        Weighed resolved = resolved(weighed);
        List<ReadingView> readings = weighed.stream()
                .map(w -> ReadingViews.of(w.reading(), w.meant(), w == resolved))
                .toList();
        List<Found> first = found.stream().limit(FOUND_MAX).toList();
        return new Answer(code, readings, first, first.size() == found.size());
    }

    /** The only reading that names a known lot or serial of its item, where the text alone leaves several. */
    private static @Nullable Weighed resolved(List<Weighed> weighed) {
        var good = weighed.stream()
                .filter(w -> w.meant().rank().compareTo(Rank.LOT) >= 0)
                .toList();
        return good.size() == 1 && good.getFirst().reading().guessed() ? good.getFirst() : null;
    }

    private static void refuseUnlikely(String code) {
        if (code.isEmpty() || code.length() > CODE_LENGTH_MAX) {
            throw Refusal.of(
                            "bad-parameter",
                            "A parameter is wrong",
                            "code is empty or longer than " + CODE_LENGTH_MAX + " characters.")
                    .status(400)
                    .at("code", "1 to " + CODE_LENGTH_MAX + " characters", "Scan again.")
                    .asException();
        }
    }
}
