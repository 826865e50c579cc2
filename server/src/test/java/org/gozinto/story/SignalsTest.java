/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Which lots stand out, in a plant of which it is known what is wrong with it. */
@ParameterizedClass
@EnumSource(Engine.class)
class SignalsTest {

    private final RunningServer server;

    SignalsTest(Engine engine) {
        this.server = engine.shared();
    }

    @Test
    void theBadLotStandsOutAmongItsSiblings() {
        SickPlant plant = new SickPlant(new Story(server)).told();
        JsonNode run = run("\"asOf\":\"2025-09-30\"");
        assertThat(run.at("/done/falseAlarmsExpected").asDouble()).isPositive();
        assertThat(run.at("/done/tests").asLong()).isPositive();
        JsonNode lot = found(plant, "HEAT", "C3");
        assertThat(lot.at("/verdict").asString()).as(lot.toString()).isEqualTo("signal");
        assertThat(lot.at("/tier").asString()).isEqualTo("component");
        assertThat(lot.at("/n").asInt()).isEqualTo(plant.hot.size());
        assertThat(lot.at("/unitsInService").asInt()).isEqualTo(plant.ofBadLot.size());
        assertThat(lot.at("/oldestMonths").asInt()).isEqualTo(6);
        theLotPageSaysSo(plant, lot);
        thePastIsKept(plant, run);
        aRecallBeginsAnew(plant);
        badInput(plant);
    }

    private void theLotPageSaysSo(SickPlant plant, JsonNode lot) {
        JsonNode quality = server.get("/api/v1/units/" + lot.at("/lot/unit").asString() + "/quality")
                .json();
        JsonNode rate = quality.at("/rates/0");
        assertThat(rate.at("/code").asString()).as(quality.toString()).isEqualTo(plant.code("HEAT"));
        assertThat(rate.at("/verdict").asString()).isEqualTo("signal");
        assertThat(rate.at("/siblings").size()).isEqualTo(6);
        assertThat(rate.at("/ratioLow").asDouble()).isGreaterThan(1);
        rate.at("/siblings").forEach(sibling -> {
            boolean self = sibling.at("/self").asBoolean();
            assertThat(sibling.at("/ratio").asDouble() > 1).as(rate.toString()).isEqualTo(self);
            assertThat(sibling.at("/lot/lot").asString().equals("C3")).isEqualTo(self);
            assertThat(sibling.at("/high").asInt()).isPositive();
        });
        JsonNode trend =
                server.get("/api/v1/signals:trend?item=" + plant.code("BIKE")).json();
        int all = 0;
        for (JsonNode month : trend.at("/months")) {
            all += month.at("/n").asInt();
        }
        assertThat(all).isEqualTo(plant.hot.size() + plant.brakeless.size() + 1);
        assertThat(trend.at("/months/6/unitsInService").asInt()).isEqualTo(SickPlant.BIKES);
        assertThat(trend.at("/weeks").size()).isGreaterThan(20);
    }

    private void thePastIsKept(SickPlant plant, JsonNode run) {
        JsonNode again = run("\"asOf\":\"2025-09-30\"");
        assertThat(found(plant, "HEAT", "C3").at("/since").asLong())
                .isEqualTo(run.at("/number").asLong());
        JsonNode old = server.get(
                        "/api/v1/signals?state=signal&run=" + run.at("/number").asLong())
                .json();
        assertThat(old.at("/run/number")).isEqualTo(run.at("/number"));
        assertThat(old.at("/items").size()).isPositive();
        assertThat(again.at("/number").asLong()).isGreaterThan(run.at("/number").asLong());
    }

    private void aRecallBeginsAnew(SickPlant plant) {
        RecallCase recall = RecallCase.open(server, "recall")
                .prepared("{\"item\":\"%s\",\"lot\":\"C3\"}".formatted(plant.code("CELL")))
                .decided("");
        recall.takes(
                "publish",
                "\"language\":\"en\",\"texts\":{\"en\":{\"title\":\"Stop using it\",\"product\":\"Bike\","
                        + "\"hazard\":\"Its cells can burn.\",\"whatToDo\":\"Leave it outside.\"}}");
        assertThat(server.get("/api/v1/quality-baselines").texts("/items", "/recall"))
                .contains(recall.number());
        run("\"q\":0.1");
        // All of the complaints were before it.
        assertThat(found(plant, "HEAT", "C3").isMissingNode()).isTrue();
    }

    private void badInput(SickPlant plant) {
        assertThat(server.post("/api/v1/signals:run", "{\"id\":\"x\",\"asOf\":\"2999-01-01\",\"q\":2}")
                        .pointers())
                .contains("/id", "/asOf", "/q");
        assertThat(server.get("/api/v1/signals?run=999999").code()).isEqualTo("unknown-run");
        assertThat(server.get("/api/v1/units/99999999/quality").status()).isEqualTo(404);
        assertThat(server.get("/api/v1/signals?state=loud").status()).isEqualTo(400);
        String id = UUID.randomUUID().toString();
        String baseline = "{\"id\":\"%s\",\"item\":\"%s\",\"at\":\"2025-05-01\",\"why\":\"In the news\"}"
                .formatted(id, plant.code("BIKE"));
        assertThat(server.post("/api/v1/quality-baselines", baseline).status()).isEqualTo(201);
        assertThat(server.post("/api/v1/quality-baselines", baseline).status()).isEqualTo(200);
        assertThat(server.post("/api/v1/quality-baselines", baseline.replace("news", "papers"))
                        .code())
                .isEqualTo("id-reused");
        assertThat(server.post("/api/v1/quality-baselines", "{\"id\":\"%s\"}".formatted(UUID.randomUUID()))
                        .pointers())
                .contains("/at", "/why");
    }

    private JsonNode run(String members) {
        Answer answer = server.post("/api/v1/signals:run", "{\"id\":\"%s\",%s}".formatted(UUID.randomUUID(), members));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        long number = answer.json().at("/number").asLong();
        JsonNode run = answer.json();
        for (int i = 0; i < 3_000 && run.at("/state").asString().equals("running"); i++) {
            run = server.get("/api/v1/signals?limit=1&run=" + number).json().at("/run");
        }
        assertThat(run.at("/state").asString()).as(run.toString()).isEqualTo("done");
        return run;
    }

    private JsonNode found(SickPlant plant, String word, String lot) {
        for (JsonNode one : server.get("/api/v1/signals?limit=1000").json().at("/items")) {
            boolean isIt = one.at("/item").asString().equals(plant.code("CELL"))
                    && one.at("/code").asString().equals(plant.code(word))
                    && one.at("/lot/lot").asString().equals(lot);
            if (isIt) {
                return one;
            }
        }
        return server.get("/api/v1/signals?limit=1").json().at("/none");
    }
}
