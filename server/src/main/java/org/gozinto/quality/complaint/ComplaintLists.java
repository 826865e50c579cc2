/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.quality.complaint.ComplaintStore.By;
import org.gozinto.quality.complaint.ComplaintStore.Counted;
import org.gozinto.quality.complaint.ComplaintStore.Which;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/** Lists and counts of complaints, as of what the ledger knows now. Safe for use by many threads. */
final class ComplaintLists {

    private static final int KEYS_MAX = 10_000;

    private final ComplaintStore store;
    private final Follower follower;
    private final ComplaintCodes codes;
    private final Items items;
    private final Units units;
    private final ComplaintViews views;
    private final Links links;

    /** What lists are read from. */
    record Sources(ComplaintStore store, Follower follower, ComplaintCodes codes, Items items, Units units) {}

    ComplaintLists(Sources sources, ComplaintViews views, Links links) {
        this.store = sources.store();
        this.follower = sources.follower();
        this.codes = sources.codes();
        this.items = sources.items();
        this.units = sources.units();
        this.views = views;
        this.links = links;
    }

    /** Complaints, newest first. */
    Page<ComplaintView.Head> page(ComplaintQuery query, @Nullable String cursor, int limit) {
        Which which = query.which(codes, items, units, false);
        long before = cursor == null ? Long.MAX_VALUE : Paging.afterNumber(cursor);
        follower.follow();
        return views.heads(store.page(which, before, limit + 1), limit);
    }

    /** How many complaints there are by code, item, lot or month: the largest count first, months in their order. */
    List<ComplaintView.Count> counts(String by, ComplaintQuery query) {
        Which which = query.which(codes, items, units, true);
        follower.follow();
        return switch (by) {
            case "code" -> named(counted(By.CODE, which), views.names());
            case "item" -> byItem(counted(By.ITEM, which));
            case "lot" -> byLot(counted(By.LOT, which));
            case "month" -> byMonth(counted(By.DAY, which));
            default -> throw Paging.badParameter("by", "is " + by, "code, item, lot or month");
        };
    }

    private List<Counted> counted(By by, Which which) {
        List<Counted> counted = store.counts(by, which, KEYS_MAX + 1);
        if (counted.size() > KEYS_MAX && by != By.DAY) {
            throw Refusal.of(
                            "too-many-keys",
                            "There is too much to count apart",
                            "There are more than " + KEYS_MAX + ".")
                    .at("by", "at most " + KEYS_MAX + " values", "Narrow it by item, code or day.")
                    .asException();
        }
        return counted;
    }

    private static List<ComplaintView.Count> named(List<Counted> counted, Map<String, String> names) {
        return counted.stream()
                .map(c -> new ComplaintView.Count(
                        c.key() == null ? "" : c.key(), c.key() == null ? null : names.get(c.key()), c.count()))
                .toList();
    }

    private List<ComplaintView.Count> byItem(List<Counted> counted) {
        List<ComplaintView.Count> all = new ArrayList<>();
        for (Counted c : counted) {
            long id = id(c);
            Item item = id == 0 ? null : items.get(id);
            all.add(new ComplaintView.Count(
                    item == null ? "" : item.code(), item == null ? null : item.name(), c.count()));
        }
        return all;
    }

    private List<ComplaintView.Count> byLot(List<Counted> counted) {
        Map<Long, String> numbers = links.numbers(
                counted.stream().map(ComplaintLists::id).filter(id -> id != 0).toList());
        return counted.stream()
                .map(c ->
                        new ComplaintView.Count(id(c) == 0 ? "" : String.valueOf(id(c)), numbers.get(id(c)), c.count()))
                .toList();
    }

    private static List<ComplaintView.Count> byMonth(List<Counted> counted) {
        Map<String, Long> months = new TreeMap<>();
        for (Counted c : counted) {
            LocalDate day = LocalDate.ofEpochDay(id(c));
            months.merge(YearMonth.from(day).toString(), c.count(), Long::sum);
        }
        return months.entrySet().stream()
                .map(month -> new ComplaintView.Count(month.getKey(), null, month.getValue()))
                .toList();
    }

    private static long id(Counted counted) {
        return Long.parseLong(Objects.requireNonNull(counted.key()));
    }
}
