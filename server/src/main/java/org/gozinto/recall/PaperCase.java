/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gozinto.genealogy.Scopes;
import org.gozinto.genealogy.TraceView;
import org.gozinto.identify.NaturalOrder;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.jspecify.annotations.Nullable;

/**
 * A case as papers tell of it, in the same figures that the API gives. What is asked for twice is worked out once. Not
 * safe for use by several threads.
 */
final class PaperCase {

    /** Numbers that a paper names; the file {@code scope} has them all. */
    static final int NUMBERS_MAX = 200_000;

    private final CaseFile file;
    private final Sources sources;
    private @Nullable RecallView view;
    private @Nullable List<ConsigneeView> consignees;
    private @Nullable ReconciliationView reconciliation;
    private @Nullable FiguresView figures;
    private @Nullable List<Product> products;

    /** What a case is read from. */
    record Sources(RecallViews views, Scopes scopes, Items items) {}

    PaperCase(CaseFile file, Sources sources) {
        this.file = file;
        this.sources = sources;
    }

    /**
     * An item of the case: one that went to consignees, or any when nothing has left our hands.
     *
     * @param inScope how much is in scope, {@code distributed} how much of it went to consignees; decimal texts
     * @param more numbers of lots and serials that are not named, because there are too many
     */
    record Product(
            String item,
            String name,
            String unit,
            @Nullable String gtin,
            Map<String, String> attributes,
            List<String> lots,
            List<PublicRecalls.Range> serials,
            long more,
            String inScope,
            String distributed) {

        /** The serials as people read them, such as {@code A100–A199}. */
        List<String> serialTexts() {
            return serials.stream()
                    .map(r -> r.count() == 1 ? r.from() : r.from() + "–" + r.to())
                    .toList();
        }
    }

    CaseFile file() {
        return file;
    }

    RecallView view() {
        if (view == null) {
            view = sources.views().of(file);
        }
        return view;
    }

    boolean isDrill() {
        return !file.recall().kind().isReal();
    }

    List<ConsigneeView> consignees() {
        if (consignees == null) {
            List<ConsigneeView> all = new ArrayList<>();
            String cursor = null;
            do {
                Page<ConsigneeView> page = sources.views().consignees(file, null, cursor, Paging.LIMIT_MAX);
                all.addAll(page.items());
                cursor = page.nextCursor();
            } while (cursor != null);
            consignees = all;
        }
        return consignees;
    }

    ReconciliationView reconciliation() {
        if (reconciliation == null) {
            reconciliation = sources.views().reconciliation(file);
        }
        return reconciliation;
    }

    FiguresView figures() {
        if (figures == null) {
            figures = sources.views().figures(file);
        }
        return figures;
    }

    List<Product> products() {
        if (products == null) {
            products = readProducts();
        }
        return products;
    }

    private List<Product> readProducts() {
        Step.Scoped scope = file.scope();
        if (scope == null) {
            return List.of();
        }
        Map<String, BigDecimal> sent = sent();
        Set<String> wanted = sent.isEmpty()
                ? reconciliation().items().stream()
                        .map(ReconciliationView.OfItem::item)
                        .collect(Collectors.toCollection(TreeSet::new))
                : sent.keySet();
        Map<String, Numbers> numbers = new LinkedHashMap<>();
        wanted.forEach(item -> numbers.put(item, new Numbers()));
        sources.scopes().forEach(scope.scope(), scope.scopeVersion(), unit -> {
            Numbers of = unit.item() == null ? null : numbers.get(unit.item());
            if (of != null) {
                of.take(unit);
            }
        });
        Map<String, String> inScope = new TreeMap<>();
        reconciliation().items().forEach(i -> inScope.put(i.item(), i.inScope()));
        List<Product> found = new ArrayList<>();
        numbers.forEach((code, of) -> {
            Item item = sources.items().find(code);
            found.add(new Product(
                    code,
                    item == null ? code : item.name(),
                    item == null ? "" : item.unit(),
                    item == null ? null : item.gtin(),
                    item == null ? Map.of() : item.attributes(),
                    of.lots.stream().sorted(NaturalOrder.INSTANCE).toList(),
                    SerialRanges.of(of.serials),
                    of.more,
                    inScope.getOrDefault(code, "0"),
                    sent.getOrDefault(code, BigDecimal.ZERO).toPlainString()));
        });
        return found;
    }

    /** How much of each item went to partners of ours. */
    private Map<String, BigDecimal> sent() {
        Map<String, BigDecimal> sent = new TreeMap<>();
        for (ConsigneeView consignee : consignees()) {
            if (consignee.via() == null) {
                consignee
                        .items()
                        .forEach(got -> sent.merge(
                                got.item(), new BigDecimal(got.gross() == null ? "0" : got.gross()), BigDecimal::add));
            }
        }
        return sent;
    }

    /** The lots and serials of one item. */
    private static final class Numbers {
        private final Set<String> lots = new HashSet<>();
        private final List<String> serials = new ArrayList<>();
        private long more;

        void take(TraceView.ReachedView unit) {
            if (lots.size() + serials.size() >= NUMBERS_MAX) {
                more++;
            } else if (unit.serial() != null) {
                serials.add(unit.serial());
            } else if (unit.lot() != null) {
                lots.add(unit.lot());
            }
        }
    }
}
