/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gozinto.genealogy.PreviewView.CostView;
import org.gozinto.genealogy.PreviewView.ItemCost;
import org.gozinto.genealogy.PreviewView.ItemFigures;
import org.gozinto.genealogy.SideBySideView.UnitCost;
import org.gozinto.genealogy.TraceView.AtPlace;
import org.gozinto.genealogy.TraceView.Consignee;
import org.gozinto.genealogy.TraceView.ItemQty;
import org.gozinto.genealogy.TraceView.SummaryView;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;

/** The totals of an answer by item, and what they cost. */
final class ScopeFigures {

    private static final int COSTS_MAX = 10_000;
    private static final Pattern COST = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private ScopeFigures() {}

    /**
     * What units of items cost.
     *
     * @param byItem empty when nothing was said of costs
     */
    record Costs(@Nullable String currency, Map<String, BigDecimal> byItem) {

        boolean areGiven() {
            return !byItem.isEmpty();
        }
    }

    /** Reads costs; what is wrong with them goes to the faults. */
    static Costs costs(Faults faults, @Nullable List<UnitCost> asked, @Nullable String currency) {
        List<UnitCost> given = asked == null ? List.of() : asked;
        Map<String, BigDecimal> byItem = new HashMap<>();
        boolean fits =
                faults.expect(given.size() <= COSTS_MAX, "/unitCosts", "are " + given.size(), "at most " + COSTS_MAX);
        for (int i = 0; fits && i < given.size(); i++) {
            read(faults, "/unitCosts/" + i, given.get(i), byItem);
        }
        faults.expect(
                currency == null ? given.isEmpty() : CURRENCY.matcher(currency).matches(),
                "/currency",
                currency == null ? "is missing" : "is no currency",
                "three capital letters, such as EUR");
        return new Costs(currency, byItem);
    }

    private static void read(Faults faults, String pointer, @Nullable UnitCost one, Map<String, BigDecimal> byItem) {
        String item = one == null ? null : one.item();
        String cost = one == null ? null : one.cost();
        boolean isCost = faults.expect(
                cost != null && COST.matcher(cost).matches(),
                pointer + "/cost",
                cost == null ? "is missing" : "is not a cost",
                "a decimal such as 120.00, at most 15 digits and 6 decimals");
        boolean isItem =
                faults.expect(item != null && !item.isEmpty(), pointer + "/item", "is missing", "the code of an item");
        if (isCost && isItem && cost != null && item != null) {
            boolean isNew = byItem.putIfAbsent(item, new BigDecimal(cost)) == null;
            faults.expect(isNew, pointer + "/item", "is given twice", "each item once");
        }
    }

    /** Quantities of one item while they are added up. */
    private static final class Sums {
        private int lots;
        private int serials;
        private BigDecimal onHand = BigDecimal.ZERO;
        private BigDecimal out = BigDecimal.ZERO;
        private BigDecimal scrapped = BigDecimal.ZERO;
        private BigDecimal consumed = BigDecimal.ZERO;
        private BigDecimal loss = BigDecimal.ZERO;
        private BigDecimal unknown = BigDecimal.ZERO;

        ItemFigures figures(String item) {
            return new ItemFigures(
                    item,
                    lots,
                    serials,
                    onHand.toPlainString(),
                    out.toPlainString(),
                    scrapped.toPlainString(),
                    consumed.toPlainString(),
                    loss.toPlainString(),
                    unknown.toPlainString());
        }
    }

    private static Map<String, Sums> sums(SummaryView summary) {
        Map<String, Sums> byItem = new TreeMap<>();
        summary.byItem().forEach(count -> {
            Sums sums = of(byItem, count.item());
            sums.lots = count.lots();
            sums.serials = count.serials();
        });
        for (AtPlace at : summary.onHand()) {
            Sums sums = of(byItem, at.item());
            sums.onHand = sums.onHand.add(new BigDecimal(at.qty()));
        }
        for (Consignee to : summary.consignees()) {
            Sums sums = of(byItem, to.item());
            sums.out = sums.out.add(new BigDecimal(to.net()));
        }
        for (ItemQty of : summary.scrapped()) {
            of(byItem, of.item()).scrapped = new BigDecimal(of.qty());
        }
        for (ItemQty of : summary.consumed()) {
            of(byItem, of.item()).consumed = new BigDecimal(of.qty());
        }
        for (ItemQty of : summary.loss()) {
            of(byItem, of.item()).loss = new BigDecimal(of.qty());
        }
        for (ItemQty of : summary.unknown()) {
            of(byItem, of.item()).unknown = new BigDecimal(of.qty());
        }
        return byItem;
    }

    private static Sums of(Map<String, Sums> byItem, String item) {
        return byItem.computeIfAbsent(item, code -> new Sums());
    }

    static List<ItemFigures> items(SummaryView summary) {
        List<ItemFigures> items = new ArrayList<>();
        sums(summary).forEach((item, sums) -> items.add(sums.figures(item)));
        return items;
    }

    /** What is out and on hand is worth; null when no costs were given. */
    static @Nullable CostView cost(SummaryView summary, Costs costs) {
        if (!costs.areGiven()) {
            return null;
        }
        List<ItemCost> items = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (Map.Entry<String, Sums> of : sums(summary).entrySet()) {
            BigDecimal qty = of.getValue().onHand.add(of.getValue().out);
            BigDecimal unitCost = costs.byItem().get(of.getKey());
            if (qty.signum() == 0) {
                continue;
            }
            if (unitCost == null) {
                missing.add(of.getKey());
                continue;
            }
            BigDecimal cost = plain(qty.multiply(unitCost), unitCost.scale());
            total = total.add(cost);
            items.add(new ItemCost(of.getKey(), qty.toPlainString(), unitCost.toPlainString(), cost.toPlainString()));
        }
        return new CostView(costs.currency(), total.toPlainString(), items, missing);
    }

    /** Without the zeros that a quantity's decimals put behind what the cost itself says. */
    private static BigDecimal plain(BigDecimal cost, int scale) {
        BigDecimal stripped = cost.stripTrailingZeros();
        return stripped.scale() < scale ? stripped.setScale(scale) : stripped;
    }
}
