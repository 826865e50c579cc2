/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.gozinto.recall.PublicRecalls;

/** Recalls that a test states, in memory. */
public final class GivenRecalls implements PublicRecalls {

    private final List<PublicRecall> current = new ArrayList<>();
    private final Map<String, TreeSet<Long>> units = new HashMap<>();
    private final Map<Long, LocalDate> remedied = new HashMap<>();
    private long revision;

    /** Forgets all of them. */
    public synchronized GivenRecalls none() {
        current.clear();
        units.clear();
        remedied.clear();
        revision++;
        return this;
    }

    /** Publishes a recall of these units; it comes before those that were published earlier. */
    public synchronized GivenRecalls publish(PublicRecall recall, Long... unitIds) {
        current.addFirst(recall);
        units.put(recall.number(), new TreeSet<>(List.of(unitIds)));
        revision++;
        return this;
    }

    /** Says that a unit was put right. */
    public synchronized GivenRecalls remedy(long unit, String day) {
        remedied.put(unit, LocalDate.parse(day));
        revision++;
        return this;
    }

    /** A recall with a text in English and, if it is not null, one in German. */
    public static PublicRecall recall(String number, String title, String german, Affected... affected) {
        Map<String, Text> texts = new HashMap<>();
        texts.put(
                "en",
                new Text(
                        title,
                        "Voltride 2 scooter, graphite, battery B36",
                        "The battery can overheat while charging and catch fire.",
                        "Unplug the charger and leave the scooter outdoors.\nOrder the free battery exchange. It takes about 20"
                                + " minutes at a dealer near you.\nDo not throw the battery away.",
                        "A new battery, free of charge, and a voucher of 30 EUR.",
                        "Voltride customer care, 0800 000 000, care@voltride.example",
                        "https://voltride.example/exchange"));
        if (german != null) {
            texts.put(
                    "de",
                    new Text(
                            german,
                            "Roller Voltride 2, graphit, Akku B36",
                            "Der Akku kann beim Laden überhitzen und in Brand geraten.",
                            "Ziehen Sie das Ladegerät ab und lassen Sie den Roller im Freien.\nBestellen Sie den kostenlosen"
                                    + " Tausch des Akkus.",
                            null,
                            "Voltride Kundendienst, 0800 000 000",
                            null));
        }
        return new PublicRecall(
                number,
                "recall",
                Instant.parse("2026-11-05T09:00:00Z"),
                Instant.parse("2026-11-20T12:00:00Z"),
                false,
                "en",
                List.of("DE", "FR"),
                texts,
                List.of(affected));
    }

    @Override
    public synchronized long revision() {
        return revision;
    }

    @Override
    public synchronized List<PublicRecall> current() {
        return List.copyOf(current);
    }

    @Override
    public synchronized List<Standing> of(Collection<Long> unitIds) {
        List<Standing> standings = new ArrayList<>();
        for (PublicRecall recall : current) {
            if (unitIds.stream().anyMatch(units.get(recall.number())::contains)) {
                LocalDate day = unitIds.stream()
                        .map(remedied::get)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
                standings.add(new Standing(recall, day, false));
            }
        }
        return standings;
    }

    @Override
    public void forEachUnit(String recall, LongConsumer taker) {
        units.getOrDefault(recall, new TreeSet<>()).stream()
                .filter(unit -> !remedied.containsKey(unit))
                .forEach(taker::accept);
    }
}
