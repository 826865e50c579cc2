/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gozinto.access.Actor;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.quality.book.File;
import org.gozinto.quality.inspection.NonconformanceStep.Dispose;
import org.gozinto.unit.Hold;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries out what is decided of a quantity.
 *
 * <p>A lot is one unit, so its hold ends as a whole: when something is decided of all of it and some is used as it is,
 * and for the moment in which a part goes back or is reworked; what is left is held again in the same group of acts.
 */
final class Disposals {

    private static final List<String> BLOCKS = List.of("ship", "consume", "sell");

    private final Subjects subjects;
    private final Deeds deeds;

    Disposals(Subjects subjects, Deeds deeds) {
        this.subjects = subjects;
        this.deeds = deeds;
    }

    /**
     * What came of it.
     *
     * @param step with what the server filled in
     * @param left of which nothing is decided, at the item's scale
     * @param free ids of units that wait for no inspection any more
     */
    record Disposed(Dispose step, long left, List<Long> free) {}

    /** What is disposed of by one step: the quantity, and the serials where it has them. */
    private record Part(long qty, @Nullable List<Unit> serials) {}

    /** One step while it is carried out. */
    private record Order(
            File<NonconformanceStep> file, Standing standing, String id, Dispose asked, Part part, long left) {

        String code() {
            return file.head().code();
        }

        boolean ofLot() {
            return standing.open().lot() != null || part.serials() == null;
        }
    }

    Disposed dispose(File<NonconformanceStep> file, Standing standing, String id, Dispose asked, Actor actor) {
        List<Unit> own = subjects.inOrder(Subjects.numbers(standing.open().units()));
        List<String> ids = new ArrayList<>(List.of(actId(id), Deeds.id(holdId(id), "0")));
        standing.entries().forEach(seq -> ids.add(releaseId(id, seq)));
        List<Long> entries = deeds.recorded(ids);
        Part part = part(standing, asked, own, entries);
        var order = new Order(file, standing, id, asked, part, standing.left() - part.qty);
        if (entries.isEmpty()) {
            List<ObjectNode> acts = acts(order, own);
            entries = acts.isEmpty() ? List.of() : deeds.record(acts, actor);
        }
        boolean used = "useAsIs".equals(asked.as());
        List<Long> free = new ArrayList<>();
        if (order.ofLot() && order.left == 0 && (used || standing.usedAsIs())) {
            own.forEach(unit -> free.add(unit.id()));
        } else if (!order.ofLot() && used && part.serials != null) {
            part.serials.forEach(unit -> free.add(unit.id()));
        }
        var step = new Dispose(
                asked.as(),
                standing.item().quantity(part.qty),
                part.serials == null
                        ? null
                        : part.serials.stream().map(Unit::number).toList(),
                asked.place(),
                asked.partner(),
                asked.run(),
                asked.reason(),
                entries);
        return new Disposed(step, order.left, free);
    }

    private static String actId(String step) {
        return Deeds.id(step, "act");
    }

    private static String holdId(String step) {
        return Deeds.id(step, "hold");
    }

    private static String releaseId(String step, long seq) {
        return Deeds.id(step, "release:" + seq);
    }

    private Part part(Standing standing, Dispose asked, List<Unit> own, List<Long> recorded) {
        if (standing.left() == 0) {
            throw Refusal.of("nothing-left", "Nothing is left", "Something is decided of all of it.")
                    .status(409)
                    .at("/step", "a quantity of which nothing is decided", "Nothing is to be done.")
                    .asException();
        }
        boolean bySerial = standing.item().tracking().bySerial();
        if (bySerial) {
            // What was moved before the step could be written is not where it was any more.
            List<Long> moved = standing.open().lot() == null ? List.of() : deeds.moved(recorded);
            List<Unit> serials = moved.isEmpty() ? serials(standing, asked, own) : subjects.inOrder(moved);
            return new Part(Math.min(serials.size(), standing.left()), serials);
        }
        if (asked.serials() != null) {
            throw refused("/step/serials", "The item has no serials", "a qty");
        }
        long qty = asked.qty() == null ? standing.left() : Subjects.scaled(standing.item(), asked.qty(), "/step/qty");
        if (qty > standing.left()) {
            throw refused(
                    "/step/qty",
                    "More than is left",
                    "at most " + standing.item().quantity(standing.left()));
        }
        return new Part(qty, null);
    }

    private List<Unit> serials(Standing standing, Dispose asked, List<Unit> own) {
        if (asked.qty() != null) {
            throw refused("/step/qty", "The item has serials", "serials, or nothing for all that are left");
        }
        List<Unit> all = new ArrayList<>();
        for (Unit unit : own) {
            all.addAll(unit.kind() == Unit.Kind.LOT ? subjects.serialsThere(unit) : List.of(unit));
        }
        all.removeIf(unit -> standing.disposed().contains(unit.number()));
        if (asked.serials() == null) {
            return all;
        }
        Set<String> wanted = Set.copyOf(asked.serials());
        List<Unit> found =
                all.stream().filter(unit -> wanted.contains(unit.number())).toList();
        if (found.size() < wanted.size()) {
            throw refused(
                    "/step/serials", "Not all are of it, or something is decided of one", "serials that are left");
        }
        return found;
    }

    private static RefusedException refused(String pointer, String title, String expected) {
        return Refusal.of("invalid", title, title + ".")
                .at(pointer, expected, "Correct it.")
                .asException();
    }

    // --- acts

    private List<ObjectNode> acts(Order order, List<Unit> own) {
        String as = String.valueOf(order.asked.as());
        boolean used = as.equals("useAsIs");
        boolean leaves = as.equals("return") || as.equals("rework");
        boolean lastOfLot = order.ofLot() && order.left == 0 && (used || order.standing.usedAsIs());
        boolean opens = order.ofLot() ? leaves || lastOfLot : leaves || used;
        List<Unit> holders = order.ofLot() || order.part.serials == null ? own : order.part.serials;
        List<ObjectNode> acts = new ArrayList<>();
        if (opens) {
            acts.addAll(releases(order, holders));
        }
        boolean opened = !acts.isEmpty();
        switch (as) {
            case "scrap" -> acts.add(moved(order, own, "scrap"));
            case "return" -> acts.add(moved(order, own, "ship").put("to", order.asked.partner()));
            case "rework" -> acts.add(moved(order, own, "produce").put("run", order.asked.run()));
            default -> {}
        }
        if (opened && order.ofLot() && order.left > 0) {
            acts.addAll(deeds.holds(
                    holdId(order.id),
                    order.code(),
                    own,
                    BLOCKS,
                    order.code() + ": " + order.file.head().title()));
        }
        return acts;
    }

    /** Ends the holds that the non-conformance has on the units. */
    private List<ObjectNode> releases(Order order, List<Unit> holders) {
        Map<Long, Unit> byId = new HashMap<>();
        holders.forEach(unit -> byId.put(unit.id(), unit));
        Map<Long, List<Unit>> bySeq = new TreeMap<>();
        subjects.units().holds(byId.keySet()).forEach((id, holds) -> {
            for (Hold hold : holds) {
                Unit unit = byId.get(id);
                if (unit != null && order.standing.entries().contains(hold.seq())) {
                    bySeq.computeIfAbsent(hold.seq(), s -> new ArrayList<>()).add(unit);
                }
            }
        });
        List<ObjectNode> acts = new ArrayList<>();
        String reason = order.code() + ": " + order.asked.as();
        bySeq.forEach(
                (seq, units) -> acts.add(deeds.release(releaseId(order.id, seq), order.code(), seq, units, reason)));
        return acts;
    }

    private ObjectNode moved(Order order, List<Unit> own, String type) {
        ObjectNode act = deeds.act(type, actId(order.id), order.code(), order.code() + ": " + order.asked.reason());
        ArrayNode lines = act.putArray(type.equals("produce") ? "consume" : "lines");
        if (order.part.serials != null) {
            for (Unit serial : order.part.serials) {
                from(deeds.named(lines.addObject(), serial), order.asked.place());
            }
            return act;
        }
        allot(order, own)
                .forEach((place, qty) -> qty.forEach((unit, amount) -> {
                    ObjectNode line = deeds.named(lines.addObject(), unit);
                    line.put("qty", order.standing.item().quantity(amount));
                    from(line, place);
                }));
        return act;
    }

    private static void from(ObjectNode line, @Nullable String place) {
        if (place != null) {
            line.put("from", place);
        }
    }

    /** From which places how much of which lot is taken: from the one that was named, or from the fullest on. */
    private Map<String, Map<Unit, Long>> allot(Order order, List<Unit> own) {
        Map<String, Map<Unit, Long>> taken = new LinkedHashMap<>();
        long open = order.part.qty;
        for (Unit unit : own) {
            for (Units.At at : subjects.atLocations(unit)) {
                String place = subjects.places().get(at.placeId()).code();
                if (open > 0
                        && (order.asked.place() == null || order.asked.place().equals(place))) {
                    long some = Math.min(open, at.qty());
                    taken.computeIfAbsent(place, p -> new LinkedHashMap<>()).put(unit, some);
                    open -= some;
                }
            }
        }
        if (open > 0) {
            throw Refusal.of(
                            "not-there",
                            "Not that much there",
                            order.standing.item().quantity(open) + " of it are not at "
                                    + (order.asked.place() == null ? "our locations" : order.asked.place()) + ".")
                    .at("/step/qty", "a quantity that is there", "Unpack it, name another place, or take less.")
                    .asException();
        }
        return taken;
    }

    /** Units that are held by entries of a non-conformance now, with the entries. */
    Map<Long, List<Long>> held(File<NonconformanceStep> file) {
        Set<Long> ours = new HashSet<>();
        Set<Long> units =
                new LinkedHashSet<>(Subjects.numbers(Standing.opening(file).units()));
        file.all(NonconformanceStep.Contain.class).forEach(c -> {
            ours.addAll(c.entries() == null ? List.of() : c.entries());
            units.addAll(Subjects.numbers(c.units()));
        });
        file.all(Dispose.class).forEach(d -> ours.addAll(d.entries() == null ? List.of() : d.entries()));
        Map<Long, List<Long>> held = new LinkedHashMap<>();
        subjects.units().holds(units).forEach((unit, holds) -> {
            List<Long> seqs =
                    holds.stream().map(Hold::seq).filter(ours::contains).toList();
            if (!seqs.isEmpty()) {
                held.put(unit, seqs);
            }
        });
        return held;
    }
}
