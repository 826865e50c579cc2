/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gozinto.identify.CheckDigit;
import org.gozinto.identify.ItemKey;
import org.gozinto.item.Item;
import org.gozinto.item.ItemCode;
import org.gozinto.ledger.Faults;
import org.gozinto.place.Place;
import org.gozinto.unit.NumberKind;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/** Reads one label: who it is for, and every value that it can show. */
final class LabelReading {

    private static final int NUMBER_LENGTH_MAX = 100;
    private static final int VALUES_MAX = 20;
    private static final int VALUE_LENGTH_MAX = 300;
    private static final int CONTENTS_MAX = 10_000;
    private static final int COUNT_DIGITS_MAX = 8;

    /** As many years away a year of two digits means another century (GS1 General Specifications §7.12). */
    private static final int YEARS_MAX = 49;

    /** Texts of the request that stand in place of what the masters say. */
    private static final Set<String> REPLACED = Set.of("company", "hibc", "name", "unit", "placeName");

    private final LabelSource source;
    private final LabelSource.Known known;
    private final LabelBody body;
    private final Template.About about;
    private final Complaints.OfLabel faults;
    private final Map<String, String> values = new HashMap<>();

    LabelReading(
            LabelSource source,
            LabelSource.Known known,
            LabelBody body,
            Template.About about,
            Complaints.OfLabel faults) {
        this.source = source;
        this.known = known;
        this.body = body;
        this.about = about;
        this.faults = faults;
    }

    /** An item with the numbers of one of its units. */
    private record Named(
            Item item, @Nullable String lot, @Nullable String serial) {}

    static @Nullable Long unitId(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The label, or null when there are faults, which are noted. */
    @Nullable
    Label read() {
        Unit unit = unit();
        String container = unit != null && unit.kind() == Unit.Kind.CONTAINER ? unit.number() : body.container();
        put("today", source.today().toString());
        put("company", source.settings().company());
        Label.Thing thing = null;
        String lot = null;
        if (body.place() != null) {
            thing = place(body.place());
            Named named = named(null);
            if (named != null) {
                describe(named);
            }
        } else if (container != null) {
            thing = container(container);
        } else {
            Named named = named(unit);
            if (named == null && faults.isGood()) {
                faults.add("", "says of nothing what it is for", "an item, a unit, a container or a place");
            } else if (named != null) {
                require(named);
                describe(named);
                thing = thing(named);
                lot = named.serial() == null ? null : named.lot();
            }
        }
        ownValues();
        return thing == null || !faults.isGood() ? null : new Label(thing, lot, values);
    }

    private static Label.Thing thing(Named named) {
        String item = named.item().code();
        if (named.serial() != null) {
            return new Label.Thing(Label.Kind.SERIAL, item, named.serial());
        }
        return named.lot() != null
                ? new Label.Thing(Label.Kind.LOT, item, named.lot())
                : new Label.Thing(Label.Kind.ITEM, item, "");
    }

    private void put(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value);
        }
    }

    private @Nullable Unit unit() {
        if (body.unit() == null) {
            return null;
        }
        Long id = unitId(body.unit());
        Unit unit = id == null ? null : known.byId().get(id);
        if (unit == null) {
            faults.add("/unit", "is no unit: " + body.unit(), "the id of a unit");
        } else if (body.item() != null || body.lot() != null || body.serial() != null || body.container() != null) {
            faults.add("/unit", "stands beside other names of the unit", "the unit, or its item and numbers");
        }
        return unit;
    }

    private @Nullable Named named(@Nullable Unit unit) {
        if (unit != null) {
            Item item = source.items().get(unit.itemId());
            return switch (unit.kind()) {
                case SERIAL -> new Named(item, number(unit.lotId()), unit.number());
                case LOT -> new Named(item, unit.number(), null);
                case UNTRACKED -> new Named(item, null, null);
                case CONTAINER -> null;
            };
        }
        if (body.item() == null) {
            if (body.lot() != null || body.serial() != null) {
                faults.add("/item", "is missing", "the item that the number belongs to");
            }
            return null;
        }
        Item item = source.items().find(body.item());
        if (item == null) {
            faults.add("/item", "is unknown: " + body.item(), "the code of an item");
            return null;
        }
        checkNumber("/lot", body.lot());
        checkNumber("/serial", body.serial());
        refuseVoid(item, "/lot", NumberKind.LOT, body.lot());
        refuseVoid(item, "/serial", NumberKind.SERIAL, body.serial());
        String lot = body.lot();
        Unit serial = body.serial() == null ? null : known.find(Unit.Kind.SERIAL, item.id(), body.serial());
        String lotOfSerial = serial == null ? null : number(serial.lotId());
        if (lot != null && lotOfSerial != null && !lot.equals(lotOfSerial)) {
            faults.add("/lot", "is " + lot + ", and the serial is of lot " + lotOfSerial, lotOfSerial);
        }
        return new Named(item, lot == null ? lotOfSerial : lot, body.serial());
    }

    private void refuseVoid(Item item, String member, NumberKind kind, @Nullable String number) {
        if (number != null && known.voided().contains(new LabelSource.Voided(item.id(), kind, number))) {
            faults.add(member, "is void: " + number, "another number");
        }
    }

    private @Nullable String number(long lotId) {
        Unit lot = known.byId().get(lotId);
        return lot == null ? null : lot.number();
    }

    private void checkNumber(String member, @Nullable String number) {
        if (number != null
                && (number.isEmpty()
                        || number.length() > NUMBER_LENGTH_MAX
                        || !number.equals(number.strip())
                        || !Faults.isKeepable(number)
                        || number.chars().anyMatch(Character::isISOControl))) {
            faults.add(
                    member,
                    "is no number",
                    "1 to " + NUMBER_LENGTH_MAX + " printable characters, no blanks at the ends");
        }
    }

    /** A label that leaves out what the item is followed by would be read as another thing. */
    private void require(Named named) {
        boolean onUnit = about == Template.About.UNIT;
        boolean onCase = about == Template.About.CASE;
        if (onUnit && named.item().tracking().bySerial() && named.serial() == null) {
            faults.add("/serial", "is missing, and " + named.item().code() + " is followed by serial", "a serial");
        }
        if ((onUnit || onCase) && named.item().tracking().byLot() && named.lot() == null) {
            faults.add("/lot", "is missing, and " + named.item().code() + " is followed by lot", "a lot");
        }
    }

    private void describe(Named named) {
        Item item = named.item();
        put("item", item.code());
        put("name", item.name());
        put("gtin", item.gtin());
        put("lot", named.lot());
        put("serial", named.serial());
        put("number", named.serial() == null ? named.lot() : named.serial());
        put("unit", item.unit());
        item.codes().stream()
                .filter(code -> code.scheme() == ItemKey.Scheme.HIBC && code.contains() == null)
                .findFirst()
                .ifPresent(code -> put("hibc", code.value()));
        item.attributes().forEach((name, value) -> put(Fields.ATTRIBUTE + name, value));
        Unit unit = named.serial() == null ? null : known.find(Unit.Kind.SERIAL, item.id(), named.serial());
        Unit lot = named.lot() == null ? null : known.find(Unit.Kind.LOT, item.id(), named.lot());
        if (lot == null && unit != null) {
            lot = known.byId().get(unit.lotId());
        }
        LocalDate expiry = day("/expiry", body.expiry(), unit, lot, Which.EXPIRY);
        day("/bestBefore", body.bestBefore(), unit, lot, Which.BEST_BEFORE);
        LocalDate made = day("/manufactured", body.manufactured(), unit, lot, Which.MANUFACTURED);
        if (expiry != null && made != null && expiry.isBefore(made)) {
            faults.add("/expiry", "is " + expiry + ", before it was made on " + made, "a later day");
        }
        quantity(item);
    }

    private enum Which {
        EXPIRY,
        BEST_BEFORE,
        MANUFACTURED;

        @Nullable
        LocalDate of(@Nullable Unit unit) {
            if (unit == null) {
                return null;
            }
            return switch (this) {
                case EXPIRY -> unit.expiry();
                case BEST_BEFORE -> unit.bestBefore();
                case MANUFACTURED -> unit.manufactured();
            };
        }
    }

    private @Nullable LocalDate day(
            String member, @Nullable String given, @Nullable Unit unit, @Nullable Unit lot, Which which) {
        LocalDate day = which.of(unit) != null ? which.of(unit) : which.of(lot);
        if (given != null) {
            try {
                day = LocalDate.parse(given);
            } catch (DateTimeException e) {
                faults.add(member, "is no day: " + given, "a day such as 2027-03-01");
                return null;
            }
        }
        if (day == null) {
            return null;
        }
        LocalDate today = source.today();
        if (day.isBefore(today.minusYears(YEARS_MAX)) || day.isAfter(today.plusYears(YEARS_MAX))) {
            faults.add(member, "is too far away for a year of two digits: " + day, "within " + YEARS_MAX + " years");
            return null;
        }
        put(member.substring(1), day.toString());
        return day;
    }

    private void quantity(Item item) {
        if (body.qty() == null) {
            return;
        }
        BigDecimal qty = decimal(body.qty());
        if (qty == null || qty.signum() <= 0 || qty.stripTrailingZeros().scale() > item.decimals()) {
            faults.add(
                    "/qty",
                    "is no quantity of " + item.code() + ": " + body.qty(),
                    "a decimal above 0 with at most " + item.decimals() + " decimals");
            return;
        }
        put("qty", qty.toPlainString());
        String ofPackage = about == Template.About.CASE ? gtinOfPackage(item, qty) : null;
        if (ofPackage == null) {
            put("count", count(qty));
        } else {
            // It says how many are inside by itself; a count beside it would be of packages (General Specifications
            // 3.6).
            put("gtin", ofPackage);
        }
    }

    /** The GTIN of a package of the item that holds just this much; null when there is none. */
    private static @Nullable String gtinOfPackage(Item item, BigDecimal qty) {
        return item.codes().stream()
                .filter(code -> code.scheme() == ItemKey.Scheme.GTIN)
                .filter(code -> code.contains() != null && code.contains().compareTo(qty) == 0)
                .map(ItemCode::value)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable BigDecimal decimal(String text) {
        try {
            return text.length() > 30 ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A whole number of pieces, as application identifiers 30 and 37 hold it. */
    private static @Nullable String count(BigDecimal qty) {
        BigDecimal whole = qty.stripTrailingZeros();
        if (whole.scale() > 0) {
            return null;
        }
        String digits = whole.toBigInteger().toString();
        return digits.length() <= COUNT_DIGITS_MAX ? digits : null;
    }

    private Label.Thing place(String code) {
        Place place = source.places().find(code);
        if (place == null) {
            faults.add("/place", "is unknown: " + code, "the code of a place");
        } else {
            put("place", place.code());
            put("placeName", place.name());
            put("placeGln", place.gln());
        }
        return new Label.Thing(Label.Kind.PLACE, "", code);
    }

    private Label.Thing container(String code) {
        checkNumber("/container", code);
        put("container", code);
        boolean digits = code.length() == 18 && code.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits && CheckDigit.isRight(code)) {
            put("sscc", code);
        } else if (digits) {
            faults.add(
                    "/container",
                    "is an SSCC with a wrong check digit: " + code,
                    code.substring(0, 17) + CheckDigit.of(code.substring(0, 17)));
        }
        Unit container = known.find(Unit.Kind.CONTAINER, 0, code);
        Named named = named(null);
        if (named != null) {
            content(named);
            BigDecimal qty = body.qty() == null ? null : decimal(body.qty());
            if (body.qty() != null && (qty == null || qty.signum() <= 0)) {
                faults.add("/qty", "is no quantity: " + body.qty(), "a decimal above 0");
            } else if (qty != null) {
                counted(named.item(), qty);
            }
        } else if (container != null) {
            contents(container);
        }
        return new Label.Thing(Label.Kind.CONTAINER, "", code);
    }

    private void content(Named named) {
        put("contentItem", named.item().code());
        put("contentName", named.item().name());
        put("contentLot", named.lot());
        Unit lot = named.lot() == null
                ? null
                : known.find(Unit.Kind.LOT, named.item().id(), named.lot());
        dates(lot);
    }

    private void dates(@Nullable Unit unit) {
        LocalDate expiry = Which.EXPIRY.of(unit);
        LocalDate bestBefore = Which.BEST_BEFORE.of(unit);
        put("contentExpiry", body.expiry() != null ? body.expiry() : Objects.toString(expiry, null));
        put("contentBestBefore", body.bestBefore() != null ? body.bestBefore() : Objects.toString(bestBefore, null));
        for (String name : List.of("contentExpiry", "contentBestBefore")) {
            String day = values.get(name);
            String member = name.equals("contentExpiry") ? "/expiry" : "/bestBefore";
            try {
                if (day != null) {
                    values.put(name, LocalDate.parse(day).toString());
                }
            } catch (DateTimeException e) {
                faults.add(member, "is no day: " + day, "a day such as 2027-03-01");
            }
        }
    }

    /** What is in it can be said in the symbol only when all of it is of one item; the lot only when all is of one. */
    private void contents(Unit container) {
        List<Units.At> inside = source.units().contents(container, CONTENTS_MAX + 1);
        List<Unit> units =
                source.units().byIds(inside.stream().map(Units.At::unitId).toList());
        Set<Long> items = units.stream().map(Unit::itemId).collect(java.util.stream.Collectors.toSet());
        if (inside.isEmpty() || inside.size() > CONTENTS_MAX || items.size() != 1 || items.contains(0L)) {
            return;
        }
        Item item = source.items().get(items.iterator().next());
        Set<Long> lots = units.stream()
                .map(u -> u.kind() == Unit.Kind.LOT ? u.id() : u.lotId())
                .collect(java.util.stream.Collectors.toSet());
        Unit lot = lots.size() == 1 ? source.units().find(lots.iterator().next()) : null;
        put("contentItem", item.code());
        put("contentName", item.name());
        put("contentLot", lot == null ? null : lot.number());
        dates(lot);
        long qty = inside.stream().mapToLong(Units.At::qty).sum();
        counted(item, BigDecimal.valueOf(qty, item.decimals()));
    }

    /** A symbol may name what is in a container only together with how many (GS1 General Specifications §4.13.2). */
    private void counted(Item item, BigDecimal qty) {
        String count = count(qty);
        put("contentCount", count);
        put("contentGtin", count == null ? null : item.gtin());
    }

    private void ownValues() {
        if (body.values() == null) {
            return;
        }
        if (body.values().size() > VALUES_MAX) {
            faults.add("/values", "are too many", "at most " + VALUES_MAX);
            return;
        }
        body.values().forEach((name, value) -> {
            String member = Fields.pointer(Fields.OWN + name);
            if (value == null || value.length() > VALUE_LENGTH_MAX || !Faults.isKeepable(value)) {
                faults.add(
                        member,
                        "is null, too long, or has a NUL or half a character",
                        "at most " + VALUE_LENGTH_MAX + " characters");
            } else {
                put(REPLACED.contains(name) ? name : Fields.OWN + name, value);
            }
        });
    }
}
