/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.genealogy.ScopeQuestion;
import org.gozinto.genealogy.ScopeSeed;
import org.gozinto.paper.Words;
import org.jspecify.annotations.Nullable;

/** Says the question of a scope in words. */
final class QuestionWords {

    /** Seeds that are named; the others are counted. */
    private static final int SEEDS_NAMED = 50;

    private final Words texts;

    QuestionWords(Words texts) {
        this.texts = texts;
    }

    String of(ScopeQuestion question) {
        List<ScopeSeed> seeds = question.allSeeds();
        List<String> named = new ArrayList<>(
                seeds.stream().limit(SEEDS_NAMED).map(this::seed).toList());
        if (seeds.size() > SEEDS_NAMED) {
            named.add("… + " + (seeds.size() - SEEDS_NAMED));
        }
        String direction = "backward".equals(question.trace().direction()) ? "seed.backward" : "seed.forward";
        String words = say(direction, String.join("; ", named));
        return question.trace().asOf() == null
                ? words
                : words + " " + say("seed.asOf", question.trace().asOf());
    }

    private String seed(ScopeSeed seed) {
        List<String> parts = new ArrayList<>(List.of(kind(seed)));
        add(parts, "seed.partner", seed.supplierLot() == null ? null : seed.partner());
        add(parts, "seed.place", seed.place());
        add(parts, "seed.document", seed.document());
        add(parts, "from", seed.from());
        add(parts, "until", seed.to());
        return String.join(", ", parts);
    }

    private void add(List<String> parts, String text, @Nullable String value) {
        if (value != null) {
            parts.add(say(text, value));
        }
    }

    private String kind(ScopeSeed seed) {
        String item = String.valueOf(seed.item());
        if (seed.lot() != null) {
            return say("seed.lot", seed.lot(), item);
        }
        if (seed.serial() != null) {
            return say("seed.serial", seed.serial(), item);
        }
        if (seed.serials() != null) {
            return say("seed.serials", seed.serials().from(), seed.serials().to(), item);
        }
        if (seed.lots() != null) {
            return say("seed.lotRange", seed.lots().from(), seed.lots().to(), item);
        }
        if (seed.supplierLot() != null) {
            return say("seed.supplierLot", seed.supplierLot())
                    + (seed.item() == null ? "" : " " + say("seed.item", seed.item()));
        }
        if (seed.run() != null) {
            return say("seed.run", seed.run());
        }
        if (seed.vessel() != null) {
            return say("seed.vessel", seed.vessel());
        }
        if (seed.made() != null) {
            return say("seed.made", item, span(seed.made().from(), seed.made().to()));
        }
        if (seed.received() != null) {
            String received = say(
                    "seed.received",
                    item,
                    span(seed.received().from(), seed.received().to()));
            String partner = seed.received().partner();
            return partner == null ? received : received + " " + say("seed.partner", partner);
        }
        if (seed.attribute() != null) {
            String attributes = String.join(
                    ", ",
                    seed.attribute().stream()
                            .map(a -> a.name() + " = " + a.value())
                            .toList());
            return say("seed.attribute", item, attributes);
        }
        return say("seed.container", String.valueOf(seed.container()));
    }

    private String span(@Nullable String from, @Nullable String to) {
        List<String> parts = new ArrayList<>();
        add(parts, "from", from);
        add(parts, "until", to);
        return String.join(" ", parts);
    }

    private String say(String text, @Nullable Object... values) {
        return texts.word(text).formatted(values);
    }
}
