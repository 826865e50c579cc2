/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.gozinto.identify.NaturalOrder;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Page;
import org.gozinto.place.Places;
import org.gozinto.recall.Consignees.Consignee;
import org.jspecify.annotations.Nullable;

/**
 * What one consignee got of the scope, item by item, as a notice names it: lots, ranges of serials, deliveries. Safe
 * for use by many threads.
 */
final class NoticeGoods {

    /** Lots or ranges of an item that a notice names; the page for the answer has all of them. */
    static final int NUMBERS_MAX = 60;

    private static final int DELIVERIES_MAX = 20;

    /** Numbers of an item that ranges are made of; what is beyond is counted. */
    private static final int KEPT_MAX = 100_000;

    private static final int UNITS_A_READ = 1_000;

    private final Deliveries deliveries;
    private final Items items;
    private final Places places;

    NoticeGoods(Deliveries deliveries, Items items, Places places) {
        this.deliveries = deliveries;
        this.items = items;
        this.places = places;
    }

    /**
     * An item of theirs.
     *
     * @param qty what they got; null where only they know
     * @param serials ranges such as {@code A100–A199}
     * @param more how many lots and serials are not named
     * @param among the numbers are those of who passed it on, and theirs are some of them
     */
    record Of(
            String item,
            String name,
            String unit,
            int decimals,
            @Nullable BigDecimal qty,
            List<String> lots,
            List<String> serials,
            long more,
            List<Delivery> deliveries,
            boolean among) {}

    record Delivery(@Nullable String document, @Nullable String occurred) {}

    private static final class Gathered {
        private final Set<String> lots = new TreeSet<>(NaturalOrder.INSTANCE);
        private final List<String> serials = new ArrayList<>();
        private final Set<Delivery> deliveries = new LinkedHashSet<>();
        private long notKept;

        void take(ConsigneeView.Goods goods) {
            String serial = goods.serial();
            String lot = goods.lot();
            if (serial == null) {
                if (lot != null) {
                    lots.add(lot);
                }
            } else if (serials.size() < KEPT_MAX) {
                serials.add(serial);
            } else {
                notKept++;
            }
            if (deliveries.size() < DELIVERIES_MAX && (goods.document() != null || goods.delivered() != null)) {
                deliveries.add(new Delivery(goods.document(), day(goods.delivered())));
            }
        }

        private static @Nullable String day(@Nullable String occurred) {
            return occurred != null && occurred.length() > 10 ? occurred.substring(0, 10) : occurred;
        }
    }

    /** By item, in the order of their codes. */
    List<Of> of(CaseFile file, Consignee consignee) {
        Map<String, Gathered> gathered = new LinkedHashMap<>();
        forEach(file, consignee, goods -> {
            if (goods.item() != null) {
                gathered.computeIfAbsent(goods.item(), i -> new Gathered()).take(goods);
            }
        });
        boolean passedOn = consignee.via() != null;
        Set<String> codes = new TreeSet<>(consignee.got().keySet());
        if (passedOn && codes.isEmpty()) {
            codes.addAll(gathered.keySet());
        }
        List<Of> all = new ArrayList<>();
        for (String code : codes) {
            Consignees.Got got = consignee.got().get(code);
            all.add(of(code, got == null ? null : got(got), gathered.getOrDefault(code, new Gathered()), passedOn));
        }
        return all;
    }

    /** How much a consignee got at the most: all that went there, or what was said of it; null when nobody knows. */
    static @Nullable BigDecimal got(Consignees.Got got) {
        return got.gross() == null ? got.net() : got.gross();
    }

    private Of of(String code, @Nullable BigDecimal qty, Gathered gathered, boolean passedOn) {
        Item item = items.find(code);
        List<String> ranges = SerialRanges.of(gathered.serials).stream()
                .map(NoticeGoods::range)
                .toList();
        List<String> lots = List.copyOf(gathered.lots);
        long more = gathered.notKept
                + Math.max(0, lots.size() - NUMBERS_MAX)
                + SerialRanges.of(gathered.serials).stream()
                        .skip(NUMBERS_MAX)
                        .mapToLong(PublicRecalls.Range::count)
                        .sum();
        return new Of(
                code,
                item == null ? code : item.name(),
                item == null ? "" : item.unit(),
                item == null ? 9 : item.decimals(),
                qty,
                lots.stream().limit(NUMBERS_MAX).toList(),
                ranges.stream().limit(NUMBERS_MAX).toList(),
                more,
                passedOn ? List.of() : List.copyOf(gathered.deliveries),
                passedOn);
    }

    private static String range(PublicRecalls.Range range) {
        return range.count() == 1 ? range.from() : range.from() + "–" + range.to();
    }

    /** The partner of ours at the beginning of how it was passed on. */
    private String holder(Consignee consignee) {
        String holder = consignee.via() == null ? consignee.code() : consignee.via();
        while (places.find(holder) == null && holder.indexOf(Consignees.VIA) > 0) {
            holder = holder.substring(0, holder.lastIndexOf(Consignees.VIA));
        }
        return holder;
    }

    /** Hands on each unit that they have; of who got it from somebody, what that one had. */
    void forEach(CaseFile file, Consignee consignee, Consumer<ConsigneeView.Goods> taker) {
        String holder = holder(consignee);
        Set<String> theirs = consignee.got().keySet();
        String cursor = null;
        do {
            Page<ConsigneeView.Goods> page = deliveries.page(file, holder, cursor, UNITS_A_READ);
            page.items().stream()
                    .filter(goods -> consignee.via() == null || theirs.isEmpty() || theirs.contains(goods.item()))
                    .forEach(taker);
            cursor = page.nextCursor();
        } while (cursor != null);
    }
}
