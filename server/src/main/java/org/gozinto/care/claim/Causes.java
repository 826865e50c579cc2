/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.care.claim.Causal.EntryRef;
import org.gozinto.genealogy.TraceQuery;
import org.gozinto.genealogy.TraceView;
import org.gozinto.genealogy.Traces;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.quality.book.UnitRefs;
import org.gozinto.unit.Unit;
import org.gozinto.unit.UnitDesk;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was bought and is behind a failure: the part itself where it came from a supplier, or else what went into
 * it, at every tier. Safe for use by many threads.
 */
final class Causes {

    static final int CANDIDATES_MAX = 50;
    private static final int REACHED_MAX = 2_000;

    private final Database database;
    private final Traces traces;
    private final Units units;
    private final Items items;
    private final Places places;
    private final UnitRefs refs;

    /** The rooms that are asked. */
    record Rooms(Traces traces, Units units, Items items, Places places, UnitRefs refs) {}

    Causes(Database database, Rooms rooms) {
        this.database = database;
        this.traces = rooms.traces();
        this.units = rooms.units();
        this.items = rooms.items();
        this.places = rooms.places();
        this.refs = rooms.refs();
    }

    /**
     * What may be behind a failure.
     *
     * @param causal when it can be one alone
     * @param candidates all that it can be, at most {@value Causes#CANDIDATES_MAX}; {@code more} whether there are
     *     more, or the genealogy has a gap
     */
    record Found(@Nullable Causal causal, List<Causal> candidates, boolean more) {}

    /** What is behind the failure of a unit on a day. */
    Found of(Unit failed, LocalDate on) {
        Causal own = bought(failed);
        if (own != null) {
            return new Found(own, List.of(own), false);
        }
        Set<Long> reached = new LinkedHashSet<>();
        boolean whole = madeOf(failed, on, reached);
        List<Causal> all = boughtOf(reached);
        boolean more = !whole || all.size() > CANDIDATES_MAX;
        return new Found(
                all.size() == 1 && whole ? all.getFirst() : null,
                all.size() > CANDIDATES_MAX ? all.subList(0, CANDIDATES_MAX) : all,
                more);
    }

    /** How a unit, or the lot that it belongs to, came in from a supplier; null when it did not. */
    @Nullable
    Causal bought(Unit unit) {
        List<Long> ids = new ArrayList<>(List.of(unit.id()));
        if (unit.lotId() != 0) {
            ids.add(unit.lotId());
        }
        List<Causal> found = boughtOf(ids);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Gathers what a unit was made of until a day; whether that is all. */
    private boolean madeOf(Unit unit, LocalDate on, Set<Long> reached) {
        boolean serial = unit.kind() == Unit.Kind.SERIAL;
        Place issuer = unit.issuerId() == 0 ? null : places.find(unit.issuerId());
        Traces.Listed listed = traces.listed(TraceQuery.backward(
                items.get(unit.itemId()).code(),
                serial ? null : unit.number(),
                serial ? unit.number() : null,
                issuer == null ? null : issuer.code(),
                on.toString()));
        for (TraceView.ReachedView one : listed.units()) {
            long id = Long.parseLong(one.unit());
            if (reached.size() == REACHED_MAX) {
                return false;
            }
            if (id != unit.id() && id != unit.lotId()) {
                reached.add(id);
            }
        }
        return listed.complete();
    }

    private record Receipt(
            long unit,
            long seq,
            long partner,
            String type,
            String at,
            @Nullable String document,
            byte[] hash) {}

    /** Those of the units that came in from a partner, each lot once, with their first receipts. */
    private List<Causal> boughtOf(Collection<Long> ids) {
        Map<Long, Receipt> receipts = receipts(ids);
        Map<Long, Unit> byId = refs.byIds(receipts.keySet());
        Map<Long, Receipt> byBought = new LinkedHashMap<>();
        receipts.forEach((id, receipt) -> {
            Unit unit = byId.get(id);
            if (unit != null && unit.kind() != Unit.Kind.CONTAINER) {
                byBought.merge(unit.lotId() == 0 ? id : unit.lotId(), receipt, (a, b) -> a.seq() <= b.seq() ? a : b);
            }
        });
        Map<Long, Unit> bought = refs.byIds(byBought.keySet());
        List<Causal> all = new ArrayList<>();
        byBought.forEach((id, receipt) -> {
            Unit unit = bought.get(id);
            if (unit != null) {
                all.add(causal(unit, receipt));
            }
        });
        return all;
    }

    private Map<Long, Receipt> receipts(Collection<Long> ids) {
        Map<Long, Receipt> first = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return first;
        }
        var array = new JsonText().array();
        ids.forEach(array::element);
        database
                .read()
                .sql("select m.unit_id, m.seq, m.from_id, e.type, e.occurred_at, e.document, e.hash from "
                        + database.dialect().numbers()
                        + " k cross join movement m join entry e on e.seq = m.seq where m.unit_id = k.value"
                        + " and e.type = 'receive'"
                        + " and not exists (select 1 from entry v where v.corrects = e.seq) order by m.seq, m.n")
                .param(array.endArray().toString())
                .query((rows, n) -> receipt(rows))
                .list()
                .stream()
                .filter(receipt -> isPartner(receipt.partner()))
                .forEach(receipt -> first.putIfAbsent(receipt.unit(), receipt));
        return first;
    }

    private static Receipt receipt(ResultSet rows) throws SQLException {
        return new Receipt(
                rows.getLong(1),
                rows.getLong(2),
                rows.getLong(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getBytes(7));
    }

    private boolean isPartner(long id) {
        Place place = id > 0 ? places.find(id) : null;
        return place != null && place.kind() == Place.Kind.PARTNER;
    }

    private Causal causal(Unit unit, Receipt receipt) {
        Place supplier = places.get(receipt.partner());
        String number = units.supplierLots(unit.id()).stream()
                .filter(lot -> lot.partnerId() == receipt.partner())
                .map(UnitDesk.SupplierLot::number)
                .findFirst()
                .orElse(unit.issuerId() == receipt.partner() ? unit.number() : null);
        return new Causal(
                refs.of(unit),
                supplier.code(),
                supplier.name(),
                number,
                receipt.at(),
                receipt.document(),
                new EntryRef(
                        receipt.seq(),
                        receipt.type(),
                        receipt.at(),
                        receipt.document(),
                        HexFormat.of().formatHex(receipt.hash())));
    }

    /** Units by their ids. */
    Map<Long, Unit> byIds(Collection<Long> ids) {
        return ids.isEmpty() ? new HashMap<>() : refs.byIds(ids);
    }
}
