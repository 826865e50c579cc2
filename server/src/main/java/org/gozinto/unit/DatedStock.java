/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.ledger.Database;
import org.gozinto.place.Places;

/**
 * What stands in stock and has a last usable day, in the order of these days: eight bytes a unit, kept in memory.
 *
 * <p>It is made from the tables when it is first asked for, and brought forward by looking again at what moved since.
 * Looking again is harmless, so it need not see one moment: what moves meanwhile is looked at the next time.
 */
final class DatedStock {

    /** More movements than this since the last time, and all is read anew. */
    private static final int MOVEMENTS_MAX = 300_000;

    private static final int STEP = 10_000;
    private static final int ZONES_MAX = 256;
    private static final int DEPTH_MAX = 50;

    private final Database database;
    private final Places places;
    private final Clock clock;
    private Stock stock = new Stock(-1, Map.of(), List.of(), new long[0]);

    DatedStock(Database database, Places places, Clock clock) {
        this.database = database;
        this.places = places;
        this.clock = clock;
    }

    /**
     * The stock as of an entry. A key is the last usable day, the unit, the time zone of its site and whether it is a
     * lot, from the highest bits to the lowest.
     *
     * @param zoneOf the time zone of every location
     * @param zones the time zones that the keys name by number
     */
    private record Stock(long seq, Map<Long, ZoneId> zoneOf, List<ZoneId> zones, long[] keys) {}

    /** A range of days and which units in it are meant. */
    private record Range(Stock stock, long[] todays, int from, int to) {}

    /** One unit that stands in stock with a last usable day. */
    record Dated(long key) {

        static Dated of(Unit.Kind kind, long unit, long day, int zone) {
            long lot = kind == Unit.Kind.SERIAL ? 0 : 1;
            return new Dated(day << 41 | unit << 9 | (long) zone << 1 | lot);
        }

        long day() {
            return key >> 41;
        }

        long unit() {
            return key >> 9 & 0xffff_ffffL;
        }

        int zone() {
            return (int) (key >> 1 & 0xff);
        }

        boolean lot() {
            return (key & 1) == 1;
        }
    }

    /** Those whose last usable day is today or one of the next {@code days}, in order, after a key. */
    List<Dated> expiring(int days, long after, int limit) {
        Stock now = now();
        long[] todays = todays(now);
        long first = Arrays.stream(todays).min().orElse(0);
        long last = Arrays.stream(todays).max().orElse(0) + days;
        var range = new Range(now, todays, from(now, first), from(now, last + 1));
        return pick(range, after, limit, (day, today) -> day >= today && day <= today + days);
    }

    /** Those whose last usable day is past. */
    List<Dated> expired(long after, int limit) {
        Stock now = now();
        long[] todays = todays(now);
        long last = Arrays.stream(todays).max().orElse(0);
        return pick(new Range(now, todays, 0, from(now, last)), after, limit, (day, today) -> day < today);
    }

    /** Told of each unit: the week of its last usable day, counted from the first, and whether it is a lot. */
    @FunctionalInterface
    interface Counter {
        void add(int week, boolean lot);
    }

    /** Counts all whose last usable day is in one of the weeks from a day on. */
    void count(LocalDate first, int weeks, Counter counter) {
        Stock now = now();
        int to = from(now, first.plusWeeks(weeks).toEpochDay());
        for (int i = from(now, first.toEpochDay()); i < to; i++) {
            var dated = new Dated(now.keys[i]);
            counter.add((int) ((dated.day() - first.toEpochDay()) / 7), dated.lot());
        }
    }

    /** Today at a place; in UTC for none. */
    LocalDate today(long site) {
        return LocalDate.now(clock.withZone(site == 0 ? ZoneOffset.UTC : places.zoneOf(places.get(site))));
    }

    private interface Test {
        boolean holds(long day, long today);
    }

    private static List<Dated> pick(Range range, long after, int limit, Test test) {
        List<Dated> found = new ArrayList<>();
        long[] keys = range.stock.keys;
        int at = Math.max(range.from, place(keys, after + 1));
        while (at < range.to && found.size() < limit) {
            var dated = new Dated(keys[at++]);
            if (test.holds(dated.day(), range.todays[dated.zone()])) {
                found.add(dated);
            }
        }
        return found;
    }

    private static int from(Stock stock, long day) {
        return place(stock.keys, day << 41);
    }

    private static int place(long[] keys, long key) {
        int at = Arrays.binarySearch(keys, key);
        return at < 0 ? -at - 1 : at;
    }

    private long[] todays(Stock now) {
        return now.zones.stream()
                .mapToLong(z -> LocalDate.now(clock.withZone(z)).toEpochDay())
                .toArray();
    }

    /** The stock as it is now. */
    private synchronized Stock now() {
        long head = head();
        Map<Long, ZoneId> zoneOf = new HashMap<>();
        places.locations().forEach(p -> zoneOf.put(p.id(), places.zoneOf(p)));
        boolean moved =
                stock.zoneOf.entrySet().stream().anyMatch(z -> !z.getValue().equals(zoneOf.get(z.getKey())));
        Set<ZoneId> zones = new LinkedHashSet<>(stock.zones);
        zones.add(ZoneOffset.UTC);
        zones.addAll(zoneOf.values());
        List<ZoneId> numbered = zones.stream().limit(ZONES_MAX).toList();
        if (stock.seq < 0 || moved) {
            stock = new Stock(head, zoneOf, numbered, all(numbered));
        } else if (head > stock.seq || numbered.size() > stock.zones.size()) {
            stock = forward(head, zoneOf, numbered);
        }
        return stock;
    }

    private long head() {
        return database.read()
                .sql("select coalesce(max(seq), 0) from entry")
                .query(Long.class)
                .single();
    }

    private long[] all(List<ZoneId> zones) {
        long last = database.read()
                .sql("select coalesce(max(id), 0) from unit")
                .query(Long.class)
                .single();
        long[] keys = new long[0];
        int size = 0;
        var standing = new Standing(database, places);
        for (long id = 0; id < last; id += STEP) {
            var dated = database.read()
                    .sql("select id, kind, expiry_day from unit where id > ? and id <= ? and expiry_day is not null")
                    .param(id)
                    .param(id + STEP)
                    .query((r, n) -> new Candidate(r.getLong(1), Unit.Kind.of(r.getInt(2)), r.getLong(3)))
                    .list();
            long[] found = standing(dated, standing, zones);
            if (size + found.length > keys.length) {
                keys = Arrays.copyOf(keys, Math.max(size + found.length, keys.length * 2));
            }
            System.arraycopy(found, 0, keys, size, found.length);
            size += found.length;
        }
        keys = Arrays.copyOf(keys, size);
        Arrays.sort(keys);
        return keys;
    }

    private record Candidate(long id, Unit.Kind kind, long day) {}

    /** The keys of those that stand in stock. */
    private long[] standing(List<Candidate> dated, Standing standing, List<ZoneId> zones) {
        var spots = standing.of(dated.stream().map(Candidate::id).toList());
        Map<Long, Integer> zoneOf = new HashMap<>();
        long[] keys = new long[dated.size()];
        int size = 0;
        for (Candidate candidate : dated) {
            var at = spots.getOrDefault(candidate.id, List.of());
            if (Standing.inStock(at)) {
                int zone = zoneOf.computeIfAbsent(Standing.site(at), s -> zone(s, zones));
                keys[size++] = Dated.of(candidate.kind, candidate.id, candidate.day, zone).key;
            }
        }
        return Arrays.copyOf(keys, size);
    }

    private int zone(long site, List<ZoneId> zones) {
        return site == 0 ? 0 : Math.max(0, zones.indexOf(places.zoneOf(places.get(site))));
    }

    private Stock forward(long head, Map<Long, ZoneId> zoneOf, List<ZoneId> zones) {
        List<Long> moved = database.read()
                .sql("select unit_id from movement where seq > ? limit ?")
                .param(stock.seq)
                .param(MOVEMENTS_MAX + 1)
                .query((r, n) -> r.getLong(1))
                .list();
        if (moved.size() > MOVEMENTS_MAX) {
            return new Stock(head, zoneOf, zones, all(zones));
        }
        BitSet touched = new BitSet();
        List<Long> next = moved.stream().distinct().toList();
        for (int depth = 0; !next.isEmpty() && depth < DEPTH_MAX; depth++) {
            next.forEach(u -> touched.set(Math.toIntExact(u)));
            next = inside(next).stream()
                    .filter(u -> !touched.get(Math.toIntExact(u)))
                    .distinct()
                    .toList();
        }
        long[] kept = Arrays.stream(stock.keys)
                .filter(k -> !touched.get(Math.toIntExact(new Dated(k).unit())))
                .toArray();
        long[] again = look(touched.stream().mapToObj(u -> (long) u).toList(), zones);
        long[] keys = Arrays.copyOf(kept, kept.length + again.length);
        System.arraycopy(again, 0, keys, kept.length, again.length);
        Arrays.sort(keys);
        return new Stock(head, zoneOf, zones, keys);
    }

    private List<Long> inside(Collection<Long> units) {
        return database.read()
                .sql("select h.unit_id from " + database.dialect().numbers()
                        + " k cross join holding h where h.place_id = k.value and h.place_id < 0 and h.qty > 0")
                .param(Standing.array(units.stream().map(u -> -u).toList()))
                .query((r, n) -> r.getLong(1))
                .list();
    }

    private long[] look(List<Long> ids, List<ZoneId> zones) {
        var dated = database.read()
                .sql("select u.id, u.kind, u.expiry_day from "
                        + database.dialect().numbers()
                        + " k cross join unit u where u.id = k.value and u.expiry_day is not null")
                .param(Standing.array(ids))
                .query((r, n) -> new Candidate(r.getLong(1), Unit.Kind.of(r.getInt(2)), r.getLong(3)))
                .list();
        return standing(dated, new Standing(database, places), zones);
    }
}
