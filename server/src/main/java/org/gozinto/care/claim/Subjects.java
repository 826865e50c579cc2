/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gozinto.care.claim.ClaimStep.Part;
import org.gozinto.care.claim.Judgement.Result;
import org.gozinto.genealogy.NextSteps;
import org.gozinto.genealogy.NextView;
import org.gozinto.genealogy.UnitPast;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/** Finds what claims are about: the product, and the part of it that failed. Safe for use by many threads. */
final class Subjects {

    static final int PARTS_MAX = 1_000;

    private final Units units;
    private final Items items;
    private final Places places;
    private final UnitPast past;
    private final NextSteps steps;

    Subjects(Units units, Items items, Places places, UnitPast past, NextSteps steps) {
        this.units = units;
        this.items = items;
        this.places = places;
        this.past = past;
        this.steps = steps;
    }

    /**
     * What a claim is about.
     *
     * @param number the serial or lot as it was said
     * @param unit null when no unit has the number
     * @param issuers how many units of several issuers have it, so that it is not clear which is meant; else 1 or 0
     * @param twins how many others claim the same number
     * @param part what failed in it; null when the claim is about the product itself
     */
    record Subject(
            Item item,
            String number,
            Unit.Kind kind,
            @Nullable Unit unit,
            int issuers,
            int twins,
            @Nullable Found part) {

        @Nullable
        Unit partUnit() {
            return part == null ? null : part.unit();
        }
    }

    /**
     * A part and whether it was in the product when that failed.
     *
     * @param unit null when it is not known which it is
     */
    record Found(@Nullable Unit unit, Result installed, String detail) {}

    Subject of(Claim claim) {
        ClaimStep.File said = claim.said();
        Item item = items.existing(Objects.requireNonNull(said.item()));
        Unit.Kind kind = said.serial() != null ? Unit.Kind.SERIAL : Unit.Kind.LOT;
        String number = Objects.requireNonNull(said.serial() != null ? said.serial() : said.lot());
        Numbered numbered = numbered(kind, item, number);
        Unit unit = numbered.unit();
        Part part = claim.part();
        Found found = part == null || unit == null ? null : part(unit, part, claim.failedOn());
        return new Subject(item, number, kind, unit, numbered.issuers(), numbered.twins(), found);
    }

    private record Numbered(@Nullable Unit unit, int issuers, int twins) {}

    /** The unit of a number; where several issuers gave it, the one who numbers the item as a rule. */
    private Numbered numbered(Unit.Kind kind, Item item, String number) {
        Map<Long, List<Unit>> byIssuer = new TreeMap<>();
        units.withNumbers(kind, item.id(), List.of(number))
                .forEach(unit -> byIssuer.computeIfAbsent(unit.issuerId(), i -> new ArrayList<>())
                        .add(unit));
        if (byIssuer.isEmpty()) {
            return new Numbered(null, 0, 0);
        }
        Place issuer = item.issuer() == null ? null : places.find(item.issuer());
        List<Unit> usual = byIssuer.get(issuer == null ? 0L : issuer.id());
        List<Unit> same = usual != null ? usual : byIssuer.values().iterator().next();
        Unit first =
                same.stream().reduce((a, b) -> a.twin() <= b.twin() ? a : b).orElseThrow();
        return new Numbered(first, usual != null ? 1 : byIssuer.size(), same.size() - 1);
    }

    /** The serial of this number, or null. */
    @Nullable
    Unit serial(String item, String serial) {
        Item of = items.find(item);
        return of == null ? null : numbered(Unit.Kind.SERIAL, of, serial).unit();
    }

    // --- the part

    private Found part(Unit product, Part part, LocalDate on) {
        UnitPast.Parts before = past.parts(product, Days.startUs(on), PARTS_MAX);
        UnitPast.Parts after = past.parts(product, Days.startUs(on.plusDays(1)), PARTS_MAX);
        // Who swaps a part on the day on which it failed swaps it after that: what was in it before counts first.
        List<UnitPast.Part> in = new ArrayList<>(before.parts());
        after.parts().stream()
                .filter(late -> before.parts().stream().noneMatch(p -> p.unit() == late.unit()))
                .forEach(in::add);
        boolean more = before.more() || after.more();
        String serial = part.serial();
        return serial == null
                ? at(product, part, before, in, more, on)
                : numberedIn(product, part, serial, in, more, on);
    }

    private Found numberedIn(
            Unit product, Part part, String serial, List<UnitPast.Part> in, boolean more, LocalDate on) {
        Unit unit = serial(Objects.requireNonNull(part.item()), serial);
        if (unit == null) {
            return new Found(null, Result.FAIL, "No " + serial + " of " + part.item() + " was ever recorded.");
        }
        if (in.stream().anyMatch(p -> p.unit() == unit.id())) {
            return new Found(unit, Result.PASS, serial + " was in " + product.number() + " on " + on + ".");
        }
        NextView.Row input = input(product, unit);
        if (input != null) {
            boolean sure = "unit".equals(input.precision());
            return new Found(
                    unit,
                    sure ? Result.PASS : Result.UNKNOWN,
                    sure
                            ? product.number() + " was made with " + serial + "."
                            : serial + " went into the run that " + product.number()
                                    + " came out of; nothing says that it went into this piece.");
        }
        return more
                ? new Found(unit, Result.UNKNOWN, product.number() + " has more parts than were looked at.")
                : new Found(unit, Result.FAIL, serial + " was not in " + product.number() + " on " + on + ".");
    }

    /** By its item or its position: it is known when exactly one part fits. */
    private Found at(
            Unit product, Part part, UnitPast.Parts before, List<UnitPast.Part> in, boolean more, LocalDate on) {
        String words = part.position() != null ? "at " + part.position() : "of " + part.item();
        List<Unit> fitting = fitting(part, before.parts());
        if (fitting.isEmpty()) {
            fitting = fitting(part, in);
        }
        if (fitting.size() == 1) {
            Unit unit = fitting.getFirst();
            return new Found(
                    unit, Result.PASS, unit.number() + " was " + words + " in " + product.number() + " on " + on + ".");
        }
        if (fitting.size() > 1) {
            return new Found(
                    null, Result.UNKNOWN, fitting.size() + " parts were " + words + " in " + product.number() + ".");
        }
        return more
                ? new Found(null, Result.UNKNOWN, product.number() + " has more parts than were looked at.")
                : new Found(null, Result.FAIL, "Nothing was " + words + " in " + product.number() + " on " + on + ".");
    }

    private List<Unit> fitting(Part part, List<UnitPast.Part> in) {
        Item item = part.item() == null ? null : items.find(part.item());
        List<Long> ids = in.stream()
                .filter(p -> part.position() == null || part.position().equals(p.position()))
                .map(UnitPast.Part::unit)
                .toList();
        return units.byIds(ids).stream()
                .filter(unit -> part.item() == null || item != null && unit.itemId() == item.id())
                .toList();
    }

    private NextView.@Nullable Row input(Unit product, Unit part) {
        String id = String.valueOf(part.id());
        return steps.madeFrom(product.id(), PARTS_MAX).rows().stream()
                .filter(row -> row.unit().unit().equals(id))
                .findFirst()
                .orElse(null);
    }
}
