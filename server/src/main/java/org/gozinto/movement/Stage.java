/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.gozinto.item.InspectionRule;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Balances;
import org.gozinto.ledger.JsonText;
import org.gozinto.ledger.Link;
import org.gozinto.ledger.Movement;
import org.gozinto.ledger.Occurred;
import org.gozinto.ledger.Refusal;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.place.Runs;
import org.gozinto.unit.Uninspected;
import org.gozinto.unit.Unit;
import org.gozinto.unit.UnitDesk;
import org.jspecify.annotations.Nullable;

/**
 * What the decision of one act stands on: the working copies of the group, and what the act has done to them so far.
 *
 * <p>A movement is applied as soon as it is decided, so that the next line of the same act sees it; a refusal takes
 * all of it back.
 */
final class Stage {

    /** The working copies that all acts of a group share. */
    record Copies(Items items, Places places, Runs runs, UnitDesk units, Balances balances, boolean replaying) {}

    private final Copies copies;
    private final Act act;
    private final Occurred occurred;
    private final long seq;
    private final long nowUs;
    private final List<Movement> movements = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<String> alerts = new ArrayList<>();
    private @Nullable Long place;
    private @Nullable Long corrects;

    /** What is decided, when it happened, and when it is recorded. */
    record Task(Act act, Occurred occurred, long seq, long nowUs) {}

    Stage(Copies copies, Task task) {
        this.copies = copies;
        this.act = task.act();
        this.occurred = task.occurred();
        this.seq = task.seq();
        this.nowUs = task.nowUs();
    }

    UnitDesk units() {
        return copies.units();
    }

    Balances balances() {
        return copies.balances();
    }

    Runs runs() {
        return copies.runs();
    }

    /** Whether the act was recorded before and is done again: rules that depend on today do not apply. */
    boolean replaying() {
        return copies.replaying();
    }

    Act.Heading heading() {
        return act.heading();
    }

    Occurred occurred() {
        return occurred;
    }

    long seq() {
        return seq;
    }

    long nowUs() {
        return nowUs;
    }

    List<Movement> movements() {
        return movements;
    }

    List<Link> links() {
        return links;
    }

    @Nullable
    Long place() {
        return place;
    }

    @Nullable
    Long corrects() {
        return corrects;
    }

    /** Names the run of a produce or the vessel of a clean. */
    void about(long id) {
        place = id;
    }

    void correct(long entry) {
        corrects = entry;
    }

    void link(Link link) {
        links.add(link);
    }

    /** The item of this code. */
    Item item(String code, String pointer) {
        Item item = copies.items().find(code);
        if (item == null) {
            throw Refusal.of("unknown-item", "No such item", "There is no item " + code + ".")
                    .at(pointer, "the code of an item", "Make the item first, or correct the code.")
                    .asException();
        }
        if (!item.active() && !replaying()) {
            throw Refusal.of("inactive", "It is closed", "Item " + code + " is closed.")
                    .at(pointer, "an active item", "Open it again, or use another.")
                    .asException();
        }
        return item;
    }

    Item item(Unit unit) {
        return copies.items().get(unit.itemId());
    }

    String itemCode(long id) {
        return copies.items().get(id).code();
    }

    /** The place or partner of this code. */
    Place place(String code, String pointer) {
        Place found = copies.places().find(code);
        if (found == null) {
            throw Refusal.of("unknown-place", "No such place", "There is no place or partner " + code + ".")
                    .at(pointer, "the code of a place or partner", "Make it first, or correct the code.")
                    .asException();
        }
        return found;
    }

    /** A place that something may be brought to: a location or vessel that is open. */
    Place location(@Nullable String code, String pointer) {
        Place found = place(required(code, pointer, "the code of a location"), pointer);
        if (!found.kind().isLocation()) {
            throw Refusal.of(
                            "not-a-location",
                            "Not a location",
                            found.code() + " is a " + found.kind().word() + ".")
                    .at(pointer, "a site, area, bin or vessel", "Name a location.")
                    .asException();
        }
        if (!found.active() && !replaying()) {
            throw Refusal.of("inactive", "It is closed", "Place " + found.code() + " is closed.")
                    .at(pointer, "an active place", "Open it again, or use another.")
                    .asException();
        }
        return found;
    }

    /** A partner. */
    Place partner(@Nullable String code, String pointer) {
        Place found = place(required(code, pointer, "the code of a partner"), pointer);
        if (found.kind() != Place.Kind.PARTNER) {
            throw Refusal.of(
                            "not-a-partner",
                            "Not a partner",
                            found.code() + " is a " + found.kind().word() + ".")
                    .at(pointer, "a partner", "Name a partner.")
                    .asException();
        }
        return found;
    }

    static String required(@Nullable String code, String pointer, String expected) {
        if (code == null) {
            throw Fields.refused(pointer, "is missing", expected);
        }
        return code;
    }

    /** The place of this id, for messages. */
    String placeName(long id) throws SQLException {
        if (id < 0) {
            Unit unit = units().get(-id);
            return unit.kind() == Unit.Kind.CONTAINER ? "container " + unit.number() : name(unit);
        }
        Place found = copies.places().find(id);
        return found == null ? "run " + id : found.code();
    }

    /** A unit, for messages. */
    String name(Unit unit) {
        return switch (unit.kind()) {
            case CONTAINER -> "container " + unit.number();
            case UNTRACKED -> item(unit).code();
            case LOT -> item(unit).code() + " lot " + unit.number();
            case SERIAL -> item(unit).code() + " serial " + unit.number();
        };
    }

    String quantity(Unit unit, long qty) {
        if (unit.kind() == Unit.Kind.CONTAINER) {
            return String.valueOf(qty);
        }
        Item item = item(unit);
        return item.quantity(qty) + " " + item.unit();
    }

    /**
     * Whether stock there is in our hands and so never less than nothing: a location, or inside a host or container.
     */
    boolean isBounded(long id) {
        return id < 0 || id > 0 && !placeOfRun(id) && placeOf(id).kind().isLocation();
    }

    /** Whether the place is a run. */
    boolean placeOfRun(long id) {
        return id >= Runs.FIRST_ID;
    }

    /** Where a serial or container is now; 0 when it is nowhere. */
    long whereIs(Unit unit) throws SQLException {
        balances().load(List.of(unit.id()));
        for (Map.Entry<Long, Long> at : balances().places(unit.id()).entrySet()) {
            if (at.getValue() > 0 && !placeOfRun(at.getKey())) {
                return at.getKey();
            }
        }
        return 0;
    }

    /**
     * Where a serial or container is, or a run that consumed it when it is in none of the other places; 0 when nowhere.
     */
    long lastKnown(Unit unit) throws SQLException {
        long at = whereIs(unit);
        if (at != 0) {
            return at;
        }
        return balances().places(unit.id()).entrySet().stream()
                .filter(place -> place.getValue() > 0)
                .map(Map.Entry::getKey)
                .min(Long::compare)
                .orElse(0L);
    }

    /** The location, partner or other place that a container or host stands in, to any depth; 0 when it is nowhere. */
    long rootOf(long place) throws SQLException {
        long at = place;
        for (int depth = 0; at < 0 && depth < Assemblies.DEPTH_MAX; depth++) {
            at = whereIs(units().get(-at));
        }
        return Math.max(0, at);
    }

    /** The one place in our hands that holds all of the piece; refused when there is none or more than one. */
    long onlyPlace(Piece piece) throws SQLException {
        Unit unit = piece.unit();
        balances().load(List.of(unit.id()));
        var holding = balances().places(unit.id()).entrySet().stream()
                .filter(at -> at.getValue() > 0
                        && (isBounded(at.getKey()) || heading().shortfall() && isPartner(at.getKey())))
                .toList();
        var enough = holding.stream().filter(at -> at.getValue() >= piece.qty()).toList();
        var places = (enough.isEmpty() ? holding : enough)
                .stream().map(Map.Entry::getKey).toList();
        if (places.size() != 1) {
            var names = new ArrayList<String>();
            for (long at : places) {
                names.add(placeName(at));
            }
            throw Refusal.of(
                            "from-needed",
                            "Where from is not clear",
                            name(unit)
                                    + (names.isEmpty()
                                            ? " is in none of our places."
                                            : " is at " + String.join(", ", names) + "."))
                    .at(
                            piece.line().pointer() + "/from",
                            "the code of a place that holds it",
                            "Name the place it is taken from.")
                    .asException();
        }
        return places.getFirst();
    }

    boolean isPartner(long id) {
        return id > 0 && !placeOfRun(id) && placeOf(id).kind() == Place.Kind.PARTNER;
    }

    Place placeOf(long id) {
        return copies.places().get(id);
    }

    java.time.ZoneId zoneOf(Place at) {
        return copies.places().zoneOf(at);
    }

    /** A piece came in from a partner or out of a run; it waits for an inspection if its item asks for one. */
    void arrived(Piece piece, InspectionRule way) {
        Item item = item(piece.unit());
        if (item.inspection() != null && !replaying()) {
            Unit unit = piece.unit();
            units().inspections().arrived(unit, item, new Uninspected(unit.id(), way, seq, Times.instant(nowUs), null));
        }
    }

    /** What a unit waits for; null when it waits for no inspection. */
    @Nullable
    Uninspected waits(Unit unit) throws SQLException {
        return unit.itemId() == 0 ? null : units().inspections().of(unit, item(unit));
    }

    /** Reads at once which of the pieces wait. */
    void loadWaiting(Collection<Piece> pieces) throws SQLException {
        List<Long> asked = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.unit().itemId() != 0 && item(piece.unit()).inspection() != null) {
                asked.add(piece.unit().id());
            }
        }
        units().inspections().load(asked);
    }

    /** Moves what may move. */
    void move(Movement movement) {
        balances().apply(movement);
        movements.add(movement);
    }

    /**
     * Takes a quantity of a unit from a place and brings it to another. What is not there is refused, or comes
     * openly from {@code unknown} when the act says so; a serial that stands elsewhere is then taken from where it is.
     */
    void take(Piece piece, long from, long to, @Nullable String position) throws SQLException {
        Unit unit = piece.unit();
        if (from == to) {
            throw Refusal.of(
                            "same-place",
                            "It is there already",
                            name(unit) + " is to go from " + placeName(from) + " to the same place.")
                    .at(piece.line().pointer(), "two different places", "Name another place.")
                    .asException();
        }
        long there = balances().at(unit.id(), from);
        boolean elsewhere = there <= 0 && isSingle(unit) && whereIs(unit) != 0;
        if (elsewhere || isBounded(from) && there < piece.qty()) {
            if (!heading().shortfall()) {
                throw notThere(piece, from, there).asException();
            }
            bringFromElsewhere(unit, piece.qty() - Math.max(0, there), from);
        }
        move(new Movement(unit.id(), piece.qty(), from, to, position));
    }

    /** One piece, which is at one place. */
    static boolean isSingle(Unit unit) {
        return unit.kind() == Unit.Kind.SERIAL || unit.kind() == Unit.Kind.CONTAINER;
    }

    /** Brings what is missing at a place: a single piece from where it is, a quantity from unknown. */
    void bringFromElsewhere(Unit unit, long missing, long to) throws SQLException {
        long known = isSingle(unit) ? lastKnown(unit) : 0;
        long from = known == 0 ? Place.UNKNOWN : known;
        move(new Movement(unit.id(), missing, from, to));
        alert(
                "shortfall",
                quantity(unit, missing) + " of " + name(unit) + " was not there and comes from "
                        + (from == Place.UNKNOWN ? "unknown" : "elsewhere") + ".");
    }

    /** The refusal of a quantity that is not at a place; it says where it is. */
    Refusal notThere(Piece piece, long from, long there) throws SQLException {
        Unit unit = piece.unit();
        var elsewhere = new StringBuilder();
        for (Map.Entry<Long, Long> at : balances().places(unit.id()).entrySet()) {
            if (at.getValue() > 0 && at.getKey() != from && elsewhere.length() < 300) {
                elsewhere
                        .append(elsewhere.isEmpty() ? " It is at " : ", ")
                        .append(placeName(at.getKey()))
                        .append(unit.kind() == Unit.Kind.SERIAL ? "" : " (" + quantity(unit, at.getValue()) + ")");
            }
        }
        String detail = placeName(from) + " holds " + quantity(unit, Math.max(0, there)) + " of " + name(unit) + ", "
                + quantity(unit, piece.qty()) + " were asked for." + (elsewhere.isEmpty() ? "" : elsewhere + ".");
        return Refusal.of("not-there", "Not that much there", detail)
                .at(
                        piece.line().serials() == null
                                ? piece.line().pointer() + "/qty"
                                : piece.line().serialsPointer(),
                        "at most " + quantity(unit, Math.max(0, there)),
                        "Receive or find the rest first, or record with \"shortfall\":\"unknown\".");
    }

    /** Adds an alert to the answer. */
    void alert(String code, String detail) {
        alert(code, detail, "recall", null);
    }

    /**
     * Adds an alert to the answer that is about something.
     *
     * @param about recall or rule
     * @param which its number or code; null when it is about nothing
     */
    void alert(String code, String detail, String about, @Nullable String which) {
        alerts.add(new JsonText()
                .object()
                .member("code", code)
                .member("detail", detail)
                .member(about, which)
                .endObject()
                .toString());
    }

    /** Adds alerts as they were given when the act was recorded in another book. */
    void alertAgain(List<String> given) {
        alerts.addAll(given);
    }

    @Nullable
    String alerts() {
        return alerts.isEmpty() ? null : "[" + String.join(",", alerts) + "]";
    }
}
