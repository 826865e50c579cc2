/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What failed units share, and the smallest recall, in a plant of which it is known what is wrong with it. */
@ParameterizedClass
@EnumSource(Engine.class)
class CausesTest {

    private final RunningServer server;

    CausesTest(Engine engine) {
        this.server = engine.shared();
    }

    @Test
    void namesTheLotAndTheHoursAndTheRecallThatReachesThem() {
        SickPlant plant = new SickPlant(new Story(server)).told();
        JsonNode hot = asked(complaints(plant, "HEAT"));
        assertThat(hot.at("/answer/is").asString()).as(hot.toString()).isEqualTo("found");
        JsonNode lot = hot.at("/answer/causes/0");
        assertThat(texts(lot.at("/factors"), "/unit/lot")).contains("C3");
        assertThat(lot.at("/factors/0/itemName").asString()).isEqualTo("The " + plant.code("CELL"));
        assertThat(lot.at("/withIt/failures").asInt()).isEqualTo(plant.hot.size());
        assertThat(lot.at("/withIt/of").asInt()).isEqualTo(plant.hot.size() + 1);
        assertThat(lot.at("/withIt/certain").asBoolean()).isTrue();
        assertThat(texts(lot.at("/path"), "/lot").getFirst()).isEqualTo("C3");
        assertThat(texts(lot.at("/path"), "/serial").getLast()).startsWith("B");
        assertThat(texts(hot.at("/answer/unexplained"), "/serial")).containsExactly(SickPlant.serial(11));
        recallsThoseOfTheLot(plant, hot);

        JsonNode brakes = asked(complaints(plant, "BRAKE"));
        JsonNode window = brakes.at("/answer/windows/0");
        assertThat(window.at("/equipment").asString()).as(brakes.toString()).isEqualTo("LINE-2");
        near(window.at("/from"), SickPlant.madeAt(SickPlant.SICK_FROM + 1));
        near(window.at("/to"), SickPlant.madeAt(SickPlant.SICK_TO - 1));
        assertThat(texts(brakes.at("/answer/causes/0/factors"), "/equipment")).contains("LINE-2");
        assertThat(brakes.at("/answer/timelines/0/points").size()).isPositive();
        recallsThoseOfTheHours(plant, brakes);
        sameAnswerAgain(plant);
        badInput(plant);
    }

    private void recallsThoseOfTheLot(SickPlant plant, JsonNode inquiry) {
        JsonNode best = best(inquiry, "");
        assertThat(best.at("/units").asInt()).isEqualTo(plant.ofBadLot.size());
        RecallCase recall = RecallCase.open(server, "recall").prepared(seeds(best));
        recall.decided("");
        assertThat(serials(recall)).containsAll(names(plant.ofBadLot));
    }

    private void recallsThoseOfTheHours(SickPlant plant, JsonNode inquiry) {
        JsonNode best = best(inquiry, "\"unitCosts\":{\"%s\":\"250\"}".formatted(plant.code("BIKE")));
        assertThat(best.at("/unexplained").asInt()).isZero();
        assertThat(best.at("/units").asInt()).isLessThanOrEqualTo(plant.ofBadHours.size() + 4);
        assertThat(best.at("/cost").asDouble())
                .isEqualTo(250.0 * best.at("/units").asInt());
        RecallCase recall = RecallCase.open(server, "recall").prepared(seeds(best));
        recall.decided("");
        assertThat(serials(recall)).containsAll(names(plant.brakeless));
    }

    private JsonNode best(JsonNode inquiry, String members) {
        Answer answer =
                server.post("/api/v1/causes/" + inquiry.at("/number").asString() + ":smallest", "{" + members + "}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        JsonNode view = answer.json();
        assertThat(view.at("/is").asString()).as(answer.toString()).isEqualTo("curve");
        assertThat(view.at("/curve").size()).isGreaterThan(1);
        return view.at("/curve/" + view.at("/suggested").asInt());
    }

    private static String seeds(JsonNode point) {
        List<String> seeds = new ArrayList<>();
        point.at("/scopes").forEach(scope -> scope.at("/seeds").forEach(seed -> seeds.add(seed.toString())));
        return String.join(",", seeds);
    }

    private List<String> serials(RecallCase recall) {
        JsonNode scope = recall.now().at("/scope");
        Answer units = server.get("/api/v1/scopes/%s/versions/%d/units?limit=1000"
                .formatted(scope.at("/id").asString(), scope.at("/scopeVersion").asInt()));
        return units.texts("/items", "/serial");
    }

    private static List<String> names(List<Integer> bikes) {
        return bikes.stream().map(SickPlant::serial).toList();
    }

    private void sameAnswerAgain(SickPlant plant) {
        String question = complaints(plant, "HEAT");
        Answer first = server.post("/api/v1/causes", question);
        assertThat(server.post("/api/v1/causes", question).status()).isEqualTo(200);
        String other = question.replace("\"title\":\"", "\"title\":\"other ");
        assertThat(server.post("/api/v1/causes", other).code()).isEqualTo("id-reused");
        JsonNode one = done(first.text("/number")).at("/answer");
        JsonNode two = asked(complaints(plant, "HEAT")).at("/answer");
        assertThat(two).isEqualTo(one);
        assertThat(server.get("/api/v1/causes?state=done").texts("/items", "/is"))
                .contains("found");
    }

    private void badInput(SickPlant plant) {
        assertThat(is(complaints(plant, "HEAT").replace("}}", ",\"to\":\"2001-01-01\"}}")))
                .isEqualTo("noFailures");
        JsonNode unknown = asked(serials(plant, "B0001", "NOBODY"));
        assertThat(unknown.at("/answer/is").asString()).isEqualTo("tooFewFailures");
        assertThat(unknown.at("/answer/unknown/0/serial").asString()).isEqualTo("NOBODY");
        assertThat(is(serials(plant, "B0001"))).isEqualTo("tooFewFailures");
        List<String> all = new ArrayList<>();
        for (int bike = 0; bike < SickPlant.BIKES; bike++) {
            all.add(SickPlant.serial(bike));
        }
        assertThat(is(serials(plant, all.toArray(String[]::new)))).isEqualTo("everyoneFailed");
        Answer nothing = server.post("/api/v1/causes", "{\"id\":\"%s\"}".formatted(UUID.randomUUID()));
        assertThat(nothing.status()).isEqualTo(422);
        Answer wrong = server.post(
                "/api/v1/causes",
                "{\"id\":\"x\",\"complaints\":{\"item\":\"NONE\",\"code\":\"NONE\",\"from\":\"never\"},\"families\":[\"moon\"]}");
        assertThat(wrong.pointers())
                .contains("/id", "/complaints/item", "/complaints/code", "/complaints/from", "/families/0");
        assertThat(server.get("/api/v1/causes/U-1999-00001").status()).isEqualTo(404);
        // A date before it was made is named, and the unit counts all the same.
        Answer early = plant.complain(plant.ofBadLot.getFirst(), "HEAT", "2024-01-01");
        JsonNode answer = asked(complaints(plant, "HEAT")).at("/answer");
        assertThat(answer.at("/beforeManufacture").toString()).contains(early.text("/number"));
        assertThat(texts(answer.at("/causes/0/factors"), "/unit/lot")).contains("C3");
    }

    private String is(String question) {
        return asked(question).at("/answer/is").asString();
    }

    private static String complaints(SickPlant plant, String word) {
        return "{\"id\":\"%s\",\"title\":\"%s\",\"complaints\":{\"code\":\"%s\",\"item\":\"%s\"}}"
                .formatted(UUID.randomUUID(), word, plant.code(word), plant.code("BIKE"));
    }

    private static String serials(SickPlant plant, String... numbers) {
        List<String> named = new ArrayList<>();
        for (String number : numbers) {
            named.add("{\"item\":\"%s\",\"serial\":\"%s\"}".formatted(plant.code("BIKE"), number));
        }
        return "{\"id\":\"%s\",\"serials\":[%s]}".formatted(UUID.randomUUID(), String.join(",", named));
    }

    private JsonNode asked(String question) {
        Answer answer = server.post("/api/v1/causes", question);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return done(answer.text("/number"));
    }

    private JsonNode done(String number) {
        JsonNode view = server.get("/api/v1/causes/" + number).json();
        for (int i = 0; i < 3_000 && view.at("/state").asString().equals("running"); i++) {
            view = server.get("/api/v1/causes/" + number).json();
        }
        assertThat(view.at("/state").asString()).as(view.toString()).isEqualTo("done");
        return view;
    }

    private static void near(JsonNode time, Instant wanted) {
        assertThat(Instant.parse(time.asString())).isCloseTo(wanted, within(Duration.ofMinutes(15)));
    }

    private static List<String> texts(JsonNode list, String pointer) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.at(pointer).asString(""))
                .toList();
    }
}
