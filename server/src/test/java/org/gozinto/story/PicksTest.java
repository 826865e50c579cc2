/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What is taken first: what expires first, of what may be used. */
@ParameterizedClass
@EnumSource(Engine.class)
class PicksTest {

    private final RunningServer server;
    private final Story story;
    private final LocalDate today = LocalDate.now(Clock.systemUTC());

    PicksTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
        story.place("M", "\"kind\":\"site\"");
        for (String bin : List.of("A", "B")) {
            story.place(bin, "\"kind\":\"bin\",\"parent\":\"" + story.code("M") + "\"");
        }
    }

    private JsonNode picks(String item, String qty, String... more) {
        Answer answer =
                server.get("/api/v1/picks?item=" + story.code(item) + "&qty=" + qty + String.join("", List.of(more)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private List<String> taken(JsonNode answer) {
        return StreamSupport.stream(answer.at("/picks").spliterator(), false)
                .map(p -> p.at("/qty").asString() + " " + number(p) + " " + place(p)
                        + (p.at("/within").isEmpty()
                                ? ""
                                : " "
                                        + p.at("/within")
                                                .valueStream()
                                                .map(w -> story.shortName(w.asString()))
                                                .toList()))
                .toList();
    }

    private List<String> passed(JsonNode answer) {
        return StreamSupport.stream(answer.at("/passed").spliterator(), false)
                .map(p -> number(p) + " " + p.at("/why/0/code").asString())
                .toList();
    }

    private static String number(JsonNode pick) {
        return pick.at("/serial").asString(pick.at("/lot").asString(""));
    }

    private String place(JsonNode pick) {
        return story.shortName(pick.at("/place").asString());
    }

    @Test
    void firstExpiredIsFirstOutAndWhatNeverExpiresComesLast() {
        story.receive("SUP", "A", "10 R1", "10 R2 expiry=2199-05-01");
        story.receive("SUP", "B", "10 R3 expiry=2199-01-01", "10 R4 expiry=2199-05-01 manufactured=2024-01-01");
        JsonNode answer = picks("R", "35");
        assertThat(taken(answer)).containsExactly("10.000 R3 B", "10.000 R4 B", "10.000 R2 A", "5.000 R1 A");
        assertThat(answer.at("/asked").asString()).isEqualTo("35.000");
        assertThat(answer.at("/found").asString()).isEqualTo("35.000");
        assertThat(answer.at("/short").asString()).isEqualTo("0.000");
        assertThat(answer.at("/picks/3/available").asString()).isEqualTo("10.000");
        assertThat(answer.at("/complete").asBoolean()).isTrue();
    }

    @Test
    void theLastUsableDayIsStillUsable() {
        story.receive("SUP", "A", "10 R1 expiry=" + today.plusDays(1), "10 R2 expiry=" + today.minusDays(2));
        story.receive("SUP", "A", "10 R3 expiry=" + today);
        JsonNode answer = picks("R", "25");
        assertThat(taken(answer)).containsExactly("10.000 R3 A", "10.000 R1 A");
        assertThat(passed(answer)).containsExactly("R2 expired");
        assertThat(answer.at("/short").asString()).isEqualTo("5.000");
    }

    @Test
    void whatIsHeldForThePurposeIsPassedOver() {
        story.receive("SUP", "A", "10 R1", "10 R2");
        story.hold("R1", "metal", "ship");
        assertThat(taken(picks("R", "10"))).containsExactly("10.000 R2 A");
        assertThat(passed(picks("R", "10"))).containsExactly("R1 held");
        assertThat(taken(picks("R", "10", "&purpose=consume"))).containsExactly("10.000 R1 A");
    }

    @Test
    void serialsOfOneEntryComeInNaturalOrder() {
        story.serials("SN").receive("SUP", "A", "SN10", "SN9", "SN100", "SN2");
        assertThat(taken(picks("SN", "3"))).containsExactly("1 SN2 A", "1 SN9 A", "1 SN10 A");
    }

    @Test
    void theHoldOfALotHoldsItsSerials() {
        story.item("V", "lot+serial", "").receive("SUP", "A", "V: lot=LA serials=V1-V2", "V: lot=LB serials=V3");
        var hold = story.act("hold").put("reason", "leaks");
        hold.putArray("units").addObject().put("item", story.code("V")).put("lot", "LA");
        hold.putArray("blocks").add("ship");
        story.send(hold);
        JsonNode answer = picks("V", "2");
        assertThat(taken(answer)).containsExactly("1 V3 A");
        assertThat(passed(answer)).containsExactly("V1 held", "V2 held");
        assertThat(answer.at("/passed/0/lot").asString()).isEqualTo("LA");
    }

    @Test
    void whatIsPackedCanBePickedAndWhatIsInstalledCannot() {
        story.serials("SN", "RIG").receive("SUP", "A", "SN1", "SN2", "SN3", "SN4");
        story.pack("BOX", "A", "SN1");
        story.pack("PAL", "A", "[BOX]");
        story.commission("A", "RIG1");
        story.install("SN2", "RIG1");
        story.ship("A", "C1", "SN3");
        JsonNode answer = picks("SN", "4");
        assertThat(taken(answer)).containsExactly("1 SN1 A [BOX, PAL]", "1 SN4 A");
        assertThat(answer.at("/short").asString()).isEqualTo("2");
    }

    @Test
    void aHostIsAsUsableAsItsParts() {
        story.serials("SN", "RIG").receive("SUP", "A", "SN1");
        story.commission("A", "RIG1", "RIG2");
        story.install("SN1", "RIG1");
        story.hold("SN1", "burns", "ship");
        assertThat(taken(picks("RIG", "1"))).containsExactly("1 RIG2 A");
        assertThat(passed(picks("RIG", "1"))).containsExactly("RIG1 held");
    }

    @Test
    void aPlaceIsPickedFromWithAllThatIsBelowIt() {
        story.place("X", "\"kind\":\"site\"").receive("SUP", "X", "10 R1");
        story.receive("SUP", "A", "10 R2").seq();
        story.receive("SUP", "B", "10 R3");
        assertThat(taken(picks("R", "30", "&from=" + story.code("M")))).containsExactly("10.000 R2 A", "10.000 R3 B");
        assertThat(taken(picks("R", "30", "&from=" + story.code("B")))).containsExactly("10.000 R3 B");
        assertThat(taken(picks("R", "30"))).hasSize(3);
    }

    @Test
    void whatHasLeftIsNotStock() {
        story.untracked("SALT").receive("SUP", "A", "10 SALT:", "10 R1");
        story.ship("A", "C1", "4 SALT:");
        story.run("MO").uses("10 R1").done();
        assertThat(taken(picks("SALT", "10"))).containsExactly("6.000  A");
        assertThat(taken(picks("R", "10"))).isEmpty();
    }

    @Test
    void whatIsPickedMayBeShippedAndWhatIsPassedMayNot() {
        story.receive("SUP", "A", "10 R1 expiry=" + today.minusDays(3), "10 R2", "10 R3");
        story.hold("R2", "metal", "ship");
        JsonNode answer = picks("R", "5");
        story.when(Clock.systemUTC().instant().toString()).ship("A", "C1", "5 " + number(answer.at("/picks/0")));
        for (JsonNode over : answer.at("/passed")) {
            story.refused(s -> s.when(Clock.systemUTC().instant().toString()).ship("A", "C1", "5 " + number(over)));
        }
        assertThat(passed(answer)).containsExactly("R1 expired", "R2 held");
    }

    @Test
    void badQuestionsAreRefused() {
        story.serials("SN").receive("SUP", "A", "SN1", "10 R1");
        String sn = "item=" + story.code("SN");
        for (String bad : List.of(
                "qty=1",
                sn,
                sn + "&qty=0",
                sn + "&qty=-1",
                sn + "&qty=1.5",
                sn + "&qty=x",
                sn + "&qty=1e3",
                sn + "&qty=10001",
                sn + "&qty=1&purpose=move",
                sn + "&qty=1&purpose=dance",
                "item=" + story.code("R") + "&qty=0.0001",
                "item=" + story.code("R") + "&qty=9999999999999999")) {
            Answer answer = server.get("/api/v1/picks?" + bad);
            assertThat(answer.status() + " " + answer.code()).as(bad + answer).isEqualTo("400 bad-parameter");
        }
        assertThat(server.get("/api/v1/picks?item=NOBODY&qty=1").status()).isEqualTo(404);
        assertThat(server.get("/api/v1/picks?" + sn + "&qty=1&from=NOWHERE").status())
                .isEqualTo(404);
        assertThat(server.get("/api/v1/picks?" + sn + "&qty=1&from=" + story.code("SUP"))
                        .code())
                .isEqualTo("not-a-location");
    }
}
