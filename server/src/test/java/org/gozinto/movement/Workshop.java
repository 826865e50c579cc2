/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gozinto.access.Actor;
import org.gozinto.access.Role;
import org.gozinto.genealogy.GivenTraces;
import org.gozinto.item.GivenItems;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Engines;
import org.gozinto.ledger.Ledger;
import org.gozinto.ledger.Outcome;
import org.gozinto.ledger.Preview;
import org.gozinto.ledger.Storage;
import org.gozinto.ledger.Tables;
import org.gozinto.place.GivenPlaces;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.place.Runs;
import org.gozinto.unit.FitDesk;
import org.gozinto.unit.Stops;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.gozinto.unit.UseOfItems;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A fresh book on an engine, with a few items and places, in which acts are recorded as the API does. */
final class Workshop implements AutoCloseable {

    private static final Actor ANNA = Actor.of("anna", Role.ADMINISTRATOR);
    private static final JsonMapper JSON = new JsonMapper();

    private final Engines.Home home;
    private final Clock clock;
    private final Storage storage;
    private final Items items;
    private final Places places;
    private final Units units;
    private final Stops stops;
    private final Ledger ledger;
    private final Movements movements;

    Workshop(Engines engine, Clock clock) {
        this(engine, clock, (database, known) -> FitDesk.Source.NONE);
    }

    /** Makes the desks on fit rules of a book. */
    interface FitRulesOf {
        FitDesk.Source in(Database database, Items items);
    }

    /** A book whose installs and shipments are judged by fit rules. */
    Workshop(Engines engine, Clock clock, FitRulesOf rules) {
        this.home = engine.home();
        this.clock = clock;
        this.storage = home.open(clock);
        Database database = storage.database();
        this.units = new Units(database);
        this.places = new Places(database, JSON, clock);
        this.items = new Items(database, JSON, clock, new UseOfItems(units, places));
        GivenItems.in(
                items,
                "{\"code\":\"SALT\",\"tracking\":\"none\",\"unit\":\"KGM\"}",
                "{\"code\":\"MIX\",\"tracking\":\"lot\",\"unit\":\"KGM\",\"decimals\":1}",
                "{\"code\":\"CAR\",\"tracking\":\"serial\"}",
                "{\"code\":\"BAT\",\"tracking\":\"lot+serial\"}");
        GivenPlaces.in(
                places,
                "{\"code\":\"A\",\"kind\":\"bin\"}",
                "{\"code\":\"B\",\"kind\":\"bin\"}",
                "{\"code\":\"T\",\"kind\":\"vessel\"}",
                "{\"code\":\"ACME\",\"roles\":[\"supplier\"]}",
                "{\"code\":\"CUST\",\"roles\":[\"customer\"]}");
        this.stops = new Stops(database, clock);
        var clerk = ActClerk.of(items, places, database.dialect(), stops, rules.in(database, items));
        this.ledger = new Ledger(database, clerk, clock);
        this.movements = new Movements(ledger, new DryRun(new Preview(database, clock), clerk, 1));
    }

    /** Records acts as one request. */
    List<Outcome> record(List<JsonNode> acts, boolean atomic) {
        return movements.record(acts, ANNA, atomic);
    }

    /** Records one act, given as JSON. */
    Outcome record(String act) {
        return movements.record(JSON.readTree(act), ANNA);
    }

    Database database() {
        return storage.database();
    }

    Stops stops() {
        return stops;
    }

    /** What would become of an act. */
    DryRun.Answer preview(JsonNode act) {
        return movements.preview(act, ANNA);
    }

    List<Units.At> holdings(Unit unit) {
        return units.holdings(List.of(unit.id())).getOrDefault(unit.id(), List.of());
    }

    boolean isLocation(long place) {
        return place < Runs.FIRST_ID && places.get(place).kind().isLocation();
    }

    /** What recalls stop, as another server on the same database knows it. */
    Stops otherStops() {
        return new Stops(storage.database(), clock);
    }

    /** Copies what no act makes into another book. */
    void copyKept(Database to) throws Exception {
        try (var connection = storage.database().readConnection()) {
            connection.setAutoCommit(false);
            Tables.copyKept(connection, to);
            connection.rollback();
        }
    }

    /** The last entry that is committed, as anybody can read it. */
    long recordedSeq() {
        return storage.database()
                .read()
                .sql("select max(seq) from entry")
                .query(Long.class)
                .single();
    }

    byte[] hash() {
        return ledger.head().hash();
    }

    long seq() {
        return ledger.head().seq();
    }

    Verification.Report verify() {
        return new Verification(storage.database(), JSON, clock, home.directory()).run();
    }

    List<Unit> units() {
        return units.after(0, 100_000);
    }

    GivenTraces traces() {
        return new GivenTraces(storage.database(), items, places);
    }

    /** Traces whose index is kept in the directory of the book, as after a start of the server. */
    GivenTraces tracesFromFile() {
        return new GivenTraces(storage.database(), items, places, home.directory());
    }

    Path directory() {
        return home.directory();
    }

    Items items() {
        return items;
    }

    Places places() {
        return places;
    }

    /**
     * What is where, by names: {@code CAR/S1} at {@code A}, at {@code in /P1}, at {@code run R1}. A twin is {@code
     * CAR/S1~1}.
     */
    Map<String, Long> holdings() {
        Map<Long, String> names = new HashMap<>();
        units().forEach(u -> names.put(u.id(), name(u)));
        Map<String, Long> holdings = new TreeMap<>();
        units.holdings(names.keySet())
                .forEach((unit, at) -> at.forEach(
                        h -> holdings.put(names.get(unit) + " @ " + placeName(h.placeId(), names), h.qty())));
        return holdings;
    }

    private String placeName(long id, Map<Long, String> names) {
        if (id < 0) {
            return "in " + names.get(-id);
        }
        Place place = places.get(id);
        return (id >= Runs.FIRST_ID ? "run " : "") + place.code();
    }

    String name(Unit unit) {
        String item = unit.itemId() == 0 ? "" : items.get(unit.itemId()).code();
        return item + "/" + unit.number() + (unit.twin() == 0 ? "" : "~" + unit.twin());
    }

    @Override
    public void close() throws Exception {
        ledger.close();
        storage.close();
        home.close();
    }
}
