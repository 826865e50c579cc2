/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gozinto.care.claim.Judgement.Promise;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/** The suppliers' terms for what is behind claims, each asked once. For one request; not safe for several threads. */
final class SupplierTerms {

    private final Promises promises;
    private final Map<Long, Unit> bought;
    private final Map<Key, Optional<Evidence.TermRef>> known = new HashMap<>();

    private record Key(long unit, LocalDate on) {}

    SupplierTerms(Promises promises, Map<Long, Unit> bought) {
        this.promises = promises;
        this.bought = bought;
    }

    /**
     * The supplier's term for what was bought on the day of a failure: of those that cover it the one with the highest
     * percent, or else the one that ended last; null when there is none. What it covers of parts counts first.
     */
    Evidence.@Nullable TermRef of(long unit, LocalDate on) {
        return known.computeIfAbsent(new Key(unit, on), this::ask).orElse(null);
    }

    private Optional<Evidence.TermRef> ask(Key key) {
        Unit unit = bought.get(key.unit());
        List<Promise> all = unit == null ? List.of() : promises.suppliers(unit, key.on());
        return all.stream()
                .max(Comparator.comparing((Promise p) -> p.is("covered"))
                        .thenComparing(p -> p.what().equals("parts"))
                        .thenComparingInt(Promise::percent)
                        .thenComparing(p -> p.end() == null ? "" : p.end()))
                .map(p -> new Evidence.TermRef(
                        p.term(), p.name(), p.version(), p.state(), p.end(), p.is("covered") ? p.percent() : 0));
    }
}
