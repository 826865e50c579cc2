/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.StepChain;
import org.gozinto.ledger.StepChain.Taken;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.UnitRef;
import org.gozinto.quality.book.UnitRefs;

/** Shows recoveries. Safe for use by many threads. */
final class RecoveryViews {

    private final RecoveryStore store;
    private final UnitRefs refs;
    private final Places places;

    RecoveryViews(RecoveryStore store, UnitRefs refs, Places places) {
        this.store = store;
        this.refs = refs;
        this.places = places;
    }

    static RecoveryView of(File<RecoveryStep> file) {
        Recovery recovery = Recovery.of(file);
        RecoveryStep.Open open = recovery.open();
        return new RecoveryView(
                file.head().code(),
                file.head().id(),
                recovery.state(),
                file.head().title(),
                open.supplier(),
                open.supplierName(),
                open.lot(),
                open.supplierLot(),
                open.share(),
                open.evidence().stream().map(Evidence::claim).toList(),
                open.currency(),
                open.asked(),
                recovery.accepted() == null ? null : Money.text(recovery.accepted(), open.currency()),
                recovery.reason(),
                Money.text(recovery.received(), open.currency()),
                open.evidence(),
                recovery.next(),
                file.last(),
                ClaimViews.time(file.head().openedAtUs()),
                file.head().actor());
    }

    /** Recoveries, newest first. */
    Page<RecoveryView.Head> page(RecoveryController.RecoveryQuery query, long before, int limit) {
        List<RecoveryStore.Listed> found = store.page(query.state(), query.supplier(), before, limit + 1);
        List<RecoveryStore.Listed> shown = found.size() > limit ? found.subList(0, limit) : found;
        Map<String, UnitRef> lots = new HashMap<>();
        refs.named(shown.stream()
                        .map(RecoveryStore.Listed::lot)
                        .filter(lot -> lot != 0)
                        .distinct()
                        .toList())
                .forEach(lot -> lots.put(lot.unit(), lot));
        String next = found.size() > limit ? String.valueOf(shown.getLast().number()) : null;
        return new Page<>(shown.stream().map(row -> head(row, lots)).toList(), Paging.cursor(next));
    }

    private RecoveryView.Head head(RecoveryStore.Listed row, Map<String, UnitRef> lots) {
        boolean answered = !row.state().equals(Recovery.DRAFT) && !row.state().equals(Recovery.SENT);
        Place supplier = places.find(row.supplier());
        return new RecoveryView.Head(
                row.code(),
                row.state(),
                row.title(),
                row.supplier(),
                supplier == null ? null : supplier.name(),
                lots.get(String.valueOf(row.lot())),
                row.currency(),
                Money.text(row.asked(), row.currency()),
                answered ? Money.text(row.accepted(), row.currency()) : null,
                Money.text(row.received(), row.currency()),
                ClaimViews.time(row.openedAtUs()));
    }

    static RecoveryView.StepView step(Taken<RecoveryStep> taken) {
        return new RecoveryView.StepView(
                taken.n(),
                taken.id(),
                StepChain.word(taken.step()),
                ClaimViews.time(taken.atUs()),
                taken.actor(),
                taken.role(),
                taken.step(),
                HexFormat.of().formatHex(taken.hash()));
    }
}
