/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.gozinto.story.Answer;
import org.gozinto.story.RunningServer;
import org.gozinto.story.RunningServer.Engine;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.junit.jupiter.api.Test;

/** Facts of made-up histories: of few units and of all they are the same, and so are those of then and of a replay. */
class FactReaderTest {

    private static final int ACTS = 160;
    private static final int SCOOTERS = 12;

    private static void masters(RunningServer server) {
        for (String item : List.of("S", "P")) {
            create(server, "items", "'code':'" + item + "','name':'x','tracking':'serial'");
        }
        create(server, "places", "'code':'A','kind':'bin','name':'A'");
        create(server, "partners", "'code':'D','name':'D','roles':['customer'],'contact':{'country':'DE'}");
        create(server, "partners", "'code':'C','name':'C','roles':['consumer']");
        create(server, "partners", "'code':'ACME','name':'ACME','roles':['supplier']");
    }

    private static void create(RunningServer server, String kind, String members) {
        Answer made = server.post("/api/v1/" + kind, ("{" + members + "}").replace('\'', '"'));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    /** Acts in the order of their recording; some are refused, in every book alike. */
    private static List<String> acts(Random random) {
        List<String> acts = new ArrayList<>();
        for (int i = 0; i < SCOOTERS; i++) {
            acts.add(act(random, "'type':'commission','to':'A','lines':[{'item':'S','serial':'S" + i + "'}]"));
            acts.add(act(
                    random, "'type':'receive','from':'ACME','to':'A','lines':[{'item':'P','serial':'P" + i + "'}]"));
        }
        while (acts.size() < ACTS) {
            acts.add(act(random, any(random)));
        }
        return acts;
    }

    private static String any(Random random) {
        String s = "[{'item':'S','serial':'S" + random.nextInt(SCOOTERS) + "'}]";
        String p = "[{'item':'P','serial':'P" + random.nextInt(SCOOTERS) + "'}]";
        String host = "'host':{'item':'S','serial':'S" + random.nextInt(SCOOTERS) + "'}";
        String box = "BOX-" + random.nextInt(3);
        String partner = random.nextBoolean() ? "D" : random.nextInt(4) == 0 ? "ACME" : "C";
        return switch (random.nextInt(8)) {
            case 0, 1 -> "'type':'ship','from':'A','to':'" + partner + "','lines':" + s;
            case 2 -> "'type':'return','from':'" + partner + "','to':'A','lines':" + s;
            case 3, 4 -> "'type':'install'," + host + ",'position':'battery','from':'A','lines':" + p;
            case 5 -> "'type':'remove'," + host + ",'to':'A','lines':" + p;
            case 6 -> "'type':'pack','container':'" + box + "','from':'A','lines':" + s;
            default -> "'type':'ship','from':'A','to':'" + partner + "','containers':['" + box + "']";
        };
    }

    private static String act(Random random, String members) {
        Instant at = Instant.parse("2025-01-01T00:00:00Z").plusSeconds(random.nextInt(50_000_000));
        String when = random.nextInt(10) == 0 ? at.toString().substring(0, 10) : at.toString();
        return ("{'id':'" + UUID.randomUUID() + "','occurredAt':'" + when + "'," + members + "}").replace('\'', '"');
    }

    private static void tell(RunningServer server, List<String> acts) {
        for (String act : acts) {
            Answer answer = server.post("/api/v1/entries", act);
            assertThat(answer.status()).as(answer.toString()).isLessThan(500);
        }
    }

    private static List<Unit> serials(RunningServer server) {
        return server.room(Units.class).after(0, 10_000).stream()
                .filter(unit -> unit.kind() == Unit.Kind.SERIAL)
                .toList();
    }

    @Test
    void factsOfFewOfAllOfThenAndOfAReplayAreTheSame() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<String> acts = acts(random);
        List<String> early = acts.subList(0, ACTS * 2 / 3);
        try (RunningServer whole = RunningServer.open(Engine.SQLITE);
                RunningServer part = RunningServer.open(Engine.SQLITE)) {
            for (RunningServer server : List.of(whole, part)) {
                masters(server);
                tell(server, early);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            Instant then = whole.room(Clock.class).instant();
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            tell(whole, acts.subList(early.size(), acts.size()));

            FactReader reader = whole.room(FactReader.class);
            List<Unit> serials = serials(whole);
            List<UnitFacts> few = reader.at(null, true).of(serials);
            assertThat(few).as("seed " + seed).hasSizeGreaterThanOrEqualTo(2 * SCOOTERS);
            assertThat(reader.at(null, true)
                            .sweep(
                                    serials,
                                    0,
                                    Long.MAX_VALUE,
                                    whole.room(FactStore.class).twins()))
                    .as("seed " + seed)
                    .isEqualTo(few);
            assertThat(reader.at(then, true).of(serials))
                    .as("seed " + seed)
                    .isEqualTo(part.room(FactReader.class).at(null, true).of(serials(part)));
        }
    }
}
