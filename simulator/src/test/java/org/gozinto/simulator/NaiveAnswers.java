/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gozinto.simulator.NaiveLedger.Journey;
import org.gozinto.simulator.NaiveLedger.Stay;

/** The answers of {@link ScooterTruth}, found from the acts alone, by looking at everything for every question. */
final class NaiveAnswers {

    private final NaiveLedger ledger;
    private final Map<Unit, Set<Unit>> madeInto = new HashMap<>();
    private final Map<Unit, List<Stay>> staysOf = new HashMap<>();
    private final Map<Unit, List<Stay>> staysIn = new HashMap<>();
    private final Map<Unit, List<Journey>> journeysWith = new HashMap<>();
    private final Map<Unit, Set<Unit>> serialsOf = new HashMap<>();

    NaiveAnswers(NaiveLedger ledger) {
        this.ledger = ledger;
        ledger.madeFrom.forEach((out, ins) -> ins.forEach(
                in -> madeInto.computeIfAbsent(in, _ -> new HashSet<>()).add(out)));
        ledger.stays.forEach(stay -> {
            staysOf.computeIfAbsent(stay.component, _ -> new ArrayList<>()).add(stay);
            staysIn.computeIfAbsent(stay.host, _ -> new ArrayList<>()).add(stay);
        });
        ledger.journeys.forEach(journey -> {
            Set<Unit> all = new HashSet<>(journey.inside());
            all.add(journey.unit());
            all.forEach(unit ->
                    journeysWith.computeIfAbsent(unit, _ -> new ArrayList<>()).add(journey));
        });
        ledger.lotOfSerial.forEach((serial, lot) -> serialsOf
                .computeIfAbsent(Unit.lot(serial.item(), lot), _ -> new HashSet<>())
                .add(serial));
    }

    /** Everything reached by runs, without hosts. */
    Set<Unit> made(Unit seed) {
        Set<Unit> reached = new TreeSet<>();
        List<Unit> open = new ArrayList<>(serialsOf.getOrDefault(seed, Set.of()));
        open.add(seed);
        while (!open.isEmpty()) {
            Unit next = open.removeLast();
            if (reached.add(next)) {
                open.addAll(madeInto.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    Set<Unit> hosts(Set<Unit> components, Hosts hosts, long asOf) {
        Set<Unit> found = new TreeSet<>();
        for (Unit component : components) {
            for (Stay stay : staysOf.getOrDefault(component, List.of())) {
                if (counts(stay, hosts, asOf)) {
                    found.add(stay.host);
                }
            }
        }
        return found;
    }

    Set<Unit> descendants(Unit seed, Hosts hosts) {
        Set<Unit> all = made(seed);
        all.addAll(hosts(all, hosts, Long.MAX_VALUE - 1));
        all.remove(seed);
        return all;
    }

    Set<Unit> ancestors(Unit seed, Hosts hosts) {
        Set<Unit> found = new TreeSet<>();
        List<Unit> open = new ArrayList<>(List.of(seed));
        while (!open.isEmpty()) {
            Unit next = open.removeLast();
            if (!found.add(next)) {
                continue;
            }
            open.addAll(ledger.madeFrom.getOrDefault(next, Set.of()));
            if (ledger.lotOfSerial.containsKey(next)) {
                found.add(Unit.lot(next.item(), ledger.lotOfSerial.get(next)));
            }
            staysIn.getOrDefault(next, List.of()).stream()
                    .filter(stay -> counts(stay, hosts, Long.MAX_VALUE - 1))
                    .forEach(stay -> open.add(stay.component));
        }
        found.remove(seed);
        return found;
    }

    List<Consignee> consignees(Unit seed, Hosts hosts) {
        Set<Unit> made = made(seed);
        Set<Unit> listed = hosts(made, hosts, Long.MAX_VALUE - 1);
        Map<String, BigDecimal[]> sums = new TreeMap<>();
        for (Unit unit : made) {
            for (Journey journey : journeysWith.getOrDefault(unit, List.of())) {
                add(sums, journey, unit.item());
                if (!journey.unit().equals(unit) && listed.contains(journey.unit())) {
                    add(sums, journey, journey.unit().item());
                }
            }
        }
        List<Consignee> found = new ArrayList<>();
        sums.forEach((key, sum) -> {
            String[] parts = key.split("\\|");
            found.add(new Consignee(parts[0], parts[1], sum[0], sum[1]));
        });
        return found;
    }

    /** The places around a serial, innermost first. */
    List<String> whereIs(Unit unit) {
        List<String> chain = new ArrayList<>();
        for (String place = ledger.serials.get(unit); place != null; place = around(place)) {
            chain.add(place.substring(place.lastIndexOf(':') + 1));
        }
        return chain;
    }

    private String around(String place) {
        if (place.startsWith("host:")) {
            String[] parts = place.split(":");
            return ledger.serials.get(Unit.serial(parts[1], parts[2]));
        }
        return ledger.boxes.get(place);
    }

    private boolean counts(Stay stay, Hosts hosts, long asOf) {
        if (stay.from > asOf) {
            return false;
        }
        long at = asOf;
        if (hosts == Hosts.AS_BUILT) {
            at = journeysWith.getOrDefault(stay.host, List.of()).stream()
                    .mapToLong(Journey::at)
                    .min()
                    .orElse(asOf);
            at = Math.min(at, asOf);
        }
        return hosts == Hosts.EVER || (stay.from <= at && at < stay.to);
    }

    private static void add(Map<String, BigDecimal[]> sums, Journey journey, String item) {
        BigDecimal[] sum = sums.computeIfAbsent(
                journey.partner() + "|" + item, _ -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
        sum[0] = sum[0].add(journey.qty().max(BigDecimal.ZERO));
        sum[1] = sum[1].add(journey.qty());
    }
}
