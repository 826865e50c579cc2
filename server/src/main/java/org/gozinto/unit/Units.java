/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads units: lots, serials, containers, their holdings, holds and supplier lots. Safe for use by many threads. */
public class Units {

    /** No number is longer. */
    private static final int SPELT_LENGTH_MAX = 64;

    private static final int SPELT_STEPS_MAX = 16;

    private final JdbcClient read;
    private final String numbers;
    private final String texts;

    public Units(Database database) {
        this.read = database.read();
        this.texts = database.dialect().texts();
        this.numbers = database.dialect().numbers();
    }

    /**
     * A quantity at a place.
     *
     * @param position where in a host
     */
    public record At(
            long unitId, long placeId, long qty, @Nullable String position) {}

    /** What a list of units is narrowed to; null members narrow nothing. */
    public record Filter(
            @Nullable Long itemId,
            @Nullable Long lotId,
            @Nullable String number,
            Unit.@Nullable Kind kind,
            @Nullable Long placeId) {}

    /** Whether any unit of the item was ever recorded. */
    public boolean isUsed(long itemId) {
        return !read.sql("select id from unit where item_id = ? limit 1")
                .param(itemId)
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** The unit of this id, or null. */
    public @Nullable Unit find(long id) {
        return read.sql("select " + UnitRows.COLUMNS + " from unit u where u.id = ?")
                .param(id)
                .query((rows, n) -> UnitRows.unit(rows))
                .optional()
                .orElse(null);
    }

    /** The units of these ids, in no order. */
    public List<Unit> byIds(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return read.sql("select " + UnitRows.COLUMNS + " from " + numbers + " k cross join unit u where u.id = k.value")
                .param(array(ids))
                .query((rows, n) -> UnitRows.unit(rows))
                .list();
    }

    static final String WITH_NUMBER =
            "select " + UnitRows.COLUMNS + " from unit u where u.number = ? order by u.item_id, u.kind, u.twin limit ?";

    static final String OF_ITEM = "select " + UnitRows.COLUMNS
            + " from unit u where u.number = ? and u.item_id = ? and u.kind = ? order by u.twin, u.id limit ?";

    static final String WITH_SUPPLIER_LOT = "select " + UnitRows.COLUMNS
            + " from supplier_lot s join unit u on u.id = s.unit_id where s.number = ? order by u.id limit ?";

    static final String SUPPLIED_OF_ITEM = "select " + UnitRows.COLUMNS
            + " from supplier_lot s join unit u on u.id = s.unit_id"
            + " where s.number = ? and u.item_id = ? order by u.id limit ?";

    /** Every unit with this number: lots, serials and containers of any item, and suspect twins. */
    public List<Unit> withNumber(String number, int limit) {
        return read.sql(WITH_NUMBER)
                .param(number)
                .param(limit)
                .query((rows, n) -> UnitRows.unit(rows))
                .list();
    }

    static final String WITH_ANY =
            "select " + UnitRows.COLUMNS + " from %s k cross join unit u where u.number = k.value"
                    + " order by u.item_id, u.kind, u.twin, u.id limit ?";

    static final String WITH_ANY_OF_ITEMS = "select " + UnitRows.COLUMNS
            + " from %s k cross join %s i cross join unit u where u.number = k.value and u.item_id = i.value"
            + " order by u.item_id, u.kind, u.twin, u.id limit ?";

    /**
     * Lots, serials and containers that have one of the numbers, suspect twins too.
     *
     * @param ofItems to which items they are narrowed; empty for all
     */
    public List<Unit> withAny(Collection<String> wanted, Collection<Long> ofItems, int limit) {
        var array = new JsonText().array();
        wanted.forEach(array::element);
        String sql = ofItems.isEmpty() ? WITH_ANY.formatted(texts) : WITH_ANY_OF_ITEMS.formatted(texts, numbers);
        var query = read.sql(sql).param(array.endArray().toString());
        if (!ofItems.isEmpty()) {
            query = query.param(array(ofItems));
        }
        return query.param(limit).query((rows, n) -> UnitRows.unit(rows)).list();
    }

    static final String SUPPLIED_AS_ANY = "select " + UnitRows.COLUMNS
            + " from %s k cross join supplier_lot s cross join unit u"
            + " where s.number = k.value and u.id = s.unit_id order by u.id limit ?";

    /** Units to which a supplier gave one of the numbers. */
    public List<Unit> suppliedAsAny(Collection<String> wanted, int limit) {
        var array = new JsonText().array();
        wanted.forEach(array::element);
        return read.sql(SUPPLIED_AS_ANY.formatted(texts))
                .param(array.endArray().toString())
                .param(limit)
                .query((rows, n) -> UnitRows.unit(rows))
                .list();
    }

    /** Lots or serials of an item with this number: suspect twins and those of several issuers too. */
    List<Unit> ofItem(long itemId, Unit.Kind kind, String number, int limit) {
        return read.sql(OF_ITEM)
                .param(number)
                .param(itemId)
                .param(kind.number())
                .param(limit)
                .query((rows, n) -> UnitRows.unit(rows))
                .list();
    }

    /** Units of an item that have a supplier's own number. */
    List<Unit> suppliedOfItem(long itemId, String number, int limit) {
        return read.sql(SUPPLIED_OF_ITEM)
                .param(number)
                .param(itemId)
                .param(limit)
                .query((rows, n) -> UnitRows.unit(rows))
                .list();
    }

    /**
     * Units whose number differs from this text by nothing but uppercase and lowercase. The usual ones are tried first,
     * all letters changed in the same way; then the index is walked, a bounded number of steps.
     */
    List<Unit> spelt(String text, int limit) {
        if (text.isEmpty() || text.length() > SPELT_LENGTH_MAX) {
            return List.of();
        }
        Set<String> tried = new LinkedHashSet<>(
                List.of(text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT), Spellings.inverted(text)));
        tried.remove(text);
        List<Unit> found = new ArrayList<>();
        tried.forEach(number -> found.addAll(withNumber(number, limit)));
        if (!found.isEmpty() || tried.isEmpty()) {
            return found;
        }
        var spellings = new Spellings(text);
        String at = spellings.from("");
        for (int steps = 0; at != null && steps < SPELT_STEPS_MAX; steps++) {
            String number = read.sql("select min(u.number) from unit u where u.number >= ?")
                    .param(at)
                    .query(String.class)
                    .optional()
                    .orElse(null);
            if (number == null) {
                return found;
            }
            if (number.equals(at) && !number.equals(text)) {
                found.addAll(withNumber(number, limit));
            }
            at = spellings.from(number.startsWith(at) ? Spellings.end(at) : number);
        }
        return found;
    }

    /** Units of one item, or containers where it is 0, that have one of the numbers; suspect twins after the first. */
    public List<Unit> withNumbers(Unit.Kind kind, long itemId, Collection<String> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        var array = new JsonText().array();
        wanted.forEach(array::element);
        return read.sql("select " + UnitRows.COLUMNS + " from " + texts
                        + " k cross join unit u where u.number = k.value and u.item_id = ? and u.kind = ?"
                        + " order by u.twin, u.id")
                .param(array.endArray().toString())
                .param(itemId)
                .param(kind.number())
                .query((rows, n) -> UnitRows.unit(rows))
                .list();
    }

    /** Units that have a supplier's own number. */
    public List<Unit> withSupplierLot(String number, int limit) {
        return read.sql(WITH_SUPPLIER_LOT)
                .param(number)
                .param(limit)
                .query((rows, n) -> UnitRows.unit(rows))
                .list();
    }

    /**
     * A unit that has a supplier's own number.
     *
     * @param sinceSeq the first entry that says so, or 0 where that is not known
     */
    public record Supplied(Unit unit, long sinceSeq) {}

    /**
     * Units that have a supplier's own number, those of which it was known first before the others. A unit to which
     * several partners gave it comes once for each.
     */
    public List<Supplied> suppliedAs(String number, int limit) {
        return read.sql("select " + UnitRows.COLUMNS + ", s.noted_seq"
                        + " from supplier_lot s join unit u on u.id = s.unit_id"
                        + " where s.number = ? order by s.noted_seq, u.id limit ?")
                .param(number)
                .param(limit)
                .query((rows, n) -> new Supplied(UnitRows.unit(rows), rows.getLong(14)))
                .list();
    }

    /** Units after an id, in the order in which they were first named. */
    public List<Unit> page(Filter filter, long after, int limit) {
        List<Object> params = new ArrayList<>(List.of(after));
        var where = new StringBuilder("where u.id > ?");
        narrow(where, params, " and u.item_id = ?", filter.itemId());
        narrow(where, params, " and u.lot_id = ?", filter.lotId());
        narrow(where, params, " and u.number = ?", filter.number());
        narrow(
                where,
                params,
                " and u.kind = ?",
                filter.kind() == null ? null : filter.kind().number());
        narrow(
                where,
                params,
                " and u.id in (select h.unit_id from holding h where h.place_id = ? and h.qty > 0)",
                filter.placeId());
        params.add(limit);
        return read.sql("select " + UnitRows.COLUMNS + " from unit u " + where + " order by u.id limit ?")
                .params(params)
                .query((rows, n) -> UnitRows.unit(rows))
                .list();
    }

    private static void narrow(StringBuilder where, List<Object> params, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            params.add(value);
        }
    }

    /** Where the units are, with quantities other than zero. */
    public Map<Long, List<At>> holdings(Collection<Long> ids) {
        Map<Long, List<At>> byUnit = new HashMap<>();
        if (!ids.isEmpty()) {
            read.sql("select h.unit_id, h.place_id, h.qty, h.position from " + numbers
                            + " k cross join holding h where h.unit_id = k.value order by h.place_id")
                    .param(array(ids))
                    .query((rows, n) -> new At(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getString(4)))
                    .list()
                    .forEach(at -> byUnit.computeIfAbsent(at.unitId(), u -> new ArrayList<>())
                            .add(at));
        }
        return byUnit;
    }

    /** Where the serials of a lot are: their number at each place. */
    public List<At> serialsOfLot(long lotId) {
        return read.sql("""
                        select h.place_id, sum(h.qty) from unit u join holding h on h.unit_id = u.id
                        where u.lot_id = ? group by h.place_id having sum(h.qty) <> 0 order by h.place_id
                        """)
                .param(lotId)
                .query((rows, n) -> new At(lotId, rows.getLong(1), rows.getLong(2), null))
                .list();
    }

    /** What is packed or installed in a unit. */
    public List<At> contents(Unit unit, int limit) {
        return read.sql(
                        "select unit_id, place_id, qty, position from holding where place_id = ? order by unit_id limit ?")
                .param(unit.asPlace())
                .param(limit)
                .query((rows, n) -> new At(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getString(4)))
                .list();
    }

    /** The largest quantities of a unit. */
    List<At> largest(long unit, int limit) {
        return at("where unit_id = ? and qty > 0 order by qty desc, place_id limit ?", unit, limit);
    }

    /** Where a unit is, after a place. */
    List<At> holdingsAfter(long unit, long place, int limit) {
        return at("where unit_id = ? and qty > 0 and place_id > ? order by place_id limit ?", unit, place, limit);
    }

    /** What is in a unit, after another. */
    List<At> contentsAfter(Unit unit, long after, int limit) {
        return at(
                "where place_id = ? and qty > 0 and unit_id > ? order by unit_id limit ?",
                unit.asPlace(),
                after,
                limit);
    }

    private List<At> at(String which, Object... params) {
        return read.sql("select unit_id, place_id, qty, position from holding " + which)
                .params(List.of(params))
                .query((rows, n) -> new At(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getString(4)))
                .list();
    }

    /** How many units are directly in it. */
    long contentCount(Unit unit) {
        return read.sql("select count(*) from holding where place_id = ? and qty > 0")
                .param(unit.asPlace())
                .query(Long.class)
                .single();
    }

    /** Those of the units that are at more than so many places. */
    Set<Long> widespread(Collection<Long> ids, int places) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(read.sql("select h.unit_id from " + numbers + " k cross join holding h"
                                + " where h.unit_id = k.value group by h.unit_id having count(*) > ?")
                        .param(array(ids))
                        .param(places)
                        .query(Long.class)
                        .list());
    }

    /** Whether the last thing that happened to the unit was that it went to a partner. */
    public boolean wentToPartner(long unit) {
        return read.sql("""
                        select p.kind from movement m join entry e on e.seq = m.seq join place p on p.id = m.to_id
                        where m.unit_id = ? and e.type <> 'void' order by m.seq desc, m.n desc limit 1
                        """).param(unit).query(String.class).list().contains("partner");
    }

    /**
     * Whether the unit came to the place by packing: a serial that things are packed in is a container and not a host.
     */
    public boolean isPacked(long unit, long place) {
        return read.sql("""
                        select e.type from movement m join entry e on e.seq = m.seq
                        where m.unit_id = ? and m.to_id = ? order by m.seq desc limit 1
                        """).param(unit).param(place).query(String.class).list().contains("pack");
    }

    /** The unreleased holds on the units themselves; a lot's holds count for its serials too. */
    public Map<Long, List<Hold>> holds(Collection<Long> ids) {
        Map<Long, List<Hold>> byUnit = new HashMap<>();
        if (!ids.isEmpty()) {
            read.sql("select h.seq, h.unit_id, h.purposes, h.reason from " + numbers
                            + " k cross join hold h"
                            + " where h.unit_id = k.value and h.released_seq is null order by h.seq")
                    .param(array(ids))
                    .query((rows, n) -> new Hold(
                            rows.getLong(1), rows.getLong(2), Purpose.ofBits(rows.getInt(3)), rows.getString(4)))
                    .list()
                    .forEach(h -> byUnit.computeIfAbsent(h.unitId(), u -> new ArrayList<>())
                            .add(h));
        }
        return byUnit;
    }

    /** Those of the units of which more came from nowhere than went there. */
    Set<Long> unknown(Collection<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(read.sql("select h.unit_id from " + numbers
                                + " k cross join holding h where h.unit_id = k.value and h.place_id = 4 and h.qty < 0")
                        .param(array(ids))
                        .query(Long.class)
                        .list());
    }

    /** The suppliers' own numbers of a unit, with the partners whose numbers they are. */
    public List<UnitDesk.SupplierLot> supplierLots(long unit) {
        return read.sql(
                        "select number, partner_id, unit_id, noted_seq from supplier_lot where unit_id = ? order by number, partner_id")
                .param(unit)
                .query((rows, n) ->
                        new UnitDesk.SupplierLot(rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)))
                .list();
    }

    /** The number of the lot that a serial belongs to, or null. */
    public @Nullable String lotNumber(Unit unit) {
        Unit lot = unit.lotId() == 0 ? null : find(unit.lotId());
        return lot == null ? null : lot.number();
    }

    /** Units with ids above one, in their order; for those who follow the ledger. */
    public List<Unit> after(long id, int limit) {
        return read.sql("select " + UnitRows.COLUMNS + " from unit u where u.id > ? order by u.id limit ?")
                .param(id)
                .param(limit)
                .query((rows, n) -> UnitRows.unit(rows))
                .list();
    }

    private static String array(Collection<Long> ids) {
        var array = new JsonText().array();
        ids.forEach(array::element);
        return array.endArray().toString();
    }
}
