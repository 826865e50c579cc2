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
import org.gozinto.identify.Symbols;
import org.gozinto.ledger.Paging;
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

    /** Guesses that are tried for symbols that are read together. */
    private static final int TRIES_MAX = 16;

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
     * @param recalls that stop what it names; a lot or serial that is not known yet may be named by a rule
     * @param symbol where several codes were asked together: which of them this is a reading of, from 0
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
            List<FaultView> faults,
            @Nullable List<RecallTag> recalls,
            @Nullable Integer symbol) {}

    /** A number that names an item, and whose it is. */
    public record KeyView(String scheme, String value) {}

    /** One value in a code; position counts characters from 0, in the code with the index symbol if there are more. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SaidView(
            String id,
            String title,
            String value,
            int position,
            @Nullable Integer symbol) {}

    /** What is wrong or odd at a place of a code; code is a stable name. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FaultView(
            String code,
            String detail,
            int position,
            @Nullable Integer symbol) {}

    /** Two symbols, by their indexes, that cannot be of one item; code says in what. */
    public record ConflictView(String code, String detail, int first, int second) {}

    /**
     * What all symbols say together; where they contradict each other, only why.
     *
     * @param values as in a reading
     * @param recalls as in a reading
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TogetherView(
            Map<String, String> values,
            boolean known,
            boolean guessed,
            List<KeyView> keys,
            List<SaidView> said,
            List<FaultView> faults,
            @Nullable List<RecallTag> recalls,
            List<ConflictView> conflicts) {}

    /**
     * Something that a code can mean.
     *
     * @param match by what it was found: lot, serial, container, supplierLot, item, gtin, hibc, ppn, pzn, isbt128,
     *     part, customerPart, place, partner, gln, document or entry
     * @param near true when its number differs from the code's by uppercase and lowercase
     * @param recalls that a unit is under
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
            @Nullable String contains,
            @Nullable List<RecallTag> recalls) {}

    /**
     * All readings, ranked, and all that they can mean.
     *
     * @param code what was asked; of several codes the first
     * @param codes the codes, where several were asked
     * @param together what they say together, where several were asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            String code,
            @Nullable List<String> codes,
            @Nullable TogetherView together,
            List<ReadingView> readings,
            List<Found> found,
            boolean complete) {}

    /** A reading with what it means. */
    private record Weighed(Code reading, Meant meant) {}

    /** What symbols say together, with what that means. */
    private record Joint(Symbols symbols, Meant meant) {}

    /** Looks up a code, or several that stand on one item. */
    public Answer of(List<String> codes) {
        refuseUnlikely(codes);
        Options options = Options.at(clock);
        List<List<Weighed>> weighed =
                codes.stream().map(code -> weighed(code, options)).toList();
        Joint joint = codes.size() == 1 ? null : joint(weighed);
        Set<Found> found = new LinkedHashSet<>();
        if (joint != null && joint.meant().rank() != Rank.NOTHING) {
            found.addAll(joint.meant().found());
        } else {
            weighed.forEach(one -> one.forEach(w -> found.addAll(w.meant().found())));
        }
        if (found.isEmpty()) {
            weighed.forEach(one -> one.forEach(w -> found.addAll(meanings.near(w.reading()))));
        }
        List<ReadingView> readings = new ArrayList<>();
        for (int i = 0; i < weighed.size(); i++) {
            Integer symbol = codes.size() == 1 ? null : i;
            Weighed resolved = resolved(weighed.get(i));
            weighed.get(i).forEach(w -> readings.add(ReadingViews.of(w.reading(), w.meant(), w == resolved, symbol)));
        }
        List<Found> first = found.stream().limit(FOUND_MAX).toList();
        return new Answer(
                codes.getFirst(),
                joint == null ? null : codes,
                joint == null ? null : ReadingViews.together(joint.symbols(), joint.meant()),
                readings,
                first,
                first.size() == found.size());
    }

    /** All readings of a code, ranked. */
    private List<Weighed> weighed(String code, Options options) {
        List<Weighed> weighed = new ArrayList<>();
        for (Code reading : Codes.read(code, options)) {
            weighed.add(new Weighed(reading, meanings.of(reading)));
        }
        // Sorting keeps the order of equals, in which the likelier reading stands first.
        weighed.sort(Comparator.comparing((Weighed w) -> w.meant().rank())
                .reversed()
                .thenComparing(w -> w.reading().guessed()));
        return weighed;
    }

    /**
     * What the codes say together. Each counts with its first reading; where that is a guess, another one counts that
     * lets the whole name something that is better known.
     */
    private Joint joint(List<List<Weighed>> weighed) {
        List<Code> chosen = new ArrayList<>(
                weighed.stream().map(one -> chosen(one).reading()).toList());
        Joint best = joint(Symbols.of(chosen));
        int tries = TRIES_MAX;
        for (int i = 0; i < weighed.size(); i++) {
            if (!chosen.get(i).guessed()) {
                continue;
            }
            for (Weighed other : weighed.get(i)) {
                if (!other.reading().guessed() || tries-- <= 0) {
                    continue;
                }
                List<Code> tried = new ArrayList<>(chosen);
                tried.set(i, other.reading());
                Joint joint = joint(Symbols.of(tried));
                if (isBetter(joint, best)) {
                    best = joint;
                    chosen = tried;
                }
            }
        }
        return best;
    }

    /** The first reading that is more than text, since what a symbol says as text joins nothing. */
    private static Weighed chosen(List<Weighed> readings) {
        return readings.stream()
                .filter(w -> !(w.reading() instanceof Code.PlainText))
                .findFirst()
                .orElse(readings.getFirst());
    }

    private static boolean isBetter(Joint one, Joint other) {
        if (one.symbols().agree() != other.symbols().agree()) {
            return one.symbols().agree();
        }
        return one.meant().rank().compareTo(other.meant().rank()) > 0;
    }

    private Joint joint(Symbols symbols) {
        return new Joint(symbols, symbols.agree() ? meanings.of(Subject.of(symbols)) : Meant.NOTHING);
    }

    /** The only reading that names a known lot or serial of its item, where the text alone leaves several. */
    private static @Nullable Weighed resolved(List<Weighed> weighed) {
        var good = weighed.stream()
                .filter(w -> w.meant().rank().compareTo(Rank.LOT) >= 0)
                .toList();
        return good.size() == 1 && good.getFirst().reading().guessed() ? good.getFirst() : null;
    }

    private static void refuseUnlikely(List<String> codes) {
        if (codes.isEmpty()) {
            throw Paging.badParameter("code", "is missing", "a value");
        }
        if (codes.size() > Symbols.MOST) {
            throw Paging.badParameter("code", "stands there " + codes.size() + " times", "at most " + Symbols.MOST);
        }
        for (String code : codes) {
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
}
