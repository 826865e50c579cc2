/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gozinto.item.Item;
import org.gozinto.item.Items;

/**
 * Adds up where everything in scope is. What is in scope is counted in the version that counts; where it is now is
 * counted in an answer with all that is known now, so that goods that appear or vanish in between show as a difference.
 */
final class Reconciliations {

    /** Digits of a share after the point. */
    private static final int SHARE_SCALE = 4;

    private final CaseScopes scopes;
    private final Consignees consignees;
    private final Pulls pulls;
    private final Items items;

    Reconciliations(CaseScopes scopes, Consignees consignees, Pulls pulls, Items items) {
        this.scopes = scopes;
        this.consignees = consignees;
        this.pulls = pulls;
        this.items = items;
    }

    ReconciliationView of(CaseFile file) {
        if (file.scope() == null) {
            return new ReconciliationView(0, true, false, List.of());
        }
        CaseScopes.Now now = scopes.now(file);
        Map<String, BigDecimal> pulled = pulls.pulled(file);
        Map<String, BigDecimal> cameBack = scopes.cameBack(file);
        List<ReconciliationView.OfItem> views = new ArrayList<>();
        scopes.whereabouts(file).items().forEach((code, scoped) -> {
            var parts = new Parts(
                    code,
                    now.whereabouts().items().getOrDefault(code, new Whereabouts.Amounts()),
                    pulled.getOrDefault(code, BigDecimal.ZERO),
                    cameBack.getOrDefault(code, BigDecimal.ZERO));
            views.add(view(file, scoped.sum(), parts, now));
        });
        return new ReconciliationView(
                now.seq(),
                views.stream().allMatch(v -> new BigDecimal(v.difference()).signum() == 0),
                views.stream().anyMatch(v -> new BigDecimal(v.states().open()).signum() > 0),
                views);
    }

    private record Parts(String item, Whereabouts.Amounts now, BigDecimal pulled, BigDecimal cameBack) {}

    private ReconciliationView.OfItem view(CaseFile file, BigDecimal inScope, Parts parts, CaseScopes.Now now) {
        Item item = items.find(parts.item);
        Whereabouts.Amounts amounts = parts.now;
        BigDecimal returned = parts.cameBack.min(amounts.stock());
        BigDecimal stock = amounts.stock().subtract(returned);
        BigDecimal destroyed = disposed(file, parts.item, "destroyed").min(amounts.scrapped());
        BigDecimal reworked = disposed(file, parts.item, "reworked").min(amounts.consumed());
        var outside = new Outside();
        for (Consignees.Consignee consignee : consignees.of(file).values()) {
            if (consignee.via() == null) {
                outside.add(new Share(
                        file,
                        consignee.code(),
                        parts.item,
                        now.whereabouts().at(consignee.code(), parts.item),
                        consignees.remedied(file, consignee, parts.item)));
            }
        }
        // A consignee that nobody counts among the consignees any more still has what it has.
        BigDecimal unheard = amounts.atPartners().subtract(outside.sum()).max(BigDecimal.ZERO);
        BigDecimal open = outside.open.add(unheard);
        BigDecimal confirmed = disposed(file, parts.item, "confirmedConsumed").min(open);
        BigDecimal stillOpen = open.subtract(confirmed);
        BigDecimal sum = amounts.sum();
        return new ReconciliationView.OfItem(
                parts.item,
                item == null ? parts.item : item.name(),
                item == null ? "" : item.unit(),
                inScope.toPlainString(),
                new ReconciliationView.States(
                        stock.toPlainString(),
                        parts.pulled.min(amounts.stock()).toPlainString(),
                        returned.toPlainString(),
                        amounts.installed().toPlainString(),
                        destroyed.toPlainString(),
                        amounts.scrapped().subtract(destroyed).toPlainString(),
                        reworked.toPlainString(),
                        amounts.consumed().subtract(reworked).toPlainString(),
                        outside.onHand.toPlainString(),
                        outside.soldOn.toPlainString(),
                        outside.announced.toPlainString(),
                        outside.destroyed.toPlainString(),
                        outside.used.add(confirmed).toPlainString(),
                        outside.remedied.toPlainString(),
                        stillOpen.toPlainString(),
                        amounts.elsewhere().toPlainString()),
                sum.toPlainString(),
                inScope.subtract(sum).toPlainString(),
                share(inScope.subtract(stillOpen), inScope));
    }

    /** A share as a decimal text, 0 to 1; 1 of nothing. */
    static String share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? "1"
                : part.max(BigDecimal.ZERO)
                        .divide(whole, SHARE_SCALE, RoundingMode.DOWN)
                        .min(BigDecimal.ONE)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static BigDecimal disposed(CaseFile file, String item, String how) {
        return file.disposals().stream()
                .map(taken -> (Step.Dispose) taken.step())
                .filter(d -> item.equals(d.item()) && how.equals(d.how()))
                .map(d -> new BigDecimal(String.valueOf(d.qty())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is at partners, added up. */
    private static final class Outside {
        private BigDecimal onHand = BigDecimal.ZERO;
        private BigDecimal soldOn = BigDecimal.ZERO;
        private BigDecimal announced = BigDecimal.ZERO;
        private BigDecimal destroyed = BigDecimal.ZERO;
        private BigDecimal used = BigDecimal.ZERO;
        private BigDecimal remedied = BigDecimal.ZERO;
        private BigDecimal open = BigDecimal.ZERO;

        void add(Share share) {
            onHand = onHand.add(share.onHand());
            soldOn = soldOn.add(share.soldOn());
            announced = announced.add(share.announced());
            destroyed = destroyed.add(share.destroyed());
            used = used.add(share.used());
            remedied = remedied.add(share.remedied());
            open = open.add(share.open());
        }

        BigDecimal sum() {
            return onHand.add(soldOn)
                    .add(announced)
                    .add(destroyed)
                    .add(used)
                    .add(remedied)
                    .add(open);
        }
    }
}
