/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What shares something with a unit, over HTTP on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
class SiblingsTest {

    private final RunningServer server;
    private final Story story;

    SiblingsTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
    }

    private String unit(String item, String lot) {
        return server.get("/api/v1/units?lot=" + lot + "&item=" + story.code(item))
                .text("/items/0/id");
    }

    private Answer ask(String item, String lot, String parameters) {
        return server.get("/api/v1/units/" + unit(item, lot) + "/siblings?" + parameters);
    }

    private Answer siblings(String item, String lot, String parameters) {
        Answer answer = ask(item, lot, parameters);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    /** The units with what they share, such as {@code M2: run MO1, input R1}. */
    private List<String> units(Answer answer) {
        List<String> units = new ArrayList<>();
        for (JsonNode sibling : answer.json().at("/units")) {
            List<String> reasons = new ArrayList<>();
            for (JsonNode reason : sibling.at("/reasons")) {
                String place = story.shortName(reason.at("/place").asString(""));
                String what = reason.at("/kind").asString() + " "
                        + reason.at("/unit/lot").asString(place);
                reasons.add(what.strip());
            }
            units.add(sibling.at("/unit/lot").asString() + ": " + String.join(", ", reasons));
        }
        return units;
    }

    /** M1 and M2 come out of one run, M3 of another one from the same lot; Q1 arrives beside them. */
    private void threeFromOneLot() {
        story.receive("SUP", "A", "100 R1");
        story.run("MO1").uses("20 R1").makes("10 M1", "10 M2").close().done();
        story.run("MO2").uses("10 R1 from=A").makes("10 M3 to=B").close().done();
        story.receive("SUP", "B", "5 Q1");
    }

    @Test
    void namesWhatIsSharedAndSinceWhen() {
        threeFromOneLot();
        Answer found = siblings("M", "M1", "kinds=input,run");
        assertThat(units(found)).containsExactly("M2: input R1, run MO1", "M3: input R1");
        assertThat(found.text("/unit/lot")).isEqualTo("M1");
        assertThat(found.json().at("/byKind").toString()).isEqualTo("{\"input\":2,\"run\":1}");
        assertThat(found.json().at("/leftOut").asInt()).isZero();
        assertThat(found.json().has("nextCursor")).isFalse();
        JsonNode run = found.json().at("/units/0/reasons/1");
        assertThat(run.at("/placeKind").asString()).isEqualTo("run");
        assertThat(run.at("/since").asString()).isEqualTo("2025-03-03T10:00:00Z");
        assertThat(found.text("/knownAt/hash")).hasSize(64);
    }

    @Test
    void everyKindIsLookedForWhenNoneIsNamed() {
        threeFromOneLot();
        assertThat(siblings("M", "M1", "").json().at("/byKind").propertyNames())
                .containsExactly("input", "vessel", "run", "place", "time");
    }

    @Test
    void aWindowWidensPlaceAndTime() {
        story.receive("SUP", "A", "100 R1");
        story.ship("A", "C1", "100 R1");
        story.receive("SUP", "A", "5 R2");
        assertThat(units(siblings("R", "R1", "kinds=place"))).isEmpty();
        Answer wide = siblings("R", "R1", "kinds=place&window=PT2H");
        assertThat(units(wide)).containsExactly("R2: place A");
        assertThat(wide.text("/window")).isEqualTo("PT2H");
        assertThat(wide.text("/units/0/reasons/0/name")).isEqualTo("The " + story.code("A"));
    }

    @Test
    void canBeAskedAboutThen() {
        Answer received = story.receive("SUP", "A", "100 R1");
        story.receive("SUP", "A", "5 R2");
        assertThat(units(siblings("R", "R1", "kinds=place"))).containsExactly("R2: place A");
        assertThat(units(siblings("R", "R1", "kinds=place&knownAt=" + received.seq())))
                .isEmpty();
        assertThat(units(siblings("R", "R1", "kinds=place&asOf=2025-03-02"))).isEmpty();
    }

    @Test
    void whatTheLimitLeavesOutIsCountedAndComesWithTheNextPage() {
        threeFromOneLot();
        Answer first = siblings("M", "M1", "kinds=input&limit=1");
        assertThat(units(first)).containsExactly("M2: input R1");
        assertThat(first.json().at("/leftOut").asInt()).isEqualTo(1);
        assertThat(first.json().at("/byKind/input").asInt()).isEqualTo(2);
        story.run("MO4").uses("10 R1").makes("10 M4").close().done();

        Answer second = siblings("M", "M1", "kinds=input&limit=5&cursor=" + first.text("/nextCursor"));
        assertThat(units(second)).containsExactly("M3: input R1");
        assertThat(second.json().at("/leftOut").asInt()).isZero();
        assertThat(second.text("/knownAt/hash")).isEqualTo(first.text("/knownAt/hash"));
    }

    @Test
    void anUnknownUnitIsNamed() {
        Answer unknown = server.get("/api/v1/units/99999999/siblings");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("/code")).isEqualTo("unknown-unit");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            kinds=cousin,                kinds
            kinds=,                      kinds
            'kinds=run,',                kinds
            window=2h,                   window
            window=-PT1H,                window
            window=PT9999999999H,        window
            kinds=run&window=PT2H,       window
            limit=0,                     limit
            limit=1001,                  limit
            limit=many,                  limit
            cursor=x,                    cursor
            asOf=yesterday,              asOf
            knownAt=never,               knownAt
            """)
    void aParameterThatSaysNothingIsRefused(String parameters, String named) {
        story.receive("SUP", "A", "1 R1");
        Answer refused = ask("R", "R1", parameters);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.text("/code")).isEqualTo("bad-parameter");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo(named);
    }
}
