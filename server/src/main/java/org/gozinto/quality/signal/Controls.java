/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.gozinto.genealogy.Lives;
import org.gozinto.genealogy.Lives.Life;

/**
 * Units of the same items that did not fail, alike in market and age: drawn with a fixed seed, so that the same
 * question draws the same.
 */
final class Controls {

    private static final long DAY_US = 86_400_000_000L;

    private final Lives lives;
    private final Names names;
    private final Map<Long, String> markets = new HashMap<>();

    Controls(Lives lives, Names names) {
        this.lives = lives;
        this.names = names;
    }

    /**
     * How they are drawn.
     *
     * @param per how many for each failed unit
     * @param ageDays width of the bands of age in days; 0 for one band
     */
    record Rule(int per, boolean sameMarket, int ageDays, long seed) {

        static Rule of(CauseQuestion asked) {
            CauseQuestion.ControlsWanted wanted = asked.controls();
            if (wanted == null) {
                return new Rule(10, true, 90, 1);
            }
            return new Rule(
                    wanted.per() == null ? 10 : wanted.per(),
                    !Boolean.FALSE.equals(wanted.sameMarket()),
                    wanted.ageDays() == null ? 90 : wanted.ageDays(),
                    wanted.seed() == null ? 1 : wanted.seed());
        }
    }

    /**
     * What was drawn.
     *
     * @param strata of each unit, failed ones included, by id
     * @param comparable units that there are in these strata, failed ones included
     * @param notMatched failed units without any control
     */
    record Drawn(
            List<Long> controls,
            Map<Long, String> strata,
            long comparable,
            int strataWithBoth,
            List<Long> notMatched,
            Map<Long, Life> failed) {}

    private static final class Ids {
        private long[] ids = new long[16];
        private int size;

        void add(long id) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
            }
            ids[size++] = id;
        }

        /** Some of them, drawn without putting back. */
        void draw(int count, SplittableRandom random, List<Long> into) {
            int wanted = Math.min(count, size);
            for (int i = 0; i < wanted; i++) {
                int at = i + random.nextInt(size - i);
                long one = ids[at];
                ids[at] = ids[i];
                ids[i] = one;
                into.add(one);
            }
        }
    }

    /** @param excluded that are not to be drawn */
    Drawn draw(Collection<Long> failed, Collection<Long> excluded, Rule rule) {
        Map<Long, Life> lifeOfFailed = new HashMap<>();
        lives.of(failed, life -> lifeOfFailed.put(life.unitId(), life));
        Map<Long, String> strata = new HashMap<>();
        Map<String, Ids> candidates = new TreeMap<>();
        Map<String, Integer> failures = new HashMap<>();
        Set<String> items = new HashSet<>();
        lifeOfFailed.values().forEach(life -> {
            String stratum = stratum(life, rule);
            strata.put(life.unitId(), stratum);
            candidates.put(stratum, new Ids());
            failures.merge(stratum, 1, Integer::sum);
            items.add(life.item());
        });
        Set<Long> apart = new HashSet<>(excluded);
        lives.forEach(items::contains, life -> {
            if (life.serial() && !lifeOfFailed.containsKey(life.unitId()) && !apart.contains(life.unitId())) {
                Ids ids = candidates.get(stratum(life, rule));
                if (ids != null) {
                    ids.add(life.unitId());
                }
            }
        });
        return drawn(lifeOfFailed, strata, candidates, failures, rule);
    }

    private static Drawn drawn(
            Map<Long, Life> failed,
            Map<Long, String> strata,
            Map<String, Ids> candidates,
            Map<String, Integer> failures,
            Rule rule) {
        List<Long> controls = new ArrayList<>();
        Set<String> empty = new HashSet<>();
        long comparable = failed.size();
        for (Map.Entry<String, Ids> one : candidates.entrySet()) {
            comparable += one.getValue().size;
            if (one.getValue().size == 0) {
                empty.add(one.getKey());
            }
            int before = controls.size();
            // Each stratum has a sequence of its own: what is drawn in one changes nothing in another.
            var random = new SplittableRandom(rule.seed() * 31 + one.getKey().hashCode());
            one.getValue().draw(rule.per() * failures.getOrDefault(one.getKey(), 0), random, controls);
            for (long id : controls.subList(before, controls.size())) {
                strata.put(id, one.getKey());
            }
        }
        List<Long> notMatched = failed.keySet().stream()
                .filter(id -> empty.contains(strata.get(id)))
                .sorted()
                .toList();
        return new Drawn(controls, strata, comparable, candidates.size() - empty.size(), notMatched, failed);
    }

    private String stratum(Life life, Rule rule) {
        String market = rule.sameMarket() ? markets.computeIfAbsent(life.partnerId(), names::country) : "";
        long band = rule.ageDays() == 0 ? 0 : Math.floorDiv(life.madeUs() / DAY_US, (long) rule.ageDays());
        return life.item() + "|" + market + "|" + band;
    }
}
