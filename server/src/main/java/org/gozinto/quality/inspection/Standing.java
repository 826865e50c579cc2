/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gozinto.item.Item;
import org.gozinto.ledger.StepChain.Taken;
import org.gozinto.quality.book.File;
import org.gozinto.quality.inspection.NonconformanceStep.Contain;
import org.gozinto.quality.inspection.NonconformanceStep.Dispose;
import org.gozinto.quality.inspection.NonconformanceStep.Open;
import org.jspecify.annotations.Nullable;

/**
 * How far a non-conformance has come, as its steps say.
 *
 * @param total quantity that is concerned, at the item's scale; {@code left} of which nothing is decided
 * @param disposed serials of which something is decided
 * @param usedAsIs whether any of it is used as it is
 * @param contained whether anything was held
 * @param entries numbers of all entries that it made
 */
record Standing(
        Item item,
        Open open,
        long total,
        long left,
        Set<String> disposed,
        boolean usedAsIs,
        boolean contained,
        Set<Long> entries) {

    static Open opening(File<NonconformanceStep> file) {
        return file.all(Open.class).findFirst().orElseThrow();
    }

    static Standing of(File<NonconformanceStep> file, Item item) {
        Open open = opening(file);
        long total = scaled(item, open.qty());
        long done = 0;
        boolean used = false;
        Set<String> disposed = new HashSet<>();
        Set<Long> entries = new LinkedHashSet<>();
        for (Dispose dispose : file.all(Dispose.class).toList()) {
            done += dispose.qty() == null ? 0 : scaled(item, dispose.qty());
            used |= "useAsIs".equals(dispose.as());
            disposed.addAll(dispose.serials() == null ? List.of() : dispose.serials());
            entries.addAll(dispose.entries() == null ? List.of() : dispose.entries());
        }
        List<Contain> contains = file.all(Contain.class).toList();
        contains.forEach(c -> entries.addAll(c.entries() == null ? List.of() : c.entries()));
        return new Standing(item, open, total, Math.max(0, total - done), disposed, used, !contains.isEmpty(), entries);
    }

    private static long scaled(Item item, String qty) {
        return new BigDecimal(qty).movePointRight(item.decimals()).longValueExact();
    }

    /** The state of one that is not closed. */
    String state() {
        return total > 0 && left == 0 ? "dispositioned" : contained ? "contained" : "open";
    }

    /**
     * A corrective action.
     *
     * @param agreed the step that agreed it; {@code done} the last that says so, {@code verified} the last after that
     */
    record Action(
            Taken<NonconformanceStep> agreed,
            @Nullable Taken<NonconformanceStep> done,
            @Nullable Taken<NonconformanceStep> verified) {

        boolean isEffective() {
            return verified != null
                    && verified.step() instanceof NonconformanceStep.Verify v
                    && Boolean.TRUE.equals(v.effective());
        }

        /** Whether it is still to be done, or did not help. */
        boolean isOpen() {
            return done == null || verified != null && !isEffective();
        }
    }

    /** The corrective actions, oldest first. */
    static List<Action> actions(File<NonconformanceStep> file) {
        List<Action> actions = new ArrayList<>();
        for (Taken<NonconformanceStep> taken : file.steps()) {
            if (taken.step() instanceof NonconformanceStep.Act) {
                actions.add(new Action(taken, null, null));
            }
            Long of = switch (taken.step()) {
                case NonconformanceStep.Done done -> done.n();
                case NonconformanceStep.Verify verify -> verify.n();
                default -> null;
            };
            if (of != null) {
                boolean done = taken.step() instanceof NonconformanceStep.Done;
                actions.replaceAll(a -> a.agreed.n() != of
                        ? a
                        : done ? new Action(a.agreed, taken, null) : new Action(a.agreed, a.done, taken));
            }
        }
        return actions;
    }
}
