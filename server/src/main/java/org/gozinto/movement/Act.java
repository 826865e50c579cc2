/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gozinto.ledger.Occurred;
import org.gozinto.unit.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to things, as somebody states it.
 *
 * @param heading what every act has
 * @param deed what was done
 */
record Act(Heading heading, Deed deed) {

    /**
     * What every act has.
     *
     * @param type the act's word in the API
     * @param occurred null when not stated: then it happened when it is recorded
     * @param shortfall whether what is not there may come from {@code unknown}
     * @param attributes canonical JSON object, or null
     * @param extension what an imported document said beyond our words: canonical JSON, or null
     */
    record Heading(
            String type,
            String id,
            @Nullable Occurred occurred,
            @Nullable Reference reference,
            @Nullable String reason,
            @Nullable String operator,
            @Nullable String equipment,
            @Nullable String step,
            boolean shortfall,
            @Nullable String attributes,
            @Nullable String extension) {

        Heading at(Occurred when) {
            return new Heading(
                    type, id, when, reference, reason, operator, equipment, step, shortfall, attributes, extension);
        }
    }

    /** The document behind an act. */
    record Reference(@Nullable String type, String number) {}

    /**
     * What moves.
     *
     * @param pointer where it stands in what was sent
     * @param serials as they were sent
     * @param qty in {@code unit}; null when not stated
     * @param baseQty the same in the item's base unit, by the factor that held when it was recorded; null until then
     * @param dates dates of the lot or serial
     * @param twin whether a number that exists already names another piece here
     */
    record Line(
            String pointer,
            String item,
            @Nullable String lot,
            @Nullable Serials serials,
            @Nullable BigDecimal qty,
            @Nullable String unit,
            @Nullable BigDecimal baseQty,
            @Nullable String from,
            @Nullable String to,
            @Nullable String issuer,
            Dates dates,
            List<String> supplierLots,
            @Nullable String attributes,
            boolean twin) {

        Line inBaseUnit(BigDecimal quantity) {
            return new Line(
                    pointer,
                    item,
                    lot,
                    serials,
                    qty,
                    unit,
                    quantity,
                    from,
                    to,
                    issuer,
                    dates,
                    supplierLots,
                    attributes,
                    twin);
        }

        /** Where the serials stand in what was sent. */
        String serialsPointer() {
            return pointer + (serials != null && serials.alone() ? "/serial" : "/serials");
        }

        int weight() {
            return serials == null ? 1 : Math.max(1, serials.numbers().size());
        }
    }

    /** Dates that a label carries. */
    record Dates(
            @Nullable LocalDate expiry,
            @Nullable LocalDate bestBefore,
            @Nullable LocalDate manufactured) {}

    /**
     * Serial numbers.
     *
     * @param text the ranges they were stated as; null when they came as a list or alone
     * @param alone whether the one number came as {@code serial}
     */
    record Serials(List<String> numbers, @Nullable String text, boolean alone) {}

    /** A lot or serial that is named without a quantity. */
    record UnitName(
            String pointer,
            String item,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String issuer) {}

    /** A container: a code of its own, or a serial that other things are packed in. */
    sealed interface ContainerName {
        record OfCode(String pointer, String code) implements ContainerName {}

        record OfSerial(UnitName name) implements ContainerName {}
    }

    /** Which input went into which output. */
    record LinkName(
            UnitName input, UnitName output, @Nullable BigDecimal qty) {}

    /** What was done. */
    sealed interface Deed {

        /** receive, commission, move, ship, return, scrap: from one place to another. */
        record Transfer(
                Kind kind, @Nullable String from, @Nullable String to, List<Line> lines, List<ContainerName> containers)
                implements Deed {}

        /** adjust and count: what is at a place is more or less than was known. */
        record Recount(boolean counted, String at, List<Line> lines) implements Deed {}

        /** A run is fed, emptied, or both. */
        record Production(String run, List<Line> consume, List<Line> produce, List<LinkName> links, boolean close)
                implements Deed {}

        /** install (from) and remove (to). */
        record Assembly(
                boolean install,
                UnitName host,
                @Nullable String position,
                @Nullable String place,
                List<Line> lines) implements Deed {}

        /** pack (from) and unpack (to). */
        record Packing(
                boolean pack,
                ContainerName container,
                @Nullable String place,
                List<Line> lines,
                List<ContainerName> containers)
                implements Deed {}

        record Holding(List<UnitName> units, Set<Purpose> blocks, String reason) implements Deed {}

        record Releasing(List<UnitName> units, @Nullable String hold) implements Deed {}

        record Cleaning(String vessel) implements Deed {}

        record Correction(String corrects, String reason) implements Deed {}
    }

    /** The transfers. */
    enum Kind {
        RECEIVE,
        COMMISSION,
        MOVE,
        SHIP,
        RETURN,
        SCRAP
    }

    Act at(Occurred when) {
        return new Act(heading.at(when), deed);
    }

    /** Roughly how many units it touches. */
    int weight() {
        return switch (deed) {
            case Deed.Transfer t -> weight(t.lines()) + 10 * t.containers().size();
            case Deed.Recount r -> weight(r.lines());
            case Deed.Production p ->
                weight(p.consume()) + weight(p.produce()) + p.links().size();
            case Deed.Assembly a -> 1 + weight(a.lines());
            case Deed.Packing p -> 1 + weight(p.lines()) + p.containers().size();
            case Deed.Holding h -> h.units().size();
            case Deed.Releasing r -> r.units().size();
            case Deed.Cleaning c -> 10;
            case Deed.Correction c -> 100;
        };
    }

    private static int weight(List<Line> lines) {
        return lines.stream().mapToInt(Line::weight).sum();
    }
}
