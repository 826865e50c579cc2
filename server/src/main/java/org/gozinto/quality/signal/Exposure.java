/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gozinto.genealogy.Factor;
import org.gozinto.genealogy.Factors;
import org.gozinto.genealogy.Lives;
import org.gozinto.genealogy.Lives.Life;
import org.gozinto.quality.complaint.ComplaintFacts;
import org.jspecify.annotations.Nullable;

/**
 * Units in service and complaints of each lot: of the lots of what was shipped, and through genealogy of each lot that
 * is in it. A unit carries a lot when it has it more likely than not.
 *
 * <p>A unit enters service when it first goes to a partner. Of an item of which nothing ever went to a partner, into a
 * run or into a host, shipments are not recorded here: its units enter service when they are made.
 */
final class Exposure {

    private static final double LIKELY = 0.5;
    private static final int UNITS_A_TIME = 50_000;
    private static final Set<Factor.Family> LOTS = Set.of(Factor.Family.LOT);

    private final Names names;
    private final Factors factors;
    private final Lives lives;
    private final LocalDate asOf;
    private final Map<Long, Tally> tallies = new TreeMap<>();
    private final Map<Long, String> countries = new HashMap<>();
    private final Set<String> shipped = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    Exposure(Names names, Factors factors, Lives lives, LocalDate asOf) {
        this.names = names;
        this.factors = factors;
        this.lives = lives;
        this.asOf = asOf;
    }

    /** @param left null while in service */
    private record Key(
            String market, YearMonth entered, @Nullable YearMonth left) {}

    /** What is counted of one lot. */
    private static final class Tally {
        private final String item;
        private long madeUs = Long.MAX_VALUE;
        private boolean finished;
        private final Set<String> carriers = new TreeSet<>();
        private final Map<Key, Long> cohorts = new HashMap<>();
        private final List<LotRecord.Said> complaints = new ArrayList<>();

        Tally(String item) {
            this.item = item;
        }

        LotRecord done() {
            List<LotRecord.Stay> stays = new ArrayList<>();
            cohorts.forEach((key, units) -> stays.add(new LotRecord.Stay(
                    key.market(),
                    key.entered().toString(),
                    key.left() == null ? null : String.valueOf(key.left()),
                    units)));
            stays.sort(Comparator.comparing(LotRecord.Stay::entered)
                    .thenComparing(LotRecord.Stay::market)
                    .thenComparing(one -> String.valueOf(one.left())));
            String madeOn = madeUs == Long.MAX_VALUE ? null : Days.day(madeUs).toString();
            return new LotRecord(item, madeOn, finished, List.copyOf(carriers), stays, complaints);
        }
    }

    /** The lots by their ids, with the last entry that was read. */
    record Counted(Map<Long, LotRecord> lots, long seq, long complaints) {}

    /** What was said of one unit or lot. */
    private record Told(ComplaintFacts.Fact fact, long unitId, LocalDate failedOn) {}

    Counted count(ComplaintFacts complaints, QualityJobs.Teller teller) {
        lives.forEach(item -> true, this::look);
        teller.tell("exposure", 0, 0);
        List<Life> some = new ArrayList<>();
        long[] seq = {0};
        lives.forEach(item -> true, life -> {
            made(life);
            Life entered = entered(life);
            if (entered != null) {
                some.add(entered);
            }
            if (some.size() == UNITS_A_TIME) {
                seq[0] = carry(some);
                some.clear();
            }
        });
        seq[0] = Math.max(seq[0], carry(some));
        teller.tell("complaints", 0, 0);
        List<Told> told = new ArrayList<>();
        complaints.facts(null, null, fact -> {
            long unit = fact.unitId() != 0 ? fact.unitId() : fact.lotId();
            LocalDate failedOn = fact.failedDay() == null ? fact.reportedDay() : fact.failedDay();
            if (unit != 0) {
                told.add(new Told(fact, unit, failedOn));
            }
        });
        for (int from = 0; from < told.size(); from += UNITS_A_TIME) {
            say(told.subList(from, Math.min(told.size(), from + UNITS_A_TIME)));
        }
        Map<Long, LotRecord> lots = new TreeMap<>();
        tallies.forEach((id, tally) -> {
            if (!tally.cohorts.isEmpty() || !tally.complaints.isEmpty()) {
                lots.put(id, tally.done());
            }
        });
        return new Counted(lots, seq[0], told.size());
    }

    // --- units

    private void look(Life life) {
        if (life.enteredUs() != Lives.NEVER) {
            shipped.add(life.item());
        }
        if (life.used()) {
            used.add(life.item());
        }
    }

    private void made(Life life) {
        if (life.lotId() != 0) {
            Tally tally = tally(life.lotId(), life.item());
            tally.madeUs = Math.min(tally.madeUs, life.madeUs());
        }
    }

    private @Nullable Life entered(Life life) {
        if (life.enteredUs() != Lives.NEVER) {
            return Days.day(life.enteredUs()).isAfter(asOf) ? null : life;
        }
        boolean isKept = !life.serial() || shipped.contains(life.item()) || used.contains(life.item());
        if (isKept || Days.day(life.madeUs()).isAfter(asOf)) {
            return null;
        }
        return new Life(
                life.unitId(),
                life.lotId(),
                life.item(),
                true,
                life.qty(),
                life.madeUs(),
                life.madeUs(),
                0,
                Lives.NEVER,
                false);
    }

    private Tally tally(long lotId, String item) {
        return tallies.computeIfAbsent(lotId, id -> new Tally(item));
    }

    private String market(long partnerId) {
        return countries.computeIfAbsent(partnerId, names::country);
    }

    /** Which lots each unit carries. */
    private long lotsOf(List<Factors.Of> units, Carrying carrying) {
        List<Factor> lots = new ArrayList<>();
        var asked = new Factors.Asked(units, LOTS, Factors.Parts.AS_INSTALLED);
        return factors.of(
                asked,
                new Factors.Taker() {
                    @Override
                    public int factor(Factor factor) {
                        lots.add(factor);
                        return lots.size() - 1;
                    }

                    @Override
                    public void has(int unit, int factor, double weight) {
                        if (weight >= LIKELY) {
                            carrying.carries(unit, lots.get(factor));
                        }
                    }

                    @Override
                    public void passed(int unit, String equipment, long atUs) {
                        // Only lots are asked about.
                    }
                },
                done -> {});
    }

    @FunctionalInterface
    private interface Carrying {
        void carries(int unit, Factor lot);
    }

    private long carry(List<Life> some) {
        List<Factors.Of> units =
                some.stream().map(life -> new Factors.Of(life.unitId(), null)).toList();
        return lotsOf(units, (at, lot) -> {
            Life life = some.get(at);
            Tally tally = tally(lot.unitId(), String.valueOf(lot.item()));
            tally.finished |= lot.unitId() == life.lotId();
            tally.carriers.add(life.item());
            boolean isIn =
                    life.leftUs() == Lives.NEVER || Days.day(life.leftUs()).isAfter(asOf);
            var key = new Key(
                    market(life.partnerId()), Days.month(life.enteredUs()), isIn ? null : Days.month(life.leftUs()));
            tally.cohorts.merge(key, life.qty(), Long::sum);
        });
    }

    // --- complaints

    private void say(List<Told> told) {
        Map<Long, Life> lifeOf = new HashMap<>();
        lives.of(told.stream().map(Told::unitId).distinct().toList(), life -> {
            if (life.serial()) {
                lifeOf.put(life.unitId(), life);
            }
        });
        List<Factors.Of> units = told.stream()
                .map(one -> new Factors.Of(one.unitId(), asOf(one, lifeOf.get(one.unitId()))))
                .toList();
        lotsOf(units, (at, lot) -> {
            Told one = told.get(at);
            Life life = lifeOf.get(one.unitId());
            Life entered = life == null ? null : entered(life);
            String country = one.fact().country();
            String market = entered != null ? market(entered.partnerId()) : country == null ? "" : country;
            String code = one.fact().code();
            tally(lot.unitId(), String.valueOf(lot.item()))
                    .complaints
                    .add(new LotRecord.Said(
                            one.fact().complaint(),
                            code == null ? "" : code,
                            market,
                            one.failedOn().toString(),
                            entered == null
                                    ? null
                                    : Days.month(entered.enteredUs()).toString()));
        });
    }

    // A date before it was made is a wrong one, and says nothing of its parts.
    private static @Nullable Long asOf(Told told, @Nullable Life life) {
        boolean isWrong = life != null && told.failedOn().isBefore(Days.day(life.madeUs()));
        return isWrong ? null : (Long) Days.endUs(told.failedOn());
    }
}
