/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.place.Runs;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says where units really stand: what is in a container stands where the container stands. Made for one question,
 * since it remembers the containers that it met.
 */
final class Standing {

    private static final int DEPTH_MAX = 50;

    private final JdbcClient read;
    private final String numbers;
    private final Places places;
    private final Map<Long, Holder> holders = new HashMap<>();

    Standing(Database database, Places places) {
        this.read = database.read();
        this.numbers = database.dialect().numbers();
        this.places = places;
    }

    /** What has become of a quantity. */
    enum Where {
        STOCK,
        INSTALLED,
        SHIPPED,
        CONSUMED,
        SCRAPPED,
        OTHER
    }

    /**
     * A quantity of a unit at a place, more than nothing.
     *
     * @param root the place around all hosts and containers; 0 when there is none
     */
    record Spot(long unitId, long placeId, long qty, Where where, long root) {}

    /** A unit as a place: what it is and where its first quantity is. */
    private record Holder(boolean container, long place) {}

    private record Row(long unitId, long placeId, long qty) {}

    /** The spots of the units, by unit, in the order of their places. */
    Map<Long, List<Spot>> of(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Row> rows = read.sql("select h.unit_id, h.place_id, h.qty from " + numbers
                        + " k cross join holding h where h.unit_id = k.value and h.qty > 0"
                        + " order by h.unit_id, h.place_id")
                .param(array(ids))
                .query((r, n) -> new Row(r.getLong(1), r.getLong(2), r.getLong(3)))
                .list();
        learn(rows.stream().map(Row::placeId).toList());
        Set<List<Long>> packed = packed(rows);
        Map<Long, List<Spot>> spots = new LinkedHashMap<>();
        for (Row row : rows) {
            spots.computeIfAbsent(row.unitId, u -> new ArrayList<>()).add(spot(row, packed));
        }
        return spots;
    }

    /** The same of sums by place, in which all hosts are one place and all runs. */
    List<Spot> spots(List<Units.At> sums) {
        learn(sums.stream().map(Units.At::placeId).toList());
        return sums.stream().map(this::spot).toList();
    }

    private Spot spot(Units.At sum) {
        if (sum.placeId() == Sums.HOSTS) {
            return new Spot(sum.unitId(), sum.placeId(), sum.qty(), Where.INSTALLED, 0);
        }
        if (sum.placeId() == Sums.RUNS) {
            return new Spot(sum.unitId(), sum.placeId(), sum.qty(), Where.CONSUMED, 0);
        }
        long root = root(sum.placeId());
        return new Spot(sum.unitId(), sum.placeId(), sum.qty(), at(root), root);
    }

    /** Whether any of it stands under our own hands. */
    static boolean inStock(List<Spot> spots) {
        return spots.stream().anyMatch(s -> s.where == Where.STOCK);
    }

    /** The place whose days count for the unit, as its dates are judged there; 0 when it stands nowhere. */
    static long site(List<Spot> spots) {
        return spots.stream()
                .map(Spot::root)
                .filter(r -> r > 0 && r < Runs.FIRST_ID)
                .findFirst()
                .orElse(0L);
    }

    private Spot spot(Row row, Set<List<Long>> packed) {
        long root = root(row.placeId);
        Holder holder = holders.get(row.placeId);
        boolean installed = holder != null && !holder.container && !packed.contains(List.of(row.unitId, row.placeId));
        return new Spot(row.unitId, row.placeId, row.qty, installed ? Where.INSTALLED : at(root), root);
    }

    private long root(long place) {
        long at = place;
        for (int depth = 0; at < 0 && depth < DEPTH_MAX; depth++) {
            Holder holder = holders.get(at);
            at = holder == null ? 0 : holder.place;
        }
        return Math.max(at, 0);
    }

    private Where at(long place) {
        if (place >= Runs.FIRST_ID) {
            return Where.CONSUMED;
        }
        Place known = place == 0 ? null : places.find(place);
        if (known == null) {
            return Where.OTHER;
        }
        return switch (known.kind()) {
            case SITE, AREA, BIN, VESSEL -> Where.STOCK;
            case PARTNER -> Where.SHIPPED;
            case SCRAP -> Where.SCRAPPED;
            case RUN -> Where.CONSUMED;
            case OUTSIDE, ADJUSTMENT, UNKNOWN -> Where.OTHER;
        };
    }

    /** Learns of the hosts and containers among the places, and of those around them. */
    private void learn(Collection<Long> placeIds) {
        Set<Long> unknown = unknown(placeIds);
        for (int depth = 0; !unknown.isEmpty() && depth < DEPTH_MAX; depth++) {
            Map<Long, Holder> found = new HashMap<>();
            read.sql("select u.id, u.kind, (select min(h.place_id) from holding h where h.unit_id = u.id and h.qty > 0"
                            + " and h.place_id < 1000000000) from " + numbers
                            + " k cross join unit u where u.id = k.value")
                    .param(array(unknown.stream().map(p -> -p).toList()))
                    .query((r, n) -> found.put(-r.getLong(1), new Holder(r.getInt(2) == 3, r.getLong(3))))
                    .list();
            holders.putAll(found);
            unknown = unknown(found.values().stream().map(Holder::place).toList());
        }
    }

    private Set<Long> unknown(Collection<Long> placeIds) {
        Set<Long> unknown = new HashSet<>();
        placeIds.stream().filter(p -> p < 0 && !holders.containsKey(p)).forEach(unknown::add);
        return unknown;
    }

    /** Of what is in serials: units and places that came together by packing, so that the serial is a container. */
    private Set<List<Long>> packed(List<Row> rows) {
        var inSerials = rows.stream()
                .filter(r -> holders.get(r.placeId) instanceof Holder h && !h.container)
                .map(Row::unitId)
                .distinct()
                .toList();
        if (inSerials.isEmpty()) {
            return Set.of();
        }
        // The plus keeps the unit out of the choice of the index: what went into one serial is little, where one lot
        // went is much.
        return new HashSet<>(read.sql("select h.unit_id, h.place_id from " + numbers + """
                         k cross join holding h where h.unit_id = k.value and h.place_id < 0 and h.qty > 0
                        and (select e.type from movement m join entry e on e.seq = m.seq
                             where m.to_id = h.place_id and m.to_id < 0 and + m.unit_id = h.unit_id
                             order by m.seq desc limit 1) = 'pack'
                        """)
                .param(array(inSerials))
                .query((r, n) -> List.of(r.getLong(1), r.getLong(2)))
                .list());
    }

    static String array(Collection<Long> ids) {
        var array = new JsonText().array();
        ids.forEach(array::element);
        return array.endArray().toString();
    }
}
