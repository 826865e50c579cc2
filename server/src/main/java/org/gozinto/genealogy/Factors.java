/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.gozinto.genealogy.Factor.Family;
import org.gozinto.ledger.Database;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What units have in their history: the lots, suppliers, runs, lines, hours and tanks behind each of them, at every
 * tier, as a table of which unit has which.
 *
 * <p>It follows the rules of the backward trace (an input with links is in what it is linked to; without, in every
 * output of its run at or after it; a draw from a vessel has what was in that then), and says how likely each is: of
 * inputs of one item that are not told apart, and of the fills of a vessel, each has its share of the quantity;
 * different items in one run are all in it. Safe for use by many threads.
 */
public final class Factors {

    /** Units of one question. */
    public static final int UNITS_MAX = 200_000;

    private static final int UNITS_A_TIME = 500;

    private final LedgerBook ledger;
    private final Database database;
    private final JsonMapper json;

    Factors(LedgerBook ledger, Database database, JsonMapper json) {
        this.ledger = ledger;
        this.database = database;
        this.json = json;
    }

    /** Which parts of a host count. */
    public enum Parts {
        /** All that were ever in it until then. */
        EVER,
        /** Those that were in it then. */
        AS_INSTALLED
    }

    /**
     * A question about units.
     *
     * @param families that are looked for
     */
    public record Asked(List<Of> units, Set<Family> families, Parts parts) {

        public Asked {
            units = List.copyOf(units);
            families = Set.copyOf(families);
        }
    }

    /** @param asOfUs what happened to it later does not count; microseconds since 1970 UTC, null for now */
    public record Of(long unitId, @Nullable Long asOfUs) {}

    /** All families but the helpers. */
    public static Set<Family> allFamilies() {
        Set<Family> all = EnumSet.allOf(Family.class);
        all.remove(Family.SERIAL);
        return all;
    }

    /** Takes what is found. */
    public interface Taker {

        /** A factor that was not met before; the answer is what the taker calls it. */
        int factor(Factor factor);

        /**
         * A unit has a factor.
         *
         * @param unit its place in the question
         * @param factor what the taker called it
         * @param weight above 0 and at most 1; 1 for certain
         */
        void has(int unit, int factor, double weight);

        /** A unit, or something in it, was made on an equipment, for certain or more likely than not. */
        void passed(int unit, String equipment, long atUs);
    }

    /** Whether the ledger knows the unit. */
    public boolean knows(long unitId) {
        return isKnown(ledger.latest(), unitId);
    }

    private static boolean isKnown(LedgerBook.View book, long unitId) {
        return unitId > 0 && unitId <= book.unitCount();
    }

    /**
     * Finds the factors of units.
     *
     * @param progress is told now and then how many units are done
     * @return the last entry that was read
     * @throws IllegalArgumentException when there are more than {@link #UNITS_MAX} units
     */
    public long of(Asked asked, Taker taker, IntConsumer progress) {
        if (asked.units().size() > UNITS_MAX) {
            throw new IllegalArgumentException(asked.units().size() + " units");
        }
        LedgerBook.View book = ledger.latest();
        new Table(book, asked, taker).fill(progress);
        return book.head();
    }

    /** The units from the one that has a factor by itself to the unit asked about; empty when it has it not. */
    public List<Long> path(Of unit, Factor factor, Parts parts) {
        LedgerBook.View book = ledger.latest();
        if (!isKnown(book, unit.unitId())) {
            return List.of();
        }
        Set<Family> families = EnumSet.of(factor.family());
        var walk = new FactorWalk(book, families, parts);
        int number = walk.facts().number(factor);
        return walk.path(LedgerBook.number(unit.unitId()), asOf(unit), number).stream()
                .map(LedgerBook::unitId)
                .toList();
    }

    private static long asOf(Of unit) {
        Long asOfUs = unit.asOfUs();
        return asOfUs == null ? Long.MAX_VALUE : asOfUs;
    }

    /** One table that is being filled. */
    private final class Table {

        private final LedgerBook.View book;
        private final Asked asked;
        private final Taker taker;
        private final FactorWalk walk;
        private final FactorDetails details;
        private final ProfileMixer mixer = new ProfileMixer();
        private final boolean wantsDetails;
        /** What the taker calls each factor; -1 before it was told. */
        private int[] called = new int[1_024];

        Table(LedgerBook.View book, Asked asked, Taker taker) {
            this.book = book;
            this.asked = asked;
            this.taker = taker;
            Set<Family> families = new HashSet<>(asked.families());
            this.wantsDetails = families.contains(Family.ATTRIBUTE) || families.contains(Family.SUPPLIER_LOT);
            if (wantsDetails) {
                families.add(Family.SERIAL);
                families.add(Family.LOT);
            }
            this.walk = new FactorWalk(book, families, asked.parts());
            this.details = new FactorDetails(database, json, asked.families());
            Arrays.fill(called, -1);
        }

        void fill(IntConsumer progress) {
            List<Of> units = asked.units();
            for (int from = 0; from < units.size(); from += UNITS_A_TIME) {
                int to = Math.min(units.size(), from + UNITS_A_TIME);
                List<Profile> profiles = new ArrayList<>(to - from);
                for (Of unit : units.subList(from, to)) {
                    profiles.add(
                            isKnown(book, unit.unitId())
                                    ? walk.of(LedgerBook.number(unit.unitId()), asOf(unit))
                                    : Profile.NONE);
                }
                if (wantsDetails) {
                    load(profiles);
                }
                for (int unit = from; unit < to; unit++) {
                    tell(unit, profiles.get(unit - from));
                }
                walk.tidy();
                progress.accept(to);
            }
        }

        private void load(List<Profile> profiles) {
            Set<Long> fresh = new HashSet<>();
            for (Profile profile : profiles) {
                for (int factor : profile.factors()) {
                    Factor known = walk.facts().factor(factor);
                    if (isOfUnit(known) && !details.has(known.unitId())) {
                        fresh.add(known.unitId());
                    }
                }
            }
            details.load(fresh);
        }

        private static boolean isOfUnit(Factor factor) {
            return factor.family() == Family.LOT || factor.family() == Family.SERIAL;
        }

        private void tell(int unit, Profile profile) {
            for (int i = 0; i < profile.size(); i++) {
                Factor factor = walk.facts().factor(profile.factors()[i]);
                float weight = profile.weights()[i];
                if (factor.family() == Family.PASS) {
                    if (weight >= 0.5 && asked.families().contains(Family.PASS)) {
                        taker.passed(unit, String.valueOf(factor.text()), factor.atUs());
                    }
                } else if (asked.families().contains(factor.family())) {
                    taker.has(unit, called(profile.factors()[i]), weight);
                }
                if (wantsDetails && isOfUnit(factor)) {
                    for (Factor more : details.of(factor.unitId())) {
                        mixer.add(walk.facts().number(more), weight);
                        mixer.next();
                    }
                }
            }
            int number = LedgerBook.number(asked.units().get(unit).unitId());
            for (int factor : walk.ofHosts(number, asOf(asked.units().get(unit)))) {
                mixer.add(factor, 1);
                mixer.next();
            }
            Profile more = mixer.take();
            for (int i = 0; i < more.size(); i++) {
                taker.has(unit, called(more.factors()[i]), more.weights()[i]);
            }
        }

        private int called(int factor) {
            if (factor >= called.length) {
                int before = called.length;
                called = Arrays.copyOf(called, Math.max(factor + 1, before * 2));
                Arrays.fill(called, before, called.length, -1);
            }
            if (called[factor] < 0) {
                called[factor] = taker.factor(walk.facts().factor(factor));
            }
            return called[factor];
        }
    }
}
