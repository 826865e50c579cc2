/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A strict ledger in the plainest way: maps of texts, one movement after the other. It refuses whatever a real ledger
 * would refuse, and remembers what {@link NaiveAnswers} needs. It knows only masters and acts.
 */
final class NaiveLedger {

    /** One input line of a run, and the outputs it is linked to; no links means all later outputs. */
    record Fed(Unit unit, BigDecimal qty, Set<Unit> linkedTo) {}

    /** One piece put into a host; {@code to} grows up when it is removed. */
    static final class Stay {
        final Unit component;
        final Unit host;
        final long from;
        long to = Long.MAX_VALUE;

        Stay(Unit component, Unit host, long from) {
            this.component = component;
            this.host = host;
            this.from = from;
        }
    }

    /** A quantity of a unit that went to a partner ({@code sign} 1) or came back, and what was installed in it then. */
    record Journey(Unit unit, String partner, BigDecimal qty, long at, Set<Unit> inside) {}

    final Map<String, Ware> items = new HashMap<>();
    final Set<String> locations = new HashSet<>();
    final Set<String> partners = new HashSet<>();
    final Map<Unit, Map<String, BigDecimal>> lots = new TreeMap<>();
    final Map<Unit, String> lotOfSerial = new HashMap<>();
    final Map<Unit, String> serials = new HashMap<>();
    final Map<String, String> boxes = new HashMap<>();
    final Map<String, Set<Object>> contents = new HashMap<>();
    final Map<String, List<Fed>> runs = new HashMap<>();
    final Map<Unit, Set<Unit>> madeFrom = new HashMap<>();
    final Map<String, List<Unit>> outputsOf = new HashMap<>();
    final List<Stay> stays = new ArrayList<>();
    final List<Journey> journeys = new ArrayList<>();
    final Map<String, Integer> kinds = new TreeMap<>();
    final Map<Unit, String> supplierLots = new HashMap<>();
    final Set<String> documents = new HashSet<>();

    private final Set<String> ids = new HashSet<>();
    private final Map<Unit, LocalDate> expiries = new HashMap<>();
    private final Map<String, Act.Hold> holds = new HashMap<>();
    private final Map<String, Act> recent = new HashMap<>();
    private final Set<String> closedRuns = new HashSet<>();
    private long lastMs = Long.MIN_VALUE;
    private long nowMs;
    private LocalDate today = LocalDate.MIN;

    NaiveLedger(List<Master> masters) {
        Set<String> codes = new HashSet<>();
        for (Master master : masters) {
            String code = master.body().get("code").toString();
            switch (master.kind()) {
                case ITEMS -> items.put(code, Ware.named(code));
                case PARTNERS -> {
                    check(codes.add(code), "code twice " + code);
                    partners.add(code);
                }
                case PLACES -> {
                    check(codes.add(code), "code twice " + code);
                    Object parent = master.body().get("parent");
                    check(parent == null || codes.contains(parent.toString()), "no parent of " + code);
                    locations.add(code);
                }
            }
        }
    }

    void record(Act act) {
        Header header = act.header();
        nowMs = header.occurredAt().epochMs();
        today = LocalDate.parse(header.occurredAt().toString().substring(0, 10));
        check(nowMs >= lastMs, "time goes back at " + act);
        lastMs = nowMs;
        check(ids.add(header.id()), "id twice");
        check(java.util.UUID.fromString(header.id()).version() == 7, "not a UUIDv7");
        check(Long.parseLong(header.id().replace("-", "").substring(0, 12), 16) == nowMs, "id of another time");
        kinds.merge(act.type(), 1, Integer::sum);
        switch (act) {
            case Act.Receive it -> receive(it);
            case Act.Commission it -> it.lines().forEach(line -> born(line, "outside", location(it.to())));
            case Act.Produce it -> produce(it);
            case Act.Move it -> {
                goods(it.goods(), location(it.from()), location(it.to()));
                recent.put(header.id(), it);
            }
            case Act.Ship it -> {
                check(partners.contains(it.to()), "no partner " + it.to());
                usable(it.goods(), "ship");
                travel(it.goods(), it.to(), 1);
                goods(it.goods(), location(it.from()), it.to());
            }
            case Act.Return it -> {
                check(partners.contains(it.from()), "no partner " + it.from());
                travel(it.goods(), it.from(), -1);
                goods(it.goods(), it.from(), location(it.to()));
            }
            case Act.Scrap it -> it.lines().forEach(line -> line(line, location(it.from()), "scrap"));
            case Act.Adjust it -> it.lines().forEach(line -> adjust(line, location(it.at())));
            case Act.Count it -> it.lines().forEach(line -> count(line, location(it.at())));
            case Act.Install it -> install(it);
            case Act.Remove it -> remove(it);
            case Act.Pack it -> {
                if (!boxes.containsKey(it.container())) {
                    boxes.put(it.container(), location(it.from()));
                }
                check(boxes.get(it.container()).equals(it.from()), "container is not at " + it.from());
                goods(it.goods(), it.from(), it.container());
            }
            case Act.Unpack it -> {
                check(locations.contains(boxes.get(it.container())), "unpacked away from home");
                goods(it.goods(), it.container(), location(it.to()));
            }
            case Act.Hold it -> {
                it.units().forEach(unit -> check(exists(unit), "hold of nothing " + unit));
                holds.put(header.id(), it);
            }
            case Act.Release it -> {
                Act.Hold hold = holds.remove(it.hold());
                check(hold != null && hold.units().equals(it.units()), "release of no hold");
            }
            case Act.VoidEntry it -> {
                Act.Move move = (Act.Move) recent.remove(it.corrects());
                check(move != null, "void of nothing");
                goods(move.goods(), move.to(), move.from());
            }
        }
        if (header.reference() != null && header.reference().number().startsWith("SO-")) {
            check(documents.add(header.reference().number()), "order twice");
        }
    }

    /** Inside a scooter or box, what is in it, to any depth. */
    void deep(Unit unit, Set<Unit> found) {
        found.add(unit);
        contents.getOrDefault(hostPlace(unit), Set.of()).forEach(inner -> deep((Unit) inner, found));
    }

    static String hostPlace(Unit unit) {
        return "host:" + unit.item() + ":" + unit.serial();
    }

    private void receive(Act.Receive act) {
        check(partners.contains(act.from()), "no partner " + act.from());
        act.lines().forEach(line -> born(line, act.from(), location(act.to())));
    }

    private void born(Line line, String from, String to) {
        shape(line);
        if (!line.serials().isEmpty()) {
            for (String serial : line.serials()) {
                Unit unit = Unit.serial(line.item(), serial);
                check(!serials.containsKey(unit), "serial twice " + unit);
                put(unit, to);
                if (line.lot() != null) {
                    lotOfSerial.put(unit, line.lot());
                }
            }
            return;
        }
        Unit lot = Unit.lot(line.item(), line.lot());
        lots.computeIfAbsent(lot, _ -> new HashMap<>());
        Origin origin = line.origin();
        if (origin != null) {
            check(origin.manufactured().isBefore(today.plusDays(1)), "made in the future");
            LocalDate known = expiries.put(lot, origin.expiry());
            check(known == null || known.equals(origin.expiry()), "two expiries");
            supplierLots.put(lot, origin.supplierLot() == null ? "" : origin.supplierLot());
        }
        post(lot, from, to, line.qty());
    }

    private void produce(Act.Produce act) {
        check(!closedRuns.contains(act.run()), "run is closed");
        String place = "run:" + act.run();
        List<Fed> fed = runs.computeIfAbsent(act.run(), _ -> new ArrayList<>());
        for (Line line : act.consume()) {
            usable(Goods.loose(List.of(line)), "consume");
            line(line, "", place);
            for (Unit unit : units(line)) {
                Set<Unit> linked = new HashSet<>();
                BigDecimal sum = BigDecimal.ZERO;
                for (Link link : act.links()) {
                    if (link.in().equals(unit)) {
                        linked.add(link.out());
                        sum = sum.add(link.qty());
                    }
                }
                check(linked.isEmpty() || sum.compareTo(line.qty()) == 0, "links do not add up");
                fed.add(new Fed(unit, line.qty() == null ? BigDecimal.ONE : line.qty(), linked));
            }
        }
        for (Line line : act.produce()) {
            shape(line);
            for (Unit unit : units(line)) {
                check(!serials.containsKey(unit), "produced twice " + unit);
                put(unit, location(line.to()));
                Set<Unit> sources = new HashSet<>();
                fed.stream()
                        .filter(in -> in.linkedTo().isEmpty() || in.linkedTo().contains(unit))
                        .forEach(in -> sources.add(in.unit()));
                madeFrom.put(unit, sources);
                outputsOf.computeIfAbsent(act.run(), _ -> new ArrayList<>()).add(unit);
            }
        }
        act.links().forEach(link -> check(serials.containsKey(link.out()), "link to nothing"));
        if (act.close()) {
            closedRuns.add(act.run());
        }
    }

    private void install(Act.Install act) {
        check(locations.contains(serials.get(act.host())), "host is not here");
        for (Line line : act.lines()) {
            line(line, location(act.from()), hostPlace(act.host()));
            units(line).forEach(unit -> stays.add(new Stay(unit, act.host(), nowMs)));
        }
        long same = contents.get(hostPlace(act.host())).stream()
                .map(inner -> ((Unit) inner).item())
                .distinct()
                .count();
        check(same == contents.get(hostPlace(act.host())).size(), "two in one position");
    }

    private void remove(Act.Remove act) {
        check(locations.contains(serials.get(act.host())), "host is not here");
        for (Line line : act.lines()) {
            line(line, hostPlace(act.host()), location(act.to()));
            for (Unit unit : units(line)) {
                Stay open = null;
                for (int i = stays.size() - 1; i >= 0 && open == null; i--) {
                    Stay stay = stays.get(i);
                    open = stay.component.equals(unit) ? stay : null;
                }
                check(open != null && open.to == Long.MAX_VALUE && open.host.equals(act.host()), "not in it");
                open.to = nowMs;
            }
        }
    }

    private void adjust(Line line, String at) {
        check(line.qty() != null && line.qty().signum() != 0, "adjusted by nothing");
        if (line.serials().isEmpty()) {
            post(Unit.lot(line.item(), line.lot()), at, "adjustment", line.qty().negate());
            return;
        }
        Unit unit = units(line).getFirst();
        boolean away = line.qty().equals(BigDecimal.ONE.negate());
        check(away || line.qty().equals(BigDecimal.ONE), "a serial is one");
        take(unit, away ? at : "adjustment");
        put(unit, away ? "adjustment" : at);
    }

    private void count(Line line, String at) {
        Unit lot = Unit.lot(line.item(), line.lot());
        check(line.qty().signum() >= 0, "counted below zero");
        check(line.qty().scale() <= items.get(line.item()).decimals(), "too fine " + line);
        BigDecimal there = lots.get(lot).getOrDefault(at, BigDecimal.ZERO);
        check(there.signum() > 0, "counted where nothing was");
        post(lot, "adjustment", at, line.qty().subtract(there));
    }

    private void goods(Goods goods, String from, String to) {
        check(!goods.lines().isEmpty() || !goods.containers().isEmpty(), "nothing moves");
        goods.lines().forEach(line -> line(line, from, to));
        for (String box : goods.containers()) {
            check(from.equals(boxes.get(box)), "container " + box + " is at " + boxes.get(box) + ", not " + from);
            if (boxes.containsKey(from)) {
                check(contents.get(from).remove(box), "box not in box");
            }
            boxes.put(box, to);
            if (boxes.containsKey(to)) {
                contents.computeIfAbsent(to, _ -> new LinkedHashSet<>()).add(box);
            }
        }
    }

    private void line(Line line, String from, String to) {
        shape(line);
        String source = line.from() == null ? from : line.from();
        String target = line.to() == null ? to : line.to();
        if (line.serials().isEmpty()) {
            check(line.qty() != null && line.qty().signum() > 0, "not positive " + line);
            post(Unit.lot(line.item(), line.lot()), source, target, line.qty());
        } else {
            for (Unit unit : units(line)) {
                take(unit, source);
                put(unit, target);
            }
        }
    }

    /** Double entry: what leaves one place arrives in the other; only the sources of goods may go below zero. */
    private void post(Unit lot, String from, String to, BigDecimal qty) {
        Map<String, BigDecimal> places = lots.get(lot);
        check(places != null, "lot used before it came " + lot);
        check(qty.stripTrailingZeros().scale() <= items.get(lot.item()).decimals(), "too fine " + qty);
        BigDecimal left = places.merge(from, qty.negate(), BigDecimal::add);
        BigDecimal there = places.merge(to, qty, BigDecimal::add);
        for (Map.Entry<String, BigDecimal> end : Map.of(from, left, to, there).entrySet()) {
            boolean may = !locations.contains(end.getKey());
            check(may || end.getValue().signum() >= 0, lot + " below zero at " + end.getKey());
        }
    }

    private void put(Unit unit, String place) {
        serials.put(unit, place);
        if (boxes.containsKey(place) || place.startsWith("host:")) {
            contents.computeIfAbsent(place, _ -> new LinkedHashSet<>()).add(unit);
        }
    }

    private void take(Unit unit, String place) {
        check(place.equals(serials.get(unit)), unit + " is at " + serials.get(unit) + ", not " + place);
        if (contents.containsKey(place)) {
            check(contents.get(place).remove(unit), "not in " + place);
        }
    }

    private void travel(Goods goods, String partner, int sign) {
        for (Line line : goods.lines()) {
            if (line.serials().isEmpty()) {
                Unit lot = Unit.lot(line.item(), line.lot());
                BigDecimal qty = line.qty().multiply(BigDecimal.valueOf(sign));
                journeys.add(new Journey(lot, partner, qty, nowMs, Set.of()));
            }
        }
        for (Unit unit : cargo(goods)) {
            Set<Unit> inside = new HashSet<>();
            deep(unit, inside);
            journeys.add(new Journey(unit, partner, BigDecimal.valueOf(sign), nowMs, inside));
        }
    }

    private List<Unit> cargo(Goods goods) {
        List<Unit> found = new ArrayList<>();
        goods.lines().forEach(line -> found.addAll(line.serials().isEmpty() ? List.of() : units(line)));
        goods.containers().forEach(box -> boxed(box, found));
        return found;
    }

    private void boxed(String box, List<Unit> found) {
        for (Object inner : contents.getOrDefault(box, Set.of())) {
            if (inner instanceof Unit unit) {
                found.add(unit);
            } else {
                boxed(inner.toString(), found);
            }
        }
    }

    private void usable(Goods goods, String purpose) {
        Set<Unit> touched = new HashSet<>();
        cargo(goods).forEach(unit -> deep(unit, touched));
        for (Line line : goods.lines()) {
            if (line.serials().isEmpty()) {
                touched.add(Unit.lot(line.item(), line.lot()));
            }
        }
        for (Unit unit : Set.copyOf(touched)) {
            if (lotOfSerial.containsKey(unit)) {
                touched.add(Unit.lot(unit.item(), lotOfSerial.get(unit)));
            }
            LocalDate expiry = expiries.get(unit);
            check(expiry == null || !today.isAfter(expiry), "expired " + unit);
        }
        holds.values().stream()
                .filter(hold -> hold.blocks().contains(purpose))
                .forEach(hold ->
                        hold.units().forEach(unit -> check(!touched.contains(unit), purpose + " of held " + unit)));
    }

    private boolean exists(Unit unit) {
        return unit.serial() != null
                ? serials.containsKey(unit)
                : lots.containsKey(unit)
                        || lotOfSerial.entrySet().stream()
                                .anyMatch(one -> one.getKey().item().equals(unit.item())
                                        && one.getValue().equals(unit.lot()));
    }

    private void shape(Line line) {
        Ware ware = items.get(line.item());
        check(ware != null, "no item " + line.item());
        check(ware.isSerial() != line.serials().isEmpty(), "tracking of " + line);
        check(new HashSet<>(line.serials()).size() == line.serials().size(), "serial twice in " + line);
        check(line.qty() == null || line.qty().scale() <= ware.decimals(), "too fine " + line);
    }

    private String location(String code) {
        check(locations.contains(code), "no location " + code);
        return code;
    }

    private static List<Unit> units(Line line) {
        if (line.serials().isEmpty()) {
            return List.of(Unit.lot(line.item(), line.lot()));
        }
        return line.serials().stream()
                .map(serial -> Unit.serial(line.item(), serial))
                .toList();
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
