/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The mass balance of a unit, hypotheses of contact and the chance of a bad piece, over HTTP on both engines. */
@ParameterizedClass
@MethodSource("engines")
class MassBalanceTest {

    private final RunningServer server;
    private final Story story;

    MassBalanceTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
    }

    static Stream<Engine> engines() {
        return Stream.of(Engine.values());
    }

    private String unit(String lot) {
        return server.get("/api/v1/units?lot=" + lot + "&item=" + story.code("R"))
                .text("/items/0/id");
    }

    private Answer balance(String lot, String... parameters) {
        return server.get("/api/v1/units/" + unit(lot) + "/balance?" + String.join("&", parameters));
    }

    private static List<String> lines(Answer balance) {
        List<String> lines = new ArrayList<>();
        balance.json()
                .at("/lines")
                .forEach(line -> lines.add(
                        line.at("/kind").asString() + " " + line.at("/qty").asString()));
        return lines;
    }

    @Test
    void saysWhereAllOfALotCameFromAndWhatBecameOfIt() {
        story.receive("SUP", "A", "100 R1");
        story.run("MO").uses("60 R1").makes("55 M1").done();
        story.ship("A", "C1", "25 R1");
        Answer closed = balance("R1");
        assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
        assertThat(lines(closed)).containsExactly("received 100", "onHand 15", "atPartner 25", "consumed 60");
        assertThat(closed.json().at("/closed").asBoolean()).isTrue();
        assertThat(closed.text("/entered")).isEqualTo("100");
        assertThat(closed.text("/accounted")).isEqualTo("100");
        assertThat(closed.text("/deliveries/0/gross")).isEqualTo("25");
    }

    @Test
    void canBeAskedAboutThen() {
        Answer received = story.receive("SUP", "A", "100 R1");
        story.ship("A", "C1", "25 R1");
        assertThat(lines(balance("R1", "knownAt=" + received.seq()))).containsExactly("received 100", "onHand 100");
    }

    @Test
    void anUnknownUnitOrTimeIsNamed() {
        Answer unknown = server.get("/api/v1/units/99999999/balance");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("/code")).isEqualTo("unknown-unit");
        story.receive("SUP", "A", "1 R1");
        assertThat(balance("R1", "asOf=yesterday").status()).isEqualTo(400);
    }

    @Test
    void contactIsShownBesideTheFacts() {
        story.receive("SUP", "A", "10 R1");
        story.receive("SUP", "A", "10 R2");
        var answer = story.forward("R1", "contact=place", "contactWindow=P1D").first;
        assertThat(answer.at("/units")).hasSize(1);
        assertThat(answer.at("/notAnswered")).isEmpty();
        assertThat(answer.at("/hypotheses/count").asInt()).isEqualTo(1);
        assertThat(answer.at("/hypotheses/shown/0/unit/lot").asString()).isEqualTo("R2");
        assertThat(answer.at("/hypotheses/shown/0/relation").asString()).isEqualTo("touched");
        assertThat(story.forward("R1").first.has("hypotheses")).isFalse();
    }
}
