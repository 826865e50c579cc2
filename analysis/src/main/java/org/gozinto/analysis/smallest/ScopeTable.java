/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.smallest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which scopes could be recalled, which failures each explains, and which units each reaches. Units that are in the
 * same scopes are counted together (an atom), so that a unit in two scopes is paid for once.
 */
public final class ScopeTable {

    final List<Scope> scopes;
    final List<Atom> atoms;
    final boolean overlapsUnknown;

    /** Units in exactly these scopes; {@code scopes} ascending. */
    record Atom(List<Integer> scopes, long units, double cost) {

        Atom {
            scopes = List.copyOf(scopes);
        }
    }

    private ScopeTable(Builder from) {
        scopes = List.copyOf(from.scopes);
        atoms = from.atoms.entrySet().stream()
                .map(one -> new Atom(one.getKey(), one.getValue().units, one.getValue().cost))
                .toList();
        overlapsUnknown = from.overlapsUnknown;
    }

    /** An empty table. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many classes of units there are that are in the same scopes. */
    public int atoms() {
        return atoms.size();
    }

    /** Collects a table. */
    public static final class Builder {

        private final List<Scope> scopes = new ArrayList<>();
        private final Map<String, Integer> byName = new HashMap<>();
        private final Map<List<Integer>, Sum> atoms = new LinkedHashMap<>();
        private boolean overlapsUnknown;

        private static final class Sum {
            private long units;
            private double cost;
        }

        private Builder() {}

        /**
         * Adds a candidate.
         *
         * @return its index for {@link #units}
         * @throws IllegalArgumentException when the name is taken
         */
        public int scope(Scope scope) {
            if (byName.putIfAbsent(scope.name(), scopes.size()) != null) {
                throw new IllegalArgumentException("a second scope " + scope.name());
            }
            scopes.add(scope);
            return scopes.size() - 1;
        }

        /**
         * Adds units that are in all of these scopes and in no other. May be called for each unit or for many at once.
         *
         * @param units how many, at least 0
         * @param costEach what recalling one costs, at least 0
         * @param in indices of scopes
         */
        public Builder units(long units, double costEach, int... in) {
            if (units < 0 || !(costEach >= 0 && costEach < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(units + " units at " + costEach);
            }
            List<Integer> key = Arrays.stream(in).distinct().sorted().boxed().toList();
            if (!key.isEmpty()) {
                Sum sum = atoms.computeIfAbsent(key, none -> new Sum());
                sum.units = Math.addExact(sum.units, units);
                sum.cost += units * costEach;
            }
            return this;
        }

        /**
         * Adds units of one scope of which it is not known whether other scopes have them too. Every answer then gives
         * upper bounds.
         */
        public Builder unitsPerhapsShared(long units, double costEach, int scope) {
            overlapsUnknown = true;
            return units(units, costEach, scope);
        }

        /** The table. */
        public ScopeTable build() {
            return new ScopeTable(this);
        }
    }
}
