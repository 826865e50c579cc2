/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.smallest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gozinto.analysis.smallest.Point.Counting;
import org.gozinto.analysis.smallest.ScopeTable.Atom;

/**
 * The covering problem without what cannot matter: failures that the same scopes explain are put together, scopes that
 * another one beats are left out, and units that are in the same of the remaining scopes are put together.
 */
final class Cover {

    final List<Scope> scopes;
    /** How many failures each class has, and the scopes that explain them. */
    final int[] failures;

    final int[][] explainedBy;
    /** Classes of failures that each scope explains. */
    final BitSet[] explains;
    /** Atoms: units, their cost and their scopes; when counting is an upper bound each has one scope. */
    final long[] units;

    final double[] cost;
    final int[][] atomScopes;
    final int[][] atomsOf;
    final Counting counting;
    final int coverable;
    final int dominated;

    private Cover(
            List<Scope> scopes,
            Map<List<Integer>, Integer> classes,
            List<Atom> atoms,
            Counting counting,
            int dominated) {
        this.scopes = scopes;
        this.counting = counting;
        this.dominated = dominated;
        failures = classes.values().stream().mapToInt(Integer::intValue).toArray();
        explainedBy = classes.keySet().stream().map(Cover::ints).toArray(int[][]::new);
        coverable = Arrays.stream(failures).sum();
        explains = new BitSet[scopes.size()];
        Arrays.setAll(explains, none -> new BitSet());
        for (int i = 0; i < explainedBy.length; i++) {
            for (int scope : explainedBy[i]) {
                explains[scope].set(i);
            }
        }
        units = atoms.stream().mapToLong(Atom::units).toArray();
        cost = atoms.stream().mapToDouble(Atom::cost).toArray();
        atomScopes = atoms.stream().map(one -> ints(one.scopes())).toArray(int[][]::new);
        List<List<Integer>> of = new ArrayList<>();
        scopes.forEach(none -> of.add(new ArrayList<>()));
        for (int i = 0; i < atomScopes.length; i++) {
            for (int scope : atomScopes[i]) {
                of.get(scope).add(i);
            }
        }
        atomsOf = of.stream().map(Cover::ints).toArray(int[][]::new);
    }

    static Cover of(List<Long> failed, ScopeTable table, int atomsMax) {
        boolean apart = table.overlapsUnknown || table.atoms.size() > atomsMax;
        List<Atom> atoms = apart ? apart(table) : table.atoms;
        boolean[] kept = kept(failed, table, atoms);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparing(i -> table.scopes.get(i).name()));
        Map<Integer, Integer> newIndex = new HashMap<>();
        order.forEach(i -> newIndex.put(i, newIndex.size()));
        List<Scope> scopes = order.stream().map(table.scopes::get).toList();
        return new Cover(
                scopes,
                classes(failed, scopes),
                merged(atoms, newIndex),
                apart ? Counting.UPPER_BOUND : Counting.ONCE,
                table.scopes.size() - scopes.size());
    }

    /** Each scope's units for itself. */
    private static List<Atom> apart(ScopeTable table) {
        long[] units = new long[table.scopes.size()];
        double[] cost = new double[units.length];
        for (Atom atom : table.atoms) {
            for (int scope : atom.scopes()) {
                units[scope] = Math.addExact(units[scope], atom.units());
                cost[scope] += atom.cost();
            }
        }
        List<Atom> atoms = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            atoms.add(new Atom(List.of(i), units[i], cost[i]));
        }
        return atoms;
    }

    /**
     * Scopes that explain something and that no other beats: explains as much, reaches no other units, costs no more.
     */
    private static boolean[] kept(List<Long> failed, ScopeTable table, List<Atom> atoms) {
        int count = table.scopes.size();
        Map<Long, Integer> index = new HashMap<>();
        failed.forEach(one -> index.putIfAbsent(one, index.size()));
        BitSet[] explains = new BitSet[count];
        BitSet[] reaches = new BitSet[count];
        boolean[] kept = new boolean[count];
        for (int i = 0; i < count; i++) {
            explains[i] = new BitSet();
            reaches[i] = new BitSet();
            for (long one : table.scopes.get(i).failures()) {
                Integer at = index.get(one);
                if (at != null) {
                    explains[i].set(at);
                }
            }
            kept[i] = !explains[i].isEmpty();
        }
        for (int i = 0; i < atoms.size(); i++) {
            for (int scope : atoms.get(i).scopes()) {
                reaches[scope].set(i);
            }
        }
        for (int i = 0; i < count; i++) {
            for (int other = 0; other < count && kept[i]; other++) {
                kept[i] = other == i || !kept[other] || !beats(other, i, table, explains, reaches);
            }
        }
        return kept;
    }

    private static boolean beats(int one, int other, ScopeTable table, BitSet[] explains, BitSet[] reaches) {
        return table.scopes.get(one).fixedCost() <= table.scopes.get(other).fixedCost()
                && within(explains[other], explains[one])
                && within(reaches[one], reaches[other]);
    }

    private static boolean within(BitSet inner, BitSet outer) {
        BitSet rest = (BitSet) inner.clone();
        rest.andNot(outer);
        return rest.isEmpty();
    }

    private static Map<List<Integer>, Integer> classes(List<Long> failed, List<Scope> scopes) {
        Map<Long, List<Integer>> by = new TreeMap<>();
        failed.forEach(one -> by.putIfAbsent(one, new ArrayList<>()));
        for (int i = 0; i < scopes.size(); i++) {
            for (long one : new TreeSet<>(scopes.get(i).failures())) {
                List<Integer> of = by.get(one);
                if (of != null) {
                    of.add(i);
                }
            }
        }
        Map<List<Integer>, Integer> classes = new LinkedHashMap<>();
        by.values().stream().filter(one -> !one.isEmpty()).forEach(one -> classes.merge(one, 1, Integer::sum));
        return classes;
    }

    private static List<Atom> merged(List<Atom> atoms, Map<Integer, Integer> newIndex) {
        Map<List<Integer>, Atom> merged = new LinkedHashMap<>();
        for (Atom atom : atoms) {
            List<Integer> in = atom.scopes().stream()
                    .filter(newIndex::containsKey)
                    .map(newIndex::get)
                    .sorted()
                    .toList();
            if (!in.isEmpty()) {
                merged.merge(
                        in,
                        new Atom(in, atom.units(), atom.cost()),
                        (a, b) -> new Atom(in, Math.addExact(a.units(), b.units()), a.cost() + b.cost()));
            }
        }
        return List.copyOf(merged.values());
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** What a choice of scopes explains, reaches and costs. */
    record Choice(BitSet scopes, int explained, long units, double cost) {}

    Choice choice(BitSet chosen) {
        int explained = 0;
        for (int i = 0; i < failures.length; i++) {
            explained += Arrays.stream(explainedBy[i]).anyMatch(chosen::get) ? failures[i] : 0;
        }
        long reached = 0;
        double sum = 0;
        for (int i = 0; i < units.length; i++) {
            if (Arrays.stream(atomScopes[i]).anyMatch(chosen::get)) {
                reached += units[i];
                sum += cost[i];
            }
        }
        for (int scope = chosen.nextSetBit(0); scope >= 0; scope = chosen.nextSetBit(scope + 1)) {
            sum += scopes.get(scope).fixedCost();
        }
        return new Choice((BitSet) chosen.clone(), explained, reached, sum);
    }
}
