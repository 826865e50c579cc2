/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Paging;
import org.gozinto.place.Runs;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The orders in which lists of units are walked, each along an index; a list takes the narrowest that it can. */
final class Walks {

    /** One line of all containers in containers, at the most. */
    private static final int DEPTH_MAX = 50;

    private final JdbcClient read;
    private final Stops stops;

    Walks(Database database, Stops stops) {
        this.read = database.read();
        this.stops = stops;
    }

    /**
     * A unit on the way.
     *
     * @param key where the walk goes on after it
     * @param placeId the place that it was met at; null when the walk is not along places
     */
    record Step(String key, long unitId, @Nullable Long placeId) {

        Step(long unit) {
            this(String.valueOf(unit), unit, null);
        }
    }

    /** A way through units. */
    @FunctionalInterface
    interface Walk {
        /** At most {@code limit} steps after a key; none when the way ends. */
        List<Step> after(@Nullable String key, int limit);
    }

    private static long number(@Nullable String key) {
        try {
            return key == null ? 0 : Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw notOurs();
        }
    }

    private static RuntimeException notOurs() {
        return Paging.badParameter("cursor", "is not one of ours", "the nextCursor of the page before");
    }

    private List<Step> units(String sql, Object... params) {
        return read.sql(sql)
                .params(List.of(params))
                .query((r, n) -> new Step(r.getLong(1)))
                .list();
    }

    Walk all() {
        return (key, limit) ->
                units("select u.id from unit u where u.id > ? order by u.id limit ?", number(key), limit);
    }

    Walk ofItem(long item) {
        return (key, limit) -> units(
                "select u.id from unit u where u.item_id = ? and u.id > ? order by u.id limit ?",
                item,
                number(key),
                limit);
    }

    Walk ofLot(long lot) {
        return (key, limit) -> units(
                "select u.id from unit u where u.lot_id = ? and u.lot_id <> 0 and u.id > ? order by u.id limit ?",
                lot,
                number(key),
                limit);
    }

    Walk numbered(String number) {
        return (key, limit) -> units(
                "select u.id from unit u where u.number = ? and u.id > ? order by u.id limit ?",
                number,
                number(key),
                limit);
    }

    Walk ofKindAndItem(Unit.Kind kind, long item) {
        return (key, limit) -> units("""
                        select u.id from unit u where u.kind <> 2 and u.kind = ? and u.item_id = ? and u.id > ?
                        order by u.id limit ?
                        """, kind.number(), item, number(key), limit);
    }

    /** Lots, containers or untracked goods, by item. */
    Walk ofKind(Unit.Kind kind) {
        return (key, limit) -> {
            long[] at = pair(key);
            return read.sql("""
                            select u.item_id, u.id from unit u
                            where u.kind <> 2 and u.kind = :kind and (u.item_id, u.id) > (:item, :id)
                            order by u.item_id, u.id limit :limit
                            """)
                    .param("kind", kind.number())
                    .param("item", at[0])
                    .param("id", at[1])
                    .param("limit", limit)
                    .query((r, n) -> new Step(r.getLong(1) + "." + r.getLong(2), r.getLong(2), null))
                    .list();
        };
    }

    Walk suspects() {
        return (key, limit) -> units(
                "select u.id from unit u where u.twin > 0 and u.id > ? order by u.id limit ?", number(key), limit);
    }

    Walk held() {
        return (key, limit) -> units("""
                        select distinct unit_id from hold where released_seq is null and unit_id > ?
                        order by unit_id limit ?
                        """, number(key), limit);
    }

    /** What a recall stops, or any recall when it is null. */
    Walk recalled(@Nullable String recall) {
        return (key, limit) ->
                stops.after(recall, number(key), limit).stream().map(Step::new).toList();
    }

    /** Units of which more came from nowhere than went there. */
    Walk unknown() {
        return (key, limit) -> units(
                "select unit_id from holding where place_id = 4 and unit_id > ? and qty < 0 order by unit_id limit ?",
                number(key),
                limit);
    }

    Walk expiring(DatedStock stock, int days) {
        return (key, limit) -> dated(stock.expiring(days, key == null ? Long.MIN_VALUE : number(key), limit));
    }

    Walk expired(DatedStock stock) {
        return (key, limit) -> dated(stock.expired(key == null ? Long.MIN_VALUE : number(key), limit));
    }

    private static List<Step> dated(List<DatedStock.Dated> dated) {
        return dated.stream()
                .map(d -> new Step(String.valueOf(d.key()), d.unit(), null))
                .toList();
    }

    /** Numbers that begin so, whatever their case, in the order of the numbers. */
    Walk beginning(String prefix) {
        var spellings = new Spellings(prefix);
        return (key, limit) -> {
            List<Step> steps = new ArrayList<>();
            int end = key == null ? -1 : key.indexOf(':');
            if (key != null && end < 0) {
                throw notOurs();
            }
            long id = key == null ? 0 : number(key.substring(0, end));
            String number = key == null ? "" : key.substring(end + 1);
            String spelling = spellings.from(number);
            while (spelling != null && steps.size() < limit) {
                boolean inside = number.startsWith(spelling);
                steps.addAll(within(spelling, inside ? number : spelling, inside ? id : 0, limit - steps.size()));
                spelling = steps.size() < limit ? next(spellings, Spellings.end(spelling)) : null;
                number = "";
            }
            return steps;
        };
    }

    /** The next spelling that some number begins with: one look into the index for each gap between numbers. */
    private @Nullable String next(Spellings spellings, String from) {
        String at = spellings.from(from);
        while (at != null) {
            String found = read.sql("select min(u.number) from unit u where u.number >= ?")
                    .param(at)
                    .query(String.class)
                    .optional()
                    .orElse(null);
            if (found == null || found.startsWith(at)) {
                return found == null ? null : at;
            }
            at = spellings.from(found);
        }
        return null;
    }

    private List<Step> within(String spelling, String number, long id, int limit) {
        return read.sql("""
                        select u.number, u.id from unit u
                        where u.number >= :number and u.number < :end and (u.number > :number or u.id > :id)
                        order by u.number, u.id limit :limit
                        """)
                .param("number", number)
                .param("end", Spellings.end(spelling))
                .param("id", id)
                .param("limit", limit)
                .query((r, n) -> new Step(r.getLong(2) + ":" + r.getString(1), r.getLong(2), null))
                .list();
    }

    /** What is in hosts and containers. */
    Walk inUnits() {
        return (key, limit) -> alongPlaces(key == null ? Long.MIN_VALUE + "." + 0 : key, -1, limit);
    }

    /** What is in runs. */
    Walk inRuns() {
        return (key, limit) -> alongPlaces(key == null ? Runs.FIRST_ID + "." + 0 : key, Long.MAX_VALUE, limit);
    }

    private List<Step> alongPlaces(String key, long last, int limit) {
        long[] at = pair(key);
        return read.sql("""
                        select h.place_id, h.unit_id from holding h
                        where (h.place_id, h.unit_id) > (:place, :unit) and h.place_id <= :last and h.qty > 0
                        order by h.place_id, h.unit_id limit :limit
                        """)
                .param("place", at[0])
                .param("unit", at[1])
                .param("last", last)
                .param("limit", limit)
                .query((r, n) -> new Step(r.getLong(1) + "." + r.getLong(2), r.getLong(2), r.getLong(1)))
                .list();
    }

    private static long[] pair(@Nullable String key) {
        if (key == null) {
            return new long[] {Long.MIN_VALUE, 0};
        }
        int dot = key.indexOf('.');
        if (dot < 0) {
            throw notOurs();
        }
        return new long[] {number(key.substring(0, dot)), number(key.substring(dot + 1))};
    }

    /** What is directly at a place. */
    Walk at(long place) {
        return (key, limit) -> at(place, number(key), limit);
    }

    private List<Step> at(long place, long after, int limit) {
        return read.sql("""
                        select h.unit_id from holding h where h.place_id = ? and h.unit_id > ? and h.qty > 0
                        order by h.unit_id limit ?
                        """)
                .params(place, after, limit)
                .query((r, n) -> new Step(r.getString(1), r.getLong(1), place))
                .list();
    }

    /** What is at one of the places or in something there, each container and host followed by what is in it. */
    Walk within(Collection<Long> places) {
        List<Long> ids = places.stream().sorted().toList();
        return (key, limit) -> {
            List<long[]> path = path(key, ids);
            List<Step> steps = new ArrayList<>();
            while (!path.isEmpty() && steps.size() < limit) {
                long[] at = path.getLast();
                boolean opened = false;
                for (Content content : contents(at[0], at[1], limit - steps.size())) {
                    at[1] = content.unit;
                    opened = content.container && path.size() < DEPTH_MAX;
                    if (opened) {
                        path.add(new long[] {-content.unit, 0});
                    }
                    steps.add(new Step(key(path), content.unit, at[0]));
                    if (opened) {
                        break;
                    }
                }
                if (!opened && steps.size() < limit) {
                    leave(path, ids);
                }
            }
            return steps;
        };
    }

    /** Whether it is a container or host depends on whether something is in it. */
    private record Content(long unit, boolean container) {}

    private List<Content> contents(long place, long after, int limit) {
        return read.sql("""
                        select h.unit_id, (select min(c.unit_id) from holding c where c.place_id = - h.unit_id)
                        from holding h
                        where h.place_id = ? and h.unit_id > ? and h.qty > 0 order by h.unit_id limit ?
                        """)
                .params(place, after, limit)
                .query((r, n) -> new Content(r.getLong(1), r.getLong(2) != 0))
                .list();
    }

    /** Goes back out of a container, or on to the next place. */
    private static void leave(List<long[]> path, List<Long> ids) {
        long[] left = path.removeLast();
        if (path.isEmpty()) {
            ids.stream().filter(i -> i > left[0]).findFirst().ifPresent(i -> path.add(new long[] {i, 0}));
        }
    }

    /**
     * Places with the last unit met in each, outermost first: {@code 12.700_-700.0} is in container 700 at place 12.
     */
    private static String key(List<long[]> path) {
        return String.join("_", path.stream().map(p -> p[0] + "." + p[1]).toList());
    }

    private static List<long[]> path(@Nullable String key, List<Long> ids) {
        List<long[]> path = new ArrayList<>();
        if (key == null) {
            ids.stream().findFirst().ifPresent(i -> path.add(new long[] {i, 0}));
            return path;
        }
        for (String part : key.split("_", DEPTH_MAX + 1)) {
            path.add(pair(part));
        }
        if (path.size() > DEPTH_MAX || !ids.contains(Objects.requireNonNull(path.getFirst())[0])) {
            throw notOurs();
        }
        return path;
    }
}
