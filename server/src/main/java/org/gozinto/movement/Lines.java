/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gozinto.item.Item;
import org.gozinto.item.Tracking;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.movement.Act.Line;
import org.gozinto.movement.Act.UnitName;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/** Finds the units that lines name. Making units is the work of {@link Arrivals}. */
final class Lines {

    private static final long QTY_MAX = 1_000_000_000_000_000L;

    private final Stage stage;

    Lines(Stage stage) {
        this.stage = stage;
    }

    /**
     * The units of a line, all of which must exist. {@code from} tells suspect twins apart; null when it is not known.
     */
    List<Piece> existing(Line line, @Nullable Long from) throws SQLException {
        Item item = stage.item(line.item(), line.pointer() + "/item");
        long qty = quantity(line, item);
        List<Piece> pieces = new ArrayList<>();
        if (item.tracking().bySerial()) {
            for (String serial : serials(line)) {
                Unit unit = serial(name(line, serial), from);
                refuseOtherLot(line, item, unit);
                pieces.add(new Piece(unit, Long.signum(qty), line));
            }
        } else {
            pieces.add(new Piece(lotOrStock(line, item), qty, line));
        }
        for (Piece piece : pieces) {
            refuseBeforeItExisted(piece);
        }
        return pieces;
    }

    private Unit lotOrStock(Line line, Item item) throws SQLException {
        if (item.tracking() == Tracking.LOT) {
            return lot(new UnitName(line.pointer(), line.item(), line.lot(), null, line.issuer()));
        }
        var key = new Unit.Key(Unit.Kind.UNTRACKED, item.id(), 0, "");
        var found = stage.units().find(key);
        if (found.isEmpty() && stage.heading().shortfall()) {
            return strange(key);
        }
        if (found.isEmpty()) {
            throw Refusal.of("not-there", "Not that much there", "There has never been any " + item.code() + ".")
                    .at(line.pointer() + "/qty", "0", "Receive it first.")
                    .asException();
        }
        return found.getFirst();
    }

    /**
     * A unit that nobody has named before, in an act that says openly that history is missing: it comes from unknown.
     */
    private Unit strange(Unit.Key key) throws SQLException {
        Unit unit = stage.units()
                .create(new Unit(
                        0,
                        key.kind(),
                        key.itemId(),
                        key.issuerId(),
                        key.number(),
                        0,
                        0,
                        null,
                        null,
                        null,
                        stage.seq(),
                        stage.occurred().fromUs(),
                        null));
        stage.balances().fresh(unit.id());
        return unit;
    }

    private static UnitName name(Line line, String serial) {
        return new UnitName(line.pointer(), line.item(), line.lot(), serial, line.issuer());
    }

    /** The unit of a name that has no quantity: a lot or a serial. */
    Unit unit(UnitName name) throws SQLException {
        return name.serial() != null ? serial(name, null) : lot(name);
    }

    private Unit lot(UnitName name) throws SQLException {
        Item item = stage.item(name.item(), name.pointer() + "/item");
        String number = Stage.required(name.lot(), name.pointer() + "/lot", "the number of a lot");
        if (!item.tracking().byLot()) {
            throw wrongTracking(item, name.pointer() + "/lot");
        }
        var key = new Unit.Key(Unit.Kind.LOT, item.id(), issuer(item, name.issuer(), name.pointer()), number);
        var found = stage.units().find(key);
        if (found.isEmpty() && stage.heading().shortfall()) {
            return strange(key);
        }
        if (found.isEmpty()) {
            throw unknown("lot", item, number, name.pointer() + "/lot");
        }
        return found.getFirst();
    }

    private Unit serial(UnitName name, @Nullable Long from) throws SQLException {
        Item item = stage.item(name.item(), name.pointer() + "/item");
        if (!item.tracking().bySerial()) {
            throw wrongTracking(item, name.pointer() + "/serial");
        }
        String number = Stage.required(name.serial(), name.pointer() + "/serial", "a serial number");
        var key = new Unit.Key(Unit.Kind.SERIAL, item.id(), issuer(item, name.issuer(), name.pointer()), number);
        var found = stage.units().find(key);
        if (found.isEmpty() && stage.heading().shortfall()) {
            return strange(key);
        }
        if (found.isEmpty()) {
            throw unknown("serial", item, number, name.pointer() + "/serial");
        }
        return found.size() == 1 ? found.getFirst() : oneOfTwins(found, from, name);
    }

    /** Of several pieces with one number, the one that is at the place; else the one that is in our hands. */
    private Unit oneOfTwins(List<Unit> twins, @Nullable Long from, UnitName name) throws SQLException {
        stage.balances().load(twins.stream().map(Unit::id).toList());
        var there = twins.stream()
                .filter(u -> from == null
                        ? stage.balances().places(u.id()).entrySet().stream()
                                .anyMatch(p -> p.getValue() > 0 && stage.isBounded(p.getKey()))
                        : stage.balances().at(u.id(), from) > 0)
                .toList();
        if (there.size() != 1) {
            throw Refusal.of(
                            "ambiguous-serial",
                            "The number names several pieces",
                            twins.size() + " pieces carry serial " + name.serial()
                                    + " (suspect twins), and the place does not tell which is meant.")
                    .status(409)
                    .at(name.pointer() + "/serial", "a place where exactly one of them is", "Name the place it is at.")
                    .asException();
        }
        return there.getFirst();
    }

    /** Id of the partner whose number it is; 0 for ourselves. */
    long issuer(Item item, @Nullable String stated, String pointer) {
        String issuer = stated != null ? stated : item.issuer();
        return issuer == null ? 0 : stage.partner(issuer, pointer + "/issuer").id();
    }

    /** The serials of a line, each once. */
    List<String> serials(Line line) {
        var serials = line.serials();
        if (serials == null || serials.numbers().isEmpty()) {
            throw Refusal.of(
                            "serial-required",
                            "Serial numbers are needed",
                            line.item() + " is tracked by serial, and the line names none.")
                    .at(line.serialsPointer(), "the serial number of each piece", "Scan or list the serials.")
                    .asException();
        }
        Set<String> seen = HashSet.newHashSet(serials.numbers().size());
        for (String number : serials.numbers()) {
            if (!seen.add(number)) {
                throw Refusal.of(
                                "duplicate-serial",
                                "The same serial twice",
                                "Serial " + number + " stands twice in one line.")
                        .at(line.serialsPointer(), "each serial once", "Take it out once.")
                        .asException();
            }
        }
        return serials.numbers();
    }

    /** The line's quantity at the item's scale; for serials their count. Signed as stated. */
    long quantity(Line line, Item item) {
        String pointer = line.pointer() + "/qty";
        if (item.tracking().bySerial()) {
            return serialCount(line, pointer);
        }
        if (line.serials() != null) {
            throw wrongTracking(item, line.serialsPointer());
        }
        if (!item.tracking().byLot() && line.lot() != null) {
            throw wrongTracking(item, line.pointer() + "/lot");
        }
        BigDecimal qty = baseQuantity(line, item);
        if (qty == null) {
            throw Fields.refused(pointer, "is missing", "a quantity such as \"12.5\"");
        }
        if (qty.signum() != 0 && qty.stripTrailingZeros().scale() > item.decimals()) {
            throw tooPrecise(qty, item, pointer);
        }
        BigDecimal scaled = qty.movePointRight(item.decimals());
        if (scaled.abs().compareTo(BigDecimal.valueOf(QTY_MAX)) <= 0) {
            return scaled.longValueExact();
        }
        throw Refusal.of("too-much", "The quantity is too large", qty.toPlainString() + " is more than can be kept.")
                .at(pointer, "at most " + item.quantity(QTY_MAX), "Check the quantity.")
                .asException();
    }

    static RefusedException tooPrecise(BigDecimal qty, Item item, String pointer) {
        return Refusal.of(
                        "too-precise",
                        "The quantity is too precise",
                        qty.toPlainString() + " " + item.unit() + " has more than the " + item.decimals()
                                + " decimals that " + item.code() + " is kept in.")
                .at(
                        pointer,
                        "at most " + item.decimals() + " decimals",
                        "Round it, or give the item more decimals before it moves.")
                .asException();
    }

    private long serialCount(Line line, String pointer) {
        long count = serials(line).size();
        BigDecimal qty = line.qty();
        if (qty != null && qty.abs().compareTo(BigDecimal.valueOf(count)) != 0) {
            throw Refusal.of(
                            "quantity-differs",
                            "Quantity and serials differ",
                            "The line names " + count + " serials and the quantity " + qty.toPlainString() + ".")
                    .at(pointer, String.valueOf(count), "Leave the quantity out, or list as many serials.")
                    .asException();
        }
        return qty != null && qty.signum() < 0 ? -count : count;
    }

    /** The quantity in the item's base unit; null when the line has none. */
    @Nullable
    BigDecimal baseQuantity(Line line, Item item) {
        if (line.baseQty() != null && stage.replaying()) {
            return line.baseQty();
        }
        BigDecimal qty = line.qty();
        if (qty == null || line.unit() == null) {
            return qty;
        }
        BigDecimal factor = item.factor(line.unit());
        if (factor == null) {
            throw Refusal.of(
                            "unknown-unit",
                            "The item has no such unit",
                            item.code() + " is not counted in " + line.unit() + ".")
                    .at(
                            line.pointer() + "/unit",
                            item.unit() + " or another unit of the item",
                            "Use its base unit, or add the unit to the item.")
                    .asException();
        }
        return qty.multiply(factor).stripTrailingZeros();
    }

    /** Refuses a quantity of zero or less. */
    void refuseNotPositive(List<Piece> pieces) {
        for (Piece piece : pieces) {
            if (piece.qty() <= 0) {
                throw notPositive(piece.line());
            }
        }
    }

    static RefusedException notPositive(Line line) {
        return Refusal.of(
                        "not-positive",
                        "The quantity is not above zero",
                        "The line asks for "
                                + (line.qty() == null ? "0" : line.qty().toPlainString()) + ".")
                .at(line.pointer() + "/qty", "a quantity above zero", "Correct the quantity.")
                .asException();
    }

    private void refuseOtherLot(Line line, Item item, Unit serial) throws SQLException {
        if (line.lot() == null) {
            return;
        }
        if (!item.tracking().byLot()) {
            throw wrongTracking(item, line.pointer() + "/lot");
        }
        Unit lot = serial.lotId() == 0 ? null : stage.units().get(serial.lotId());
        if (lot == null || !lot.number().equals(line.lot())) {
            throw Refusal.of(
                            "serial-of-another-lot",
                            "The serial is of another lot",
                            "Serial " + serial.number() + " of " + item.code() + " belongs to "
                                    + (lot == null ? "no lot" : "lot " + lot.number()) + ", not to " + line.lot() + ".")
                    .at(
                            line.pointer() + "/lot",
                            lot == null ? "no lot" : lot.number(),
                            "Correct the lot, or leave it out.")
                    .asException();
        }
    }

    /** A statement about a time before the unit was there cannot be right, unless it says that something is missing. */
    private void refuseBeforeItExisted(Piece piece) {
        boolean before = stage.occurred().toUs() < piece.unit().firstUs();
        if (before && !stage.replaying() && !stage.heading().shortfall()) {
            throw Refusal.of(
                            "before-it-existed",
                            "It was not there yet",
                            stage.name(piece.unit()) + " was first named at "
                                    + Times.instant(piece.unit().firstUs()) + ", the act happened at "
                                    + stage.occurred().text() + ".")
                    .at(
                            "/occurredAt",
                            "a time at or after " + Times.instant(piece.unit().firstUs()),
                            "Correct the time, record the earlier arrival first, or record with \"shortfall\":\"unknown\".")
                    .asException();
        }
    }

    static RefusedException wrongTracking(Item item, String pointer) {
        String code = pointer.endsWith("/lot") ? "not-lot-tracked" : "not-serial-tracked";
        return Refusal.of(
                        code,
                        "The item is tracked otherwise",
                        item.code() + " is tracked by " + item.tracking().word() + ".")
                .at(
                        pointer,
                        "what " + item.tracking().word() + " tracking needs",
                        "Leave it out, or name the right item.")
                .asException();
    }

    private RefusedException unknown(String what, Item item, String number, String pointer) throws SQLException {
        var others = stage.units().itemsOfNumber(number).stream()
                .filter(id -> id != item.id())
                .map(id -> stage.itemCode(id))
                .distinct()
                .limit(5)
                .toList();
        String hint = others.isEmpty() ? "" : " It is a number of " + String.join(", ", others) + ".";
        return Refusal.of(
                        "unknown-" + what,
                        "No such " + what,
                        "There is no " + what + " " + number + " of " + item.code() + "." + hint)
                .at(pointer, "a " + what + " that was received or made", "Receive it first, or correct the number.")
                .asException();
    }
}
