/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gozinto.cli.json.Json;
import org.gozinto.simulator.Consignee;
import org.gozinto.simulator.Hosts;
import org.gozinto.simulator.Reach;
import org.gozinto.simulator.ScooterTruth;
import org.gozinto.simulator.Story;

/** Holds Gozinto's answer against what the simulator knows. */
final class TruthCheck {

    private static final String PACK = "PACK-36V";
    private static final String SCOOTER = "SCOOTER-S1";
    private static final int EXAMPLES = 5;

    private final ScooterTruth truth;
    private final Story story;
    private final List<String> differences = new ArrayList<>();

    TruthCheck(ScooterTruth truth, Story story) {
        this.truth = truth;
        this.story = story;
    }

    /** Everything that differs; nothing when the answer is right. */
    List<String> differences(Answers.Forward now, Answers.Forward ever) {
        differences.clear();
        compare("battery packs", packs().possible(), now.serials(PACK));
        compare("scooters", scooters(Hosts.NOW).possible(), now.serials(SCOOTER));
        compare("scooters that ever had such a pack", scooters(Hosts.EVER).possible(), ever.serials(SCOOTER));
        compare("places of scooters", whereabouts(SCOOTER, now), placed(SCOOTER, now));
        compare("places of packs", whereabouts(PACK, now), placed(PACK, now));
        compare("deliveries", deliveries(truth.consignees(story.lot(), Hosts.NOW)), deliveries(now.first()));
        return List.copyOf(differences);
    }

    Reach<String> packs() {
        return truth.packsOf(story.lot());
    }

    Reach<String> scooters(Hosts hosts) {
        return truth.scootersAffectedBy(story.lot(), hosts);
    }

    private void compare(String what, SortedSet<String> expected, SortedSet<String> found) {
        SortedSet<String> missing = new TreeSet<>(expected);
        missing.removeAll(found);
        SortedSet<String> surplus = new TreeSet<>(found);
        surplus.removeAll(expected);
        if (!missing.isEmpty()) {
            differences.add(what + ": " + missing.size() + " are missing, such as " + some(missing));
        }
        if (!surplus.isEmpty()) {
            differences.add(what + ": " + surplus.size() + " are too many, such as " + some(surplus));
        }
    }

    private static String some(SortedSet<String> set) {
        return String.join(", ", set.stream().limit(EXAMPLES).toList());
    }

    private SortedSet<String> whereabouts(String item, Answers.Forward found) {
        SortedSet<String> lines = new TreeSet<>();
        for (String serial : found.serials(item)) {
            lines.add(serial + " at " + whereIs(item, serial));
        }
        return lines;
    }

    private String whereIs(String item, String serial) {
        try {
            return truth.whereIs(item, serial).outermost().code();
        } catch (IllegalArgumentException unknown) {
            return "nowhere, for there is no such piece";
        }
    }

    private static SortedSet<String> placed(String item, Answers.Forward found) {
        SortedSet<String> lines = new TreeSet<>();
        found.of(item).forEach(unit -> lines.add(unit.text("serial", "") + " at " + Answers.outermost(unit)));
        return lines;
    }

    private static SortedSet<String> deliveries(List<Consignee> consignees) {
        SortedMap<String, String> lines = new TreeMap<>();
        for (Consignee to : consignees) {
            lines.put(to.partner() + " " + to.item(), " got " + plain(to.gross()) + ", has " + plain(to.net()));
        }
        return joined(lines);
    }

    private static SortedSet<String> deliveries(Json trace) {
        SortedMap<String, String> lines = new TreeMap<>();
        Json summary = trace.get("summary");
        for (Json to : summary == null ? List.<Json>of() : summary.list("consignees")) {
            lines.put(
                    to.text("partner", "") + " " + to.text("item", ""),
                    " got " + plain(new BigDecimal(to.text("gross", "0"))) + ", has "
                            + plain(new BigDecimal(to.text("net", "0"))));
        }
        return joined(lines);
    }

    private static SortedSet<String> joined(SortedMap<String, String> lines) {
        SortedSet<String> joined = new TreeSet<>();
        lines.forEach((key, value) -> joined.add(key + value));
        return joined;
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
