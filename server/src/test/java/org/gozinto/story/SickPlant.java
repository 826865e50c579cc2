/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * A small plant with two planted causes: of the bikes with cell lot C3 every seventh overheats, and of those that line
 * 2 made in two certain hours most have bad brakes. Lots and lines have nothing to do with each other.
 */
final class SickPlant {

    static final int BIKES = 600;
    static final Instant BEGIN = Instant.parse("2025-03-03T08:00:00Z");
    static final Duration TAKT = Duration.ofMinutes(3);
    static final int SICK_FROM = 440;
    static final int SICK_TO = 480;
    private static final long SEED = 7;

    private final Story story;
    final List<Integer> hot = new ArrayList<>();
    final List<Integer> brakeless = new ArrayList<>();
    final List<Integer> ofBadLot = new ArrayList<>();
    final List<Integer> ofBadHours = new ArrayList<>();

    SickPlant(Story story) {
        this.story = story;
    }

    RunningServer server() {
        return story.server();
    }

    String code(String name) {
        return story.code(name);
    }

    static String serial(int bike) {
        return "B%04d".formatted(bike);
    }

    static Instant madeAt(int bike) {
        return BEGIN.plus(TAKT.multipliedBy(bike));
    }

    /** Builds and ships all bikes, and takes the complaints about those that failed. */
    SickPlant told() {
        story.item("CELL", "lot", ",\"unit\":\"EA\"").item("FRAME", "lot", ",\"unit\":\"EA\"");
        story.item("BIKE", "lot+serial", "");
        story.partner("CELLS");
        for (String country : List.of("DE", "FR")) {
            String shop = story.partnerOfName("SHOP" + country);
            server().post(
                            "/api/v1/partners",
                            "{\"code\":\"%s\",\"name\":\"Shop\",\"roles\":[\"customer\"],\"contact\":{\"country\":\"%s\"}}"
                                    .formatted(shop, country));
        }
        for (int lot = 1; lot <= 6; lot++) {
            story.when("2025-03-01T08:00:00Z").receive("CELLS", "A", "9000 CELL:C" + lot);
            story.when("2025-03-01T08:00:00Z").receive("CELLS", "A", "200 FRAME:F" + lot);
        }
        var random = new SplittableRandom(SEED);
        List<String> acts = new ArrayList<>();
        for (int bike = 0; bike < BIKES; bike++) {
            int line = 1 + bike % 2;
            int cells = 1 + random.nextInt(6);
            acts.add(produced(bike, line, cells));
            suffer(bike, line, cells);
        }
        for (int bike = 0; bike < BIKES; bike += 50) {
            acts.add(shipped(bike, bike + 50));
        }
        Answer answer = server().batch(true, acts.toArray(String[]::new));
        assertThat(answer.lines())
                .allSatisfy(line -> assertThat(line.at("/status").asInt())
                        .as(line.toString())
                        .isEqualTo(201));
        complain();
        return this;
    }

    private void suffer(int bike, int line, int cells) {
        if (cells == 3) {
            ofBadLot.add(bike);
            if (ofBadLot.size() % 7 == 0) {
                hot.add(bike);
            }
        }
        if (line == 2 && bike >= SICK_FROM && bike < SICK_TO) {
            ofBadHours.add(bike);
            if (ofBadHours.size() % 5 != 0) {
                brakeless.add(bike);
            }
        }
    }

    private String produced(int bike, int line, int cells) {
        return """
                {"type":"produce","id":"%s","occurredAt":"%s","run":"%s","equipment":"LINE-%d","operator":"op%d",\
                "consume":[{"item":"%s","lot":"C%d","qty":"10","from":"%s"},{"item":"%s","lot":"F%d","qty":"1","from":"%s"}],\
                "produce":[{"item":"%s","lot":"W%d","serial":"%s","to":"%s"}]}""".formatted(
                        UUID.randomUUID(),
                        madeAt(bike),
                        code("MO" + bike / 100),
                        line,
                        bike / 3 % 5,
                        code("CELL"),
                        cells,
                        code("A"),
                        code("FRAME"),
                        1 + bike / 100,
                        code("A"),
                        code("BIKE"),
                        bike / 60,
                        serial(bike),
                        code("A"));
    }

    private String shipped(int from, int to) {
        return """
                {"type":"ship","id":"%s","occurredAt":"2025-03-10T08:00:00Z","from":"%s","to":"%s",\
                "lines":[{"item":"%s","serials":"%s-%s"}]}""".formatted(
                        UUID.randomUUID(),
                        code("A"),
                        code(from / 50 % 2 == 0 ? "SHOPDE" : "SHOPFR"),
                        code("BIKE"),
                        serial(from),
                        serial(to - 1));
    }

    private void complain() {
        for (String word : List.of("HEAT", "BRAKE")) {
            server().post(
                            "/api/v1/complaint-codes",
                            "{\"code\":\"%s\",\"name\":\"%s\",\"severity\":\"serious\"}".formatted(code(word), word));
        }
        hot.forEach(bike -> complain(bike, "HEAT", "2025-06-%02d".formatted(1 + bike % 28)));
        brakeless.forEach(bike -> complain(bike, "BRAKE", "2025-07-%02d".formatted(1 + bike % 28)));
        complain(11, "HEAT", "2025-06-20");
    }

    Answer complain(int bike, String word, String day) {
        Answer answer = server().post("/api/v1/complaints", """
                        {"id":"%s","item":"%s","serial":"%s","description":"It failed","code":"%s","failedOn":"%s",\
                        "reportedOn":"2025-08-01"}""".formatted(
                        UUID.randomUUID(), code("BIKE"), serial(bike), code(word), day));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }
}
