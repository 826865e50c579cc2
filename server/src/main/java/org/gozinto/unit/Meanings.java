/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gozinto.identify.Code;
import org.gozinto.identify.Gln;
import org.gozinto.identify.ItemKey;
import org.gozinto.identify.Remark;
import org.gozinto.identify.Said;
import org.gozinto.identify.Sscc;
import org.gozinto.item.Item;
import org.gozinto.item.ItemCode;
import org.gozinto.item.Items;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.EntryRow;
import org.gozinto.ledger.Faults;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.unit.Lookup.Found;
import org.jspecify.annotations.Nullable;

/** Finds what a reading of a code can mean in this book. */
final class Meanings {

    /** Keys and references beside item, logistic unit and place: of assets, documents, orders and shipments. */
    private static final Set<String> OTHER_KEYS = Set.of(
            "253", "400", "401", "402", "8003", "8004", "8018", "K", "1K", "4K", "11K", "14K", "1J", "2J", "3J", "4J",
            "5J", "6J", "3S", "4S", "5S", "25S");

    private static final List<String> PLACE_KEYS = List.of("414", "415", "416", "417");
    private static final int LEVELS_MAX = 20;

    private final Units units;
    private final Items items;
    private final Places places;
    private final Entries entries;
    private final Stops stops;

    Meanings(Units units, Items items, Places places, Entries entries, Stops stops) {
        this.units = units;
        this.items = items;
        this.places = places;
        this.entries = entries;
        this.stops = stops;
    }

    /** How much is known of what a reading says, least first. */
    enum Rank {
        NOTHING,
        /** An item, place or document, or a number that stands alone. */
        ITEM,
        /** A lot of the item that the reading names. */
        LOT,
        /** A serial of the item that the reading names, or a logistic unit. */
        SERIAL
    }

    /**
     * What a reading means, how much of it is known, and what contradicts what is recorded.
     *
     * @param recalls whose rules name the lot or serial, be it known or not
     */
    record Meant(List<Found> found, Rank rank, List<Remark> odd, List<RecallTag> recalls) {
        static final Meant NOTHING = new Meant(List.of(), Rank.NOTHING, List.of(), List.of());
    }

    /** What is gathered for one reading. */
    private static final class Gathered {
        private final List<Found> found = new ArrayList<>();
        private final List<Remark> odd = new ArrayList<>(0);
        private final List<RecallTag> recalls = new ArrayList<>(0);
        private Rank rank = Rank.NOTHING;

        void add(Found one, Rank known) {
            found.add(one);
            rank = known.compareTo(rank) > 0 ? known : rank;
        }

        Meant meant() {
            return new Meant(found, rank, odd, recalls);
        }
    }

    Meant of(Code reading) {
        if (reading instanceof Code.PlainText plain) {
            var gathered = new Gathered();
            byText(plain.text(), gathered);
            return gathered.meant();
        }
        return of(Subject.of(reading));
    }

    Meant of(Subject reading) {
        var gathered = new Gathered();
        Set<Long> seen = new HashSet<>();
        for (ItemKey key : reading.itemKeys()) {
            for (Items.Named named : named(key)) {
                // One number may be written in several ways, as a Pharmazentralnummer in a GTIN.
                if (seen.add(named.item().id())) {
                    byItem(named, key, reading, gathered);
                }
            }
        }
        Sscc sscc = reading.sscc();
        if (sscc != null) {
            container(sscc.digits(), gathered);
            container("00" + sscc.digits(), gathered);
        }
        byPlace(reading, gathered);
        byOtherKeys(reading, gathered);
        if (reading.itemKeys().isEmpty() && reading.standsAlone()) {
            number(reading.serial(), Unit.Kind.SERIAL, gathered);
            number(reading.lot(), Unit.Kind.LOT, gathered);
        }
        return gathered.meant();
    }

    /** The items that a number names; a maker's or customer's number may be the code under which we keep the part. */
    private List<Items.Named> named(ItemKey key) {
        List<Items.Named> named = items.named(key);
        boolean part = key.scheme() == ItemKey.Scheme.PART || key.scheme() == ItemKey.Scheme.CUSTOMER_PART;
        Item item = part ? items.find(key.value()) : null;
        if (item == null || named.stream().anyMatch(n -> n.item().id() == item.id())) {
            return named;
        }
        List<Items.Named> more = new ArrayList<>(named);
        more.add(new Items.Named(item, null));
        return more;
    }

    private void byItem(Items.Named named, ItemKey key, Subject reading, Gathered gathered) {
        Item item = named.item();
        ItemCode by = named.by();
        boolean isPackage = by != null && by.contains() != null;
        String serial = isPackage ? null : reading.serial();
        String lot = reading.lot();
        List<Unit> exact = new ArrayList<>(ofItem(item, Unit.Kind.SERIAL, serial));
        exact.forEach(unit -> refuseOther(unit, reading, gathered));
        List<Unit> lots = ofItem(item, Unit.Kind.LOT, lot);
        lots.forEach(unit -> refuseOther(unit, reading, gathered));
        exact.addAll(lots);
        unknown(item, Unit.Kind.SERIAL, serial, exact, gathered);
        unknown(item, Unit.Kind.LOT, lot, lots, gathered);
        exact.forEach(unit -> gathered.add(unit(unit), unit.kind() == Unit.Kind.SERIAL ? Rank.SERIAL : Rank.LOT));
        if (lot != null && Faults.isKeepable(lot)) {
            for (Unit unit : units.suppliedOfItem(item.id(), lot, Lookup.FOUND_MAX)) {
                gathered.add(unit(unit, "supplierLot"), Rank.LOT);
            }
        }
        if (gathered.rank.compareTo(Rank.LOT) < 0) {
            near(item, Unit.Kind.SERIAL, serial, gathered);
            near(item, Unit.Kind.LOT, lot, gathered);
        }
        gathered.add(item(key.scheme().word(), item, by), Rank.ITEM);
        if (isPackage && reading.serial() != null) {
            gathered.odd.add(new Remark(
                    "packageSerial",
                    "this is the number of a package of " + item.code() + "; its serial is none of a piece",
                    position(reading, reading.serial())));
        }
    }

    /** A number that is not known yet may be named by the rule of a recall. */
    private void unknown(Item item, Unit.Kind kind, @Nullable String number, List<Unit> known, Gathered gathered) {
        if (number != null && known.stream().noneMatch(unit -> unit.kind() == kind)) {
            Place issuer = item.issuer() == null ? null : places.find(item.issuer());
            var key = new Unit.Key(kind, item.id(), issuer == null ? 0 : issuer.id(), number);
            stops.naming(key).forEach(stop -> gathered.recalls.add(stop.view()));
        }
    }

    private List<Unit> ofItem(Item item, Unit.Kind kind, @Nullable String number) {
        return number == null || !Faults.isKeepable(number)
                ? List.of()
                : units.ofItem(item.id(), kind, number, Lookup.FOUND_MAX);
    }

    private void near(Item item, Unit.Kind kind, @Nullable String number, Gathered gathered) {
        if (number != null && Faults.isKeepable(number)) {
            units.spelt(number, Lookup.FOUND_MAX).stream()
                    .filter(unit -> unit.itemId() == item.id() && unit.kind() == kind)
                    .forEach(unit -> gathered.found.add(near(unit(unit))));
        }
    }

    /** Notes where a label contradicts what is recorded of the unit. */
    private void refuseOther(Unit unit, Subject reading, Gathered gathered) {
        String lot = reading.lot();
        String recorded = unit.kind() == Unit.Kind.SERIAL ? units.lotNumber(unit) : null;
        if (lot != null && recorded != null && !lot.equals(recorded) && !isSupplied(unit.lotId(), lot)) {
            gathered.odd.add(new Remark(
                    "otherLot",
                    "serial " + unit.number() + " is recorded with lot " + recorded + ", the code says " + lot,
                    position(reading, lot)));
        }
        if (reading.expiry() != null
                && unit.expiry() != null
                && !reading.expiry().equals(unit.expiry())) {
            gathered.odd.add(new Remark(
                    "otherExpiry",
                    unit.number() + " is recorded with expiry " + unit.expiry() + ", the code says " + reading.expiry(),
                    position(reading, null)));
        }
    }

    private boolean isSupplied(long lotUnit, String number) {
        return units.supplierLots(lotUnit).stream().anyMatch(lot -> lot.number().equals(number));
    }

    private static int position(Subject reading, @Nullable String value) {
        for (Said said : reading.said()) {
            if (value == null ? said.id().equals("17") : said.value().equals(value)) {
                return said.position();
            }
        }
        return 0;
    }

    private void container(String number, Gathered gathered) {
        units.withNumber(number, Lookup.FOUND_MAX).stream()
                .filter(unit -> unit.kind() == Unit.Kind.CONTAINER)
                .forEach(unit -> gathered.add(unit(unit), Rank.SERIAL));
    }

    private void byPlace(Subject reading, Gathered gathered) {
        Gln gln = reading.gln();
        List<String> glns = new ArrayList<>();
        if (gln != null) {
            glns.add(gln.digits());
        }
        for (Said said : reading.said()) {
            if (PLACE_KEYS.contains(said.id()) && !glns.contains(said.value())) {
                glns.add(said.value());
            }
        }
        for (String digits : glns) {
            List<Place> found = places.withGln(digits);
            Place part = part(found, reading.extension());
            if (part != null) {
                gathered.add(place("gln", part), Rank.LOT);
            }
            found.forEach(place -> gathered.add(place("gln", place), Rank.ITEM));
        }
    }

    /** The place below one of these whose code is the extension of the number. */
    private @Nullable Place part(List<Place> wholes, @Nullable String extension) {
        Place part = extension == null ? null : places.find(extension);
        Place at = part;
        for (int level = 0; at != null && level < LEVELS_MAX; level++) {
            if (wholes.contains(at)) {
                return part;
            }
            at = at.parent() == null ? null : places.find(at.parent());
        }
        return null;
    }

    private void byOtherKeys(Subject reading, Gathered gathered) {
        if (reading.otherKey() != null) {
            numbered(reading.otherKey(), gathered);
            return;
        }
        for (Said said : reading.said()) {
            if (OTHER_KEYS.contains(said.id()) && !said.value().isEmpty()) {
                numbered(said.value(), gathered);
            }
        }
    }

    /** Units and documents of a number whose kind is not known. */
    private void numbered(String number, Gathered gathered) {
        if (!Faults.isKeepable(number)) {
            return;
        }
        units.withNumber(number, Lookup.FOUND_MAX).stream()
                .filter(unit -> unit.kind() != Unit.Kind.UNTRACKED)
                .forEach(unit -> gathered.add(unit(unit), Rank.ITEM));
        if (entries.hasDocument(number)) {
            gathered.add(document(number), Rank.ITEM);
        }
    }

    private void number(@Nullable String number, Unit.Kind kind, Gathered gathered) {
        if (number == null || !Faults.isKeepable(number)) {
            return;
        }
        units.withNumber(number, Lookup.FOUND_MAX).stream()
                .filter(unit -> unit.kind() == kind)
                .forEach(unit -> gathered.add(unit(unit), Rank.ITEM));
        if (kind == Unit.Kind.LOT) {
            units.withSupplierLot(number, Lookup.FOUND_MAX)
                    .forEach(unit -> gathered.add(unit(unit, "supplierLot"), Rank.ITEM));
        }
    }

    private void byText(String text, Gathered gathered) {
        if (!Faults.isKeepable(text)) {
            return;
        }
        units.withNumber(text, Lookup.FOUND_MAX).stream()
                .filter(u -> u.kind() != Unit.Kind.UNTRACKED)
                .forEach(u -> gathered.add(unit(u), Rank.ITEM));
        units.withSupplierLot(text, Lookup.FOUND_MAX).forEach(u -> gathered.add(unit(u, "supplierLot"), Rank.ITEM));
        Item item = items.find(text);
        if (item != null) {
            gathered.add(item("item", item, null), Rank.ITEM);
        }
        for (ItemKey.Scheme scheme : ItemKey.Scheme.values()) {
            if (scheme != ItemKey.Scheme.GTIN) {
                items.named(new ItemKey(scheme, text))
                        .forEach(named -> gathered.add(item(scheme.word(), named.item(), named.by()), Rank.ITEM));
            }
        }
        Place place = places.find(text);
        if (place != null) {
            gathered.add(place(word(place), place), Rank.ITEM);
        }
        if (entries.hasDocument(text)) {
            gathered.add(document(text), Rank.ITEM);
        }
        EntryRow entry = entries.byId(text);
        if (entry != null) {
            gathered.add(
                    new Found(
                            "entry",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            entry.seq(),
                            entry.type(),
                            null,
                            null,
                            null),
                    Rank.ITEM);
        }
    }

    /** What a text would mean if letters could be uppercase or lowercase, as where Caps Lock was on. */
    List<Found> near(Code reading) {
        if (!(reading instanceof Code.PlainText plain) || !Faults.isKeepable(plain.text())) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        units.spelt(plain.text(), Lookup.FOUND_MAX).stream()
                .filter(unit -> unit.kind() != Unit.Kind.UNTRACKED)
                .forEach(unit -> found.add(near(unit(unit))));
        items.spelt(plain.text()).forEach(item -> found.add(near(item("item", item, null))));
        places.spelt(plain.text()).forEach(place -> found.add(near(place(word(place), place))));
        return found;
    }

    private static Found near(Found found) {
        return new Found(
                found.match(),
                found.unit(),
                found.item(),
                found.lot(),
                found.serial(),
                found.container(),
                found.place(),
                found.partner(),
                found.document(),
                found.entry(),
                found.name(),
                true,
                found.contains(),
                found.recalls());
    }

    private Found unit(Unit unit) {
        return unit(unit, unit.kind().name().toLowerCase(Locale.ROOT));
    }

    private Found unit(Unit unit, String match) {
        Item item = unit.itemId() == 0 ? null : items.get(unit.itemId());
        return new Found(
                match,
                String.valueOf(unit.id()),
                item == null ? null : item.code(),
                unit.kind() == Unit.Kind.LOT ? unit.number() : units.lotNumber(unit),
                unit.kind() == Unit.Kind.SERIAL ? unit.number() : null,
                unit.kind() == Unit.Kind.CONTAINER ? unit.number() : null,
                null,
                null,
                null,
                null,
                item == null ? null : item.name(),
                null,
                null,
                RecallTag.of(stops.of(unit)));
    }

    private static Found item(String match, Item item, @Nullable ItemCode by) {
        String contains =
                by == null || by.contains() == null ? null : by.contains().toPlainString();
        return new Found(
                match, null, item.code(), null, null, null, null, null, null, null, item.name(), null, contains, null);
    }

    private static Found document(String number) {
        return new Found("document", null, null, null, null, null, null, null, number, null, null, null, null, null);
    }

    private static String word(Place place) {
        return place.kind() == Place.Kind.PARTNER ? "partner" : "place";
    }

    private static Found place(String match, Place place) {
        boolean partner = place.kind() == Place.Kind.PARTNER;
        return new Found(
                match,
                null,
                null,
                null,
                null,
                null,
                partner ? null : place.code(),
                partner ? place.code() : null,
                null,
                null,
                place.name(),
                null,
                null,
                null);
    }
}
