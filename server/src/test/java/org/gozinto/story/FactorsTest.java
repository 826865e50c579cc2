/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gozinto.genealogy.Factor;
import org.gozinto.genealogy.Factors;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What units have in their history, with respect to time, and as the backward trace says it too. */
class FactorsTest {

    private final RunningServer server = Engine.SQLITE.shared();
    private final Story story = new Story(server);
    private final Factors factors = server.room(Factors.class);

    @Test
    void whatCameLaterIsNotInIt() {
        story.serials("P");
        story.receive("SUP", "A", "100 R1", "100 R2", "100 S1");
        story.run("MIX").uses("60 R1", "40 R2").makes("100 M1").close().done();
        story.run("P1").uses("20 M1").makes("P1").done();
        story.run("MIX2").uses("40 S1").makes("40 M1").close().done();
        story.run("P2").uses("20 M1").makes("P2").done();
        assertThat(lots("P1", null)).containsOnlyKeys("M1", "R1", "R2");
        assertThat(lots("P1", null)).containsEntry("M1", 1.0);
        assertThat(lots("P1", null).get("R1")).isCloseTo(0.6, within(1e-6));
        assertThat(lots("P2", null)).containsOnlyKeys("M1", "R1", "R2", "S1");
        assertThat(lots("P2", null).get("S1")).isBetween(0.2, 0.4);
        asTheTraceSays("P1", "P2");
    }

    @Test
    void inputsOfOneItemShareAndLinksDecide() {
        story.serials("Q");
        story.receive("SUP", "A", "30 G1", "10 G2", "10 H1");
        story.run("OPEN")
                .uses("30 G1", "10 G2", "10 H1")
                .makes("Q1", "Q2")
                .close()
                .done();
        Map<String, Double> open = lots("Q1", null);
        assertThat(open.get("G1")).isCloseTo(0.75, within(1e-6));
        assertThat(open.get("G2")).isCloseTo(0.25, within(1e-6));
        assertThat(open.get("H1")).isCloseTo(1, within(1e-6));
        story.receive("SUP", "A", "10 G3", "10 G4");
        story.run("LINKED")
                .uses("10 G3", "10 G4")
                .makes("Q3", "Q4")
                .link("G3", "Q3")
                .link("G4", "Q4")
                .close()
                .done();
        assertThat(lots("Q3", null)).containsOnlyKeys("G3");
        assertThat(lots("Q4", null)).containsOnlyKeys("G4");
        asTheTraceSays("Q1", "Q2", "Q3", "Q4");
    }

    @Test
    void aTankGivesWhatWasInItThen() {
        story.serials("T");
        story.vessel("TANK", "\"wellMixed\"");
        story.receive("SUP", "A", "600 V1", "400 V2", "500 V3");
        story.move("A", "TANK", "600 V1");
        story.move("A", "TANK", "400 V2");
        story.run("T1").uses("300 V1 from=TANK").makes("T1").done();
        story.move("A", "TANK", "500 V3");
        story.run("T2").uses("100 V1 from=TANK").makes("T2").done();
        story.clean("TANK");
        assertThat(lots("T1", null).get("V1")).isCloseTo(0.6, within(1e-4));
        assertThat(lots("T1", null)).containsOnlyKeys("V1", "V2");
        assertThat(lots("T2", null).get("V1")).isCloseTo(420.0 / 1200, within(1e-4));
        assertThat(lots("T2", null).get("V3")).isCloseTo(500.0 / 1200, within(1e-4));
        assertThat(found("T2", null, Set.of(Factor.Family.VESSEL), Factors.Parts.EVER))
                .hasSize(1);
        asTheTraceSays("T1", "T2");
    }

    @Test
    void partsCountFromTheirInstallationAndAsOneAsks() {
        story.serials("HOST").item("PART", "lot+serial", "");
        story.commission("A", "HOST1");
        story.receive("SUP", "A", "PART1 lot=PA", "PART2 lot=PB");
        story.install("PART1", "HOST1");
        Instant first = Instant.parse(story.last());
        story.remove("PART1", "HOST1", "A");
        story.install("PART2", "HOST1");
        assertThat(lots("HOST1", null)).containsOnlyKeys("PA", "PB");
        assertThat(lots("HOST1", first)).containsOnlyKeys("PA");
        assertThat(names(found("HOST1", null, Set.of(Factor.Family.LOT), Factors.Parts.AS_INSTALLED)))
                .containsOnlyKeys("PB");
        assertThat(found("PART2", null, Set.of(Factor.Family.POSITION), Factors.Parts.EVER))
                .hasSize(1);
        assertThat(found("HOST1", null, Set.of(Factor.Family.SUPPLIER), Factors.Parts.EVER))
                .hasSize(1);
    }

    private void asTheTraceSays(String... serials) {
        for (String serial : serials) {
            String item = serial.replaceAll("\\d", "");
            JsonNode trace = server.get(
                            "/api/v1/trace?direction=backward&item=%s&serial=%s".formatted(story.code(item), serial))
                    .json();
            Set<String> lots = new TreeSet<>();
            trace.at("/units").forEach(unit -> {
                if (unit.at("/serial").isMissingNode()) {
                    lots.add(unit.at("/lot").asString());
                }
            });
            assertThat(lots(serial, null).keySet()).as(trace.toString()).isEqualTo(lots);
        }
    }

    private Map<String, Double> lots(String serial, Instant asOf) {
        return names(found(serial, asOf, Set.of(Factor.Family.LOT), Factors.Parts.EVER));
    }

    private Map<String, Double> names(Map<Factor, Double> found) {
        Map<String, Double> names = new TreeMap<>();
        found.forEach((factor, weight) ->
                names.put(server.get("/api/v1/units/" + factor.unitId()).text("/lot"), weight));
        return names;
    }

    private Map<Factor, Double> found(String serial, Instant asOf, Set<Factor.Family> families, Factors.Parts parts) {
        String item = serial.replaceAll("\\d", "");
        long id = Long.parseLong(server.get("/api/v1/units?item=%s&serial=%s".formatted(story.code(item), serial))
                .text("/items/0/id"));
        Long asOfUs = asOf == null ? null : asOf.toEpochMilli() * 1_000;
        Map<Factor, Double> found = new HashMap<>();
        List<Factor> known = new ArrayList<>();
        var taker = new Factors.Taker() {
            @Override
            public int factor(Factor factor) {
                known.add(factor);
                return known.size() - 1;
            }

            @Override
            public void has(int unit, int factor, double weight) {
                found.put(known.get(factor), (double) Math.round(weight * 1e6) / 1e6);
            }

            @Override
            public void passed(int unit, String equipment, long atUs) {
                // Times are asked about by the causes.
            }
        };
        factors.of(new Factors.Asked(List.of(new Factors.Of(id, asOfUs)), families, parts), taker, done -> {});
        return found;
    }
}
