/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gozinto.trace.Act;
import org.gozinto.trace.Book;
import org.gozinto.trace.Entry;
import org.gozinto.trace.Link;
import org.gozinto.trace.Measure;
import org.gozinto.trace.Mixing;
import org.gozinto.trace.Moment;
import org.gozinto.trace.Movement;
import org.gozinto.trace.Place;
import org.gozinto.trace.Unit;
import org.jspecify.annotations.Nullable;

/** A ledger read from its database, as the trace engine wants it: everything in memory, numbers from 0. */
final class RecordedBook implements Book {

    private static final Unit.Kind[] KINDS = {Unit.Kind.LOT, Unit.Kind.SERIAL, Unit.Kind.CONTAINER, Unit.Kind.UNTRACKED
    };
    private static final Pattern STEP = Pattern.compile("\"step\":\"([^\"]*)\"");
    private static final Pattern POSITION = Pattern.compile("\"position\":\"([^\"]*)\"");
    private static final Pattern DECIMALS = Pattern.compile("\"decimals\":([0-9])");
    private static final Pattern UNIT = Pattern.compile("\"unit\":\"([^\"]*)\"");

    private final Connection connection;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Map<Long, Integer> placeNumbers = new HashMap<>();
    private final Map<Long, Item> items = new HashMap<>();
    private long movements;

    private record Item(String code, int decimals, Measure measure) {}

    private RecordedBook(Connection connection) {
        this.connection = connection;
    }

    static RecordedBook read(Connection connection) throws SQLException {
        var book = new RecordedBook(connection);
        book.readItems();
        book.readPlaces();
        book.readUnits();
        book.readEntries();
        return book;
    }

    @Override
    public Iterable<Entry> entries() {
        return entries;
    }

    @Override
    public Unit unit(int id) {
        return units.get(id);
    }

    @Override
    public Place place(int id) {
        return places.get(id);
    }

    @Override
    public int unitCount() {
        return units.size();
    }

    @Override
    public int placeCount() {
        return places.size();
    }

    int entryCount() {
        return entries.size();
    }

    long movementCount() {
        return movements;
    }

    /** The lot that moved most often. */
    Unit busiestLot() {
        int[] moved = new int[units.size()];
        entries.forEach(e -> e.movements().forEach(m -> moved[m.unit()]++));
        Unit busiest = units.getFirst();
        for (Unit unit : units) {
            if (unit.kind() == Unit.Kind.LOT && moved[unit.id()] > moved[busiest.id()]) {
                busiest = unit;
            }
        }
        return busiest;
    }

    /** The lot of this item and number, or a serial when the item has such. */
    Unit find(String item, String number) {
        return units.stream()
                .filter(u -> u.item().equals(item))
                .filter(u -> number.equals(u.kind() == Unit.Kind.LOT ? u.lot() : u.serial()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no " + item + " " + number));
    }

    /** Serials of an item, in the order in which they were first named. */
    List<Unit> serials(String item) {
        return units.stream()
                .filter(u -> u.kind() == Unit.Kind.SERIAL && u.item().equals(item))
                .toList();
    }

    private void readItems() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, code, body from item")) {
            while (rows.next()) {
                String body = rows.getString(3);
                String unit = first(UNIT, body);
                String decimals = first(DECIMALS, body);
                items.put(
                        rows.getLong(1),
                        new Item(
                                rows.getString(2),
                                decimals == null ? 0 : Integer.parseInt(decimals),
                                Measure.of(unit == null ? "EA" : unit, Map.of())));
            }
        }
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    private void readPlaces() throws SQLException {
        Map<Long, Long> parents = new HashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, code, kind, parent_id from place order by id")) {
            while (rows.next()) {
                long id = rows.getLong(1);
                var kind = Place.Kind.valueOf(rows.getString(3).toUpperCase(Locale.ROOT));
                parents.put(id, rows.getLong(4));
                placeNumbers.put(id, places.size());
                places.add(new Place(places.size(), rows.getString(2), kind, -1, -1, Mixing.NONE, 0));
            }
        }
        parents.forEach((id, parent) -> {
            Integer number = placeNumbers.get(id);
            Integer above = placeNumbers.get(parent);
            if (number != null && above != null) {
                Place place = places.get(number);
                places.set(
                        number,
                        new Place(place.id(), place.code(), place.kind(), above, -1, place.mixing(), place.overlap()));
            }
        });
    }

    private void readUnits() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(10_000);
            try (var rows =
                    statement.executeQuery("select id, kind, item_id, number, twin, lot_id from unit order by id")) {
                while (rows.next()) {
                    if (rows.getLong(1) != units.size() + 1L) {
                        throw new IllegalStateException("unit " + rows.getLong(1) + " follows " + units.size());
                    }
                    units.add(unit(rows));
                }
            }
        }
    }

    private Unit unit(ResultSet rows) throws SQLException {
        Unit.Kind kind = KINDS[rows.getInt(2) - 1];
        Item item = items.get(rows.getLong(3));
        String number = rows.getString(4);
        int lot = Math.toIntExact(rows.getLong(6)) - 1;
        boolean numbered = kind == Unit.Kind.SERIAL || kind == Unit.Kind.CONTAINER;
        return new Unit(
                units.size(),
                kind,
                item == null ? "" : item.code,
                "",
                kind == Unit.Kind.LOT ? number : lot < 0 ? null : units.get(lot).lot(),
                numbered ? number : null,
                lot,
                item == null ? 0 : item.decimals,
                item == null ? Measure.PIECE : item.measure,
                rows.getInt(5));
    }

    private void readEntries() throws SQLException {
        try (var entry = connection.createStatement();
                var movement = connection.createStatement();
                var link = connection.createStatement()) {
            entry.setFetchSize(10_000);
            movement.setFetchSize(10_000);
            link.setFetchSize(10_000);
            try (var e = entry.executeQuery(
                            "select seq, type, occurred_from_us, occurred_to_us, recorded_at_us, place_id,"
                                    + " body, corrects, document from entry order by seq");
                    var m = movement.executeQuery(
                            "select seq, unit_id, qty, from_id, to_id from movement order by seq, n");
                    var l = link.executeQuery("select seq, in_id, out_id, qty from link order by seq, n")) {
                boolean moreMovements = m.next();
                boolean moreLinks = l.next();
                while (e.next()) {
                    long seq = e.getLong(1);
                    boolean packs = e.getString(2).equals("pack");
                    List<Movement> moved = new ArrayList<>(4);
                    while (moreMovements && m.getLong(1) == seq) {
                        moved.add(new Movement(
                                number(m.getLong(2)),
                                m.getLong(3),
                                place(m.getLong(4), packs),
                                place(m.getLong(5), packs)));
                        moreMovements = m.next();
                    }
                    List<Link> linked = new ArrayList<>(0);
                    while (moreLinks && l.getLong(1) == seq) {
                        linked.add(new Link(number(l.getLong(2)), number(l.getLong(3)), l.getLong(4)));
                        moreLinks = l.next();
                    }
                    movements += moved.size();
                    entries.add(entry(e, moved, linked));
                }
            }
        }
    }

    private static int number(long unit) {
        return Math.toIntExact(unit - 1);
    }

    /** Hosts and containers are places as soon as something goes into them. */
    private int place(long id, boolean packs) {
        Integer known = placeNumbers.get(id);
        if (known != null) {
            return known;
        }
        Unit unit = units.get(number(-id));
        boolean container = packs || unit.kind() == Unit.Kind.CONTAINER;
        String code = container ? String.valueOf(unit.serial()) : unit.item() + " serial " + unit.serial();
        int next = places.size();
        places.add(new Place(
                next, code, container ? Place.Kind.CONTAINER : Place.Kind.HOST, -1, unit.id(), Mixing.NONE, 0));
        placeNumbers.put(id, next);
        return next;
    }

    private Entry entry(ResultSet row, List<Movement> moved, List<Link> linked) throws SQLException {
        String body = row.getString(7);
        long place = row.getLong(6);
        return new Entry(
                row.getLong(1),
                Act.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                new Moment(row.getLong(3), row.getLong(4)),
                row.getLong(5),
                moved,
                linked,
                place == 0 ? -1 : place(place, false),
                body.contains("\"close\":true"),
                first(STEP, body),
                row.getLong(8),
                row.getString(9),
                first(POSITION, body));
    }
}
