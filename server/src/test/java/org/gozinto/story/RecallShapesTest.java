/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Recalls of the shapes that the great ones had. */
@ParameterizedClass
@EnumSource(Engine.class)
class RecallShapesTest {

    private final RunningServer server;
    private final Story story;

    RecallShapesTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
    }

    private String lots(String item, String from, String to) {
        return "{\"item\":\"%s\",\"lots\":{\"from\":\"%s\",\"to\":\"%s\"}}".formatted(story.code(item), from, to);
    }

    /** NHTSA 15E-041: the maker of the inflators did not know the cars; they are learnt later, one by one. */
    @Test
    void carsThatAreLearntLaterComeIntoTheScope() {
        story.serials("CAR").item("BAG", "lot+serial", "");
        story.commission("A", "CAR1", "CAR2", "CAR3");
        story.receive("SUP", "A", "BAG1 lot=L7", "BAG2 lot=L7", "BAG3 lot=L9");
        RecallCase recall = RecallCase.open(server, "recall")
                .prepared(lots("BAG", "L1", "L8"))
                .decided("");
        assertThat(recall.now().at("/scope/serials").asInt()).isEqualTo(2);

        // Both were built in before the recall; the plant reports it only now.
        assertThat(story.refused(s -> s.install("BAG1", "CAR1")).code()).isEqualTo("recalled");
        Answer first =
                story.when("2025-03-03T13:30:00Z").with("shortfall", "unknown").install("BAG1", "CAR1");
        assertThat(first.alerts()).contains("recalled");
        Answer second = story.when("2025-03-03T14:00:00Z").install("BAG3", "CAR3");
        JsonNode evaluated = server.post(recall.path(":evaluate"), "").json();
        JsonNode version = evaluated.at("/recall/versions/1");
        assertThat(version.at("/added").asInt()).isEqualTo(1);
        assertThat(version.at("/because").toString()).contains(String.valueOf(first.seq()));
        assertThat(version.at("/because").toString()).doesNotContain(String.valueOf(second.seq()));
        assertThat(story.refused(s -> s.ship("A", "C1", "CAR1")).code()).isEqualTo("recalled");
        assertThat(story.ship("A", "C1", "CAR3").status()).isEqualTo(201);
    }

    /** The like-for-like remedy was recalled in its turn: the car is in both, and each says what is in it. */
    @Test
    void theReplacementIsRecalledAgain() {
        story.serials("CAR").item("BAG", "lot+serial", "");
        story.commission("A", "CAR1");
        story.receive("SUP", "A", "BAG1 lot=L7", "BAG2 lot=M2");
        story.install("BAG1", "CAR1");
        story.ship("A", "C1", "CAR1");
        RecallCase first = RecallCase.open(server, "recall")
                .prepared(lots("BAG", "L1", "L8"))
                .decided("");
        story.giveBack("C1", "A", "CAR1");
        story.remove("BAG1", "CAR1", "A");
        story.install("BAG2", "CAR1");
        first.takes(
                "remedy",
                "\"item\":\"%s\",\"serials\":[\"CAR1\"],\"what\":\"Airbag exchanged\",\"day\":\"2025-05-01\""
                        .formatted(story.code("CAR")));
        server.post(first.path(":evaluate"), "");
        first.takes("release", "\"version\":2,\"reason\":\"The bag was exchanged\"");
        story.ship("A", "C1", "CAR1");

        RecallCase second = RecallCase.open(server, "recall")
                .prepared(lots("BAG", "M1", "M3"))
                .decided("");
        assertThat(second.now().at("/scope/serials").asInt()).isEqualTo(2);
        assertThat(server.get(second.path("/goods?consignee=" + story.code("C1")))
                        .texts("/items", "/serial"))
                .contains("CAR1");
        Answer car = server.get("/api/v1/units?item=" + story.code("CAR") + "&serial=CAR1");
        assertThat(car.texts("/items/0/recalls", "/recall")).containsExactly(second.number());
    }

    /** Salvage: a bag that was taken out of a car that was scrapped turns up again in another. */
    @Test
    void aSalvagedPartIsStoppedInItsNewHost() {
        story.serials("CAR").item("BAG", "lot+serial", "");
        story.commission("A", "CAR1", "CAR2");
        story.receive("SUP", "A", "BAG1 lot=L7");
        story.install("BAG1", "CAR1");
        RecallCase recall = RecallCase.open(server, "recall")
                .prepared(lots("BAG", "L1", "L8"))
                .decided("");
        story.remove("BAG1", "CAR1", "A");
        story.scrap("A", "CAR1");
        assertThat(story.refused(s -> s.install("BAG1", "CAR2")).code()).isEqualTo("recalled");
        assertThat(server.get(recall.path("/entries")).texts("/items", "/type")).containsExactly("remove", "scrap");
    }
}
