/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.genealogy.NextSteps;
import org.gozinto.genealogy.NextView;
import org.gozinto.genealogy.UnitPast;
import org.gozinto.genealogy.UnitPast.Delivery;
import org.gozinto.genealogy.UnitPast.Made;
import org.gozinto.item.Item;
import org.gozinto.place.Place;
import org.gozinto.quality.book.UnitRef;
import org.gozinto.quality.book.UnitRefs;
import org.gozinto.quality.complaint.ComplaintView.AgeView;
import org.gozinto.quality.complaint.ComplaintView.ComponentView;
import org.gozinto.quality.complaint.ComplaintView.LinkedView;
import org.gozinto.quality.complaint.ComplaintView.WarningView;
import org.gozinto.unit.RecallTag;
import org.gozinto.unit.Stops;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of the unit that a complaint is about: its lot, its run, to whom it went, what was in it when
 * it failed, and what does not fit. Safe for use by many threads.
 */
final class Links {

    static final int COMPONENTS_MAX = 200;

    private static final LinkedView NOTHING =
            new LinkedView(null, null, null, null, null, null, List.of(), false, List.of());

    private final UnitPast past;
    private final NextSteps steps;
    private final Units units;
    private final UnitRefs refs;
    private final Stops stops;

    Links(UnitPast past, NextSteps steps, Units units, UnitRefs refs, Stops stops) {
        this.past = past;
        this.steps = steps;
        this.units = units;
        this.refs = refs;
        this.stops = stops;
    }

    /** What was found; {@code warnings} are what does not fit. */
    record Found(LinkedView linked, @Nullable AgeView age, List<WarningView> warnings) {}

    Found of(Complaint complaint, @Nullable Unit unit) {
        if (unit == null) {
            return new Found(NOTHING, null, List.of());
        }
        Unit lot = unit.kind() == Unit.Kind.LOT ? unit : unit.lotId() == 0 ? null : units.find(unit.lotId());
        Made made = past.made(unit);
        boolean ofLot = lot != null && lot.id() != unit.id();
        Made of = made.run() == null && lot != null && ofLot ? past.made(lot) : made;
        Made shown = of.run() != null ? of : made;
        LocalDate failed = complaint.failedOn();
        LocalDate until = failed == null ? complaint.reportedOn() : failed;
        long untilUs = micros(until.plusDays(1));
        List<Delivery> deliveries = past.deliveries(unit.id());
        Delivery last = chosen(deliveries, unit, complaint, untilUs);
        List<WarningView> warnings = new ArrayList<>();
        LocalDate madeOn = day(unit, shown);
        made(failed, madeOn, warnings);
        shipped(unit, failed, last, untilUs, warnings);
        Components components = components(unit, lot, untilUs);
        List<RecallTag> recalls = RecallTag.of(stops.of(unit));
        var linked = new LinkedView(
                lot == null ? null : refs.of(lot),
                shown.run(),
                unit.manufactured() != null && shown.run() == null
                        ? unit.manufactured().toString()
                        : shown.at(),
                last == null ? null : last.at(),
                last == null ? null : last.partner().code(),
                last == null ? null : last.partner().name(),
                components.shown(),
                components.more(),
                recalls == null ? List.of() : recalls);
        return new Found(linked, age(until, untilUs, last, madeOn), warnings);
    }

    /**
     * The delivery that counts: the last one before it failed, else the first after it. Of a lot that went to several
     * partners it is the one to whoever reported, and none when that is not known.
     */
    private static @Nullable Delivery chosen(List<Delivery> deliveries, Unit unit, Complaint complaint, long untilUs) {
        List<Delivery> of = deliveries;
        if (unit.kind() == Unit.Kind.LOT) {
            String reporter =
                    complaint.reporter() == null ? null : complaint.reporter().partner();
            long partners =
                    deliveries.stream().map(d -> d.partner().id()).distinct().count();
            of = partners <= 1
                    ? deliveries
                    : deliveries.stream()
                            .filter(d -> d.partner().code().equals(reporter))
                            .toList();
        }
        Delivery last = null;
        for (Delivery delivery : of) {
            if (last == null || delivery.us() < untilUs) {
                last = delivery;
            }
        }
        return last;
    }

    private static @Nullable LocalDate day(Unit unit, Made made) {
        if (unit.manufactured() != null) {
            return unit.manufactured();
        }
        return made.us() == null ? null : day(made.us());
    }

    private static void made(@Nullable LocalDate failed, @Nullable LocalDate made, List<WarningView> warnings) {
        if (failed != null && made != null && failed.isBefore(made)) {
            warnings.add(new WarningView(
                    "before-manufacture", "It is said to have failed on " + failed + " and was made on " + made + "."));
        }
    }

    private void shipped(
            Unit unit, @Nullable LocalDate failed, @Nullable Delivery last, long untilUs, List<WarningView> warnings) {
        if (last != null && failed != null && last.us() >= untilUs) {
            warnings.add(new WarningView(
                    "before-shipment", "It is said to have failed on " + failed + " and left on " + last.at() + "."));
        }
        List<Units.At> at = units.holdings(List.of(unit.id())).getOrDefault(unit.id(), List.of());
        if (at.stream().anyMatch(a -> a.placeId() == Place.SCRAP && a.qty() > 0) && unit.kind() == Unit.Kind.SERIAL) {
            warnings.add(new WarningView("scrapped", unit.number() + " is recorded as scrapped."));
        }
        boolean ours = !at.isEmpty() && at.stream().allMatch(a -> a.qty() <= 0 || a.placeId() > Place.UNKNOWN);
        if (last == null && (unit.kind() == Unit.Kind.SERIAL || ours) && !isAway(at)) {
            warnings.add(new WarningView("never-shipped", unit.number() + " has never gone to anybody."));
        }
    }

    /** What is in something that cannot be followed further is not said to be at home. */
    private boolean isAway(List<Units.At> at) {
        List<Long> around = at.stream()
                .filter(a -> a.placeId() < 0 && a.qty() > 0)
                .map(a -> -a.placeId())
                .toList();
        return around.stream().anyMatch(units::wentToPartner);
    }

    /** How long it was in use: since it was sold to who uses it up, since it was shipped, or since it was made. */
    private static @Nullable AgeView age(
            LocalDate until, long untilUs, @Nullable Delivery last, @Nullable LocalDate made) {
        if (last != null && last.us() < untilUs && !last.at().equals("unknown")) {
            boolean sold = last.partner().roles().contains(Place.CONSUMER);
            return aged(until, day(last.us()), sold ? "sold" : "shipped");
        }
        return made == null || made.isAfter(until) ? null : aged(until, made, "made");
    }

    private static AgeView aged(LocalDate until, LocalDate since, String from) {
        return new AgeView(Math.max(0, ChronoUnit.DAYS.between(since, until)), from, since.toString());
    }

    private record Components(List<ComponentView> shown, boolean more) {}

    private Components components(Unit unit, @Nullable Unit lot, long untilUs) {
        UnitPast.Parts parts = past.parts(unit, untilUs, COMPONENTS_MAX);
        List<ComponentView> all = new ArrayList<>();
        List<Unit> of = new ArrayList<>();
        Map<Long, Unit> byId =
                refs.byIds(parts.parts().stream().map(UnitPast.Part::unit).toList());
        List<UnitPast.Part> known =
                parts.parts().stream().filter(p -> byId.containsKey(p.unit())).toList();
        known.forEach(part -> of.add(byId.get(part.unit())));
        List<UnitRef> named = refs.of(of);
        for (int i = 0; i < named.size(); i++) {
            all.add(installed(unit, known.get(i), of.get(i), named.get(i)));
        }
        int room = COMPONENTS_MAX - all.size();
        boolean more = parts.more();
        if (room > 0) {
            NextView inputs = steps.madeFrom(unit.id(), room);
            if (inputs.rows().isEmpty() && lot != null && lot.id() != unit.id()) {
                inputs = steps.madeFrom(lot.id(), room);
            }
            inputs.rows().forEach(row -> all.add(input(row)));
            more |= inputs.nextCursor() != null;
        }
        return new Components(List.copyOf(all), more);
    }

    private ComponentView installed(Unit top, UnitPast.Part part, Unit unit, UnitRef named) {
        Item item = refs.item(unit.itemId());
        return new ComponentView(
                named.unit(),
                named.item(),
                named.name(),
                named.lot(),
                named.serial(),
                part.how(),
                part.position(),
                part.within() == top.id() ? null : String.valueOf(part.within()),
                item == null ? String.valueOf(part.qty()) : item.quantity(part.qty()),
                part.since());
    }

    private static ComponentView input(NextView.Row row) {
        return new ComponentView(
                row.unit().unit(),
                row.unit().item(),
                row.name(),
                row.unit().lot(),
                row.unit().serial(),
                "input",
                row.position(),
                null,
                row.qty(),
                row.at());
    }

    private static LocalDate day(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static long micros(LocalDate day) {
        return ChronoUnit.MICROS.between(
                Instant.EPOCH, day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Lots by their ids, for lists. */
    Map<Long, String> numbers(List<Long> ids) {
        Map<Long, String> numbers = new HashMap<>();
        units.byIds(ids).forEach(unit -> numbers.put(unit.id(), unit.number()));
        return numbers;
    }
}
