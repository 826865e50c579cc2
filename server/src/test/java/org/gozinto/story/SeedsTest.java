/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.gozinto.genealogy.LiveAnswer;
import org.gozinto.genealogy.ScopeDiff;
import org.gozinto.genealogy.ScopeQuestion;
import org.gozinto.genealogy.ScopeSeed;
import org.gozinto.genealogy.Scopes;
import org.gozinto.genealogy.TraceView;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Scopes of several seeds, and seeds that are rules. */
@ParameterizedClass
@EnumSource(Engine.class)
class SeedsTest {

    private static final String SCOPES = "/api/v1/scopes";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningServer server;
    private final Story story;

    SeedsTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
    }

    // --- asking

    /** Seeds as JSON with ' for quotes; what stands in {} becomes the story's own code: {R} is R-17. */
    private String seeds(String... seeds) {
        String text = String.join(",", seeds).replace('\'', '"');
        var out = new StringBuilder();
        for (String part : text.split("(?=<)", -1)) {
            int end = part.indexOf('>');
            out.append(part.startsWith("<") ? story.code(part.substring(1, end)) + part.substring(end + 1) : part);
        }
        return "[" + out + "]";
    }

    private String question(String seeds, String more) {
        return "{\"direction\":\"forward\",\"seeds\":" + seeds + more + "}";
    }

    private static String body(String id, String question) {
        return "{\"id\":\"%s\",\"name\":\"Cells\",\"question\":%s}".formatted(id, question);
    }

    private Answer frozen(String question) {
        Answer frozen = server.post(SCOPES, body(UUID.randomUUID().toString(), question));
        assertThat(frozen.status()).as(frozen.toString()).isEqualTo(201);
        return frozen;
    }

    private Answer frozenOf(String... seeds) {
        return frozen(question(seeds(seeds), ""));
    }

    private List<String> unitsOf(Answer frozen, int version) {
        Answer page = server.get(SCOPES + "/" + frozen.id() + "/versions/" + version + "/units?limit=1000");
        return StreamSupport.stream(page.json().at("/items").spliterator(), false)
                .map(unit -> unit.at("/serial").asString(unit.at("/lot").asString("")))
                .toList();
    }

    /** The numbers of the units that the seeds reach. */
    private List<String> reached(String... seeds) {
        Answer frozen = frozenOf(seeds);
        Answer verified = server.post(SCOPES + "/" + frozen.id() + ":verify", "");
        assertThat(verified.json().at("/ok").asBoolean())
                .as(verified.toString())
                .isTrue();
        return unitsOf(frozen, 1);
    }

    private Answer evaluated(Answer frozen) {
        Answer evaluated = server.post(SCOPES + "/" + frozen.id() + ":evaluate", "");
        assertThat(evaluated.status()).as(evaluated.toString()).isEqualTo(200);
        return evaluated;
    }

    private List<String> changes(Answer frozen) {
        JsonNode diff = server.get(SCOPES + "/" + frozen.id() + "/diff").json();
        return StreamSupport.stream(diff.at("/units").spliterator(), false)
                .map(unit -> unit.at("/change").asString() + " "
                        + unit.at("/unit/serial").asString(unit.at("/unit/lot").asString("")) + " "
                        + unit.at("/because"))
                .toList();
    }

    // --- kinds of seeds

    @Test
    void severalLotsAndSerialsAreOneQuestionWhateverTheirOrder() {
        story.serials("BIKE");
        story.receive("SUP", "A", "10 R1", "10 R2", "10 R3");
        story.run("MO1").uses("3 R1").makes("BIKE1").done();
        story.run("MO2").uses("3 R2").makes("BIKE2").done();
        story.run("MO3").uses("3 R3").makes("BIKE3").done();
        story.commission("A", "BIKE9");
        List<String> seeds = new ArrayList<>(List.of(
                "{'item':'<R>','lot':'R1'}", "{'item':'<R>','lot':'R2'}", "{'item':'<BIKE>','serial':'BIKE9'}"));
        Answer first = frozenOf(seeds.toArray(String[]::new));
        assertThat(unitsOf(first, 1)).containsExactly("BIKE1", "BIKE2", "BIKE9", "R1", "R2");
        Collections.reverse(seeds);
        seeds.add(seeds.getFirst());
        Answer other = frozenOf(seeds.toArray(String[]::new));
        for (String hash : List.of("/version/proof/answerHash", "/version/proof/policy", "/version/head/contentHash")) {
            assertThat(other.text(hash)).isEqualTo(first.text(hash));
        }
        assertThat(first.text("/version/emptySeeds")).isEmpty();
        assertThat(first.json().at("/version/emptySeeds").isEmpty()).isTrue();
    }

    @Test
    void oneSeedInAListSaysWhatTheQuestionAloneSays() {
        story.receive("SUP", "A", "10 R1");
        story.ship("A", "C1", "4 R1");
        Answer list = frozenOf("{'item':'<R>','lot':'R1'}");
        Answer alone = frozen("{\"direction\":\"forward\",\"item\":\"%s\",\"lot\":\"R1\"}".formatted(story.code("R")));
        JsonNode trace = server.get(story.question("forward", "R1")).json();
        assertThat(list.text("/version/proof/answerHash"))
                .isEqualTo(alone.text("/version/proof/answerHash"))
                .isEqualTo(trace.at("/hash").asString());
        assertThat(list.text("/version/head/contentHash")).isEqualTo(alone.text("/version/head/contentHash"));
        assertThat(alone.json().at("/version/emptySeeds").isMissingNode()).isTrue();
    }

    @Test
    void aRangeOfSerialsIsOneOfNumbersAndMayHaveNumbersThatAreNotThereYet() {
        story.serials("BIKE");
        story.commission("A", "BIKE7", "BIKE8", "BIKE9", "BIKE10", "BIKE11", "BIKE70", "BIKE100", "BIKE:BIKE9-A");
        String range = "{'item':'<BIKE>','serials':{'from':'BIKE8','to':'BIKE12'}}";
        Answer frozen = frozenOf(range);
        assertThat(unitsOf(frozen, 1)).containsExactly("BIKE8", "BIKE9", "BIKE10", "BIKE11");
        Answer later = story.commission("A", "BIKE12", "BIKE13");
        assertThat(evaluated(frozen).json().at("/added").asBoolean()).isTrue();
        assertThat(changes(frozen)).containsExactly("added BIKE12 [" + later.seq() + "]");
        assertThat(reached("{'item':'<BIKE>','serials':{'from':'BIKE070','to':'BIKE100'}}", range))
                .containsExactly("BIKE8", "BIKE9", "BIKE10", "BIKE11", "BIKE12", "BIKE100");
    }

    @Test
    void aRangeOfLotsTakesTheirSerialsAlong() {
        story.item("CELL", "lot+serial", "");
        story.receive("SUP", "A", "10 R9", "10 R10", "10 R11");
        assertThat(reached("{'item':'<R>','lots':{'from':'R9','to':'R10'}}")).containsExactly("R9", "R10");
        var act = story.act("commission");
        act.put("to", story.code("A"));
        var line = act.putArray("lines").addObject();
        line.put("item", story.code("CELL")).put("lot", "L7").put("serials", "S1-S3");
        story.send(act);
        assertThat(reached("{'item':'<CELL>','lots':{'from':'L1','to':'L9'}}")).containsExactly("L7", "S1", "S2", "S3");
    }

    @Test
    void aSuppliersLotIsThatOfOnePartnerIfThatIsSaid() {
        String number = story.code("X");
        story.receive("SUP", "A", "10 R1 supplierLot=" + number, "10 Q1 supplierLot=" + number);
        story.receive("OTHER", "A", "10 R2 supplierLot=" + number);
        assertThat(reached("{'supplierLot':'<X>'}")).containsExactly("Q1", "R1", "R2");
        assertThat(reached("{'supplierLot':'<X>','partner':'<SUP>'}")).containsExactly("Q1", "R1");
        assertThat(reached("{'supplierLot':'<X>','partner':'<SUP>','item':'<R>'}"))
                .containsExactly("R1");
    }

    @Test
    void allThatCameOutOfARunIsMeantAndNothingThatWasThereBefore() {
        story.receive("SUP", "A", "10 R1");
        story.run("MO0").uses("1 R1").makes("1 M1", "5 N1").done();
        story.ship("A", "C0", "1 M1");
        story.run("MO1").uses("3 R1").makes("4 M1", "4 M2").done();
        story.ship("A", "C1", "2 M1");
        Answer frozen = frozenOf("{'run':'<MO1>'}");
        assertThat(unitsOf(frozen, 1)).containsExactly("M1", "M2");
        assertThat(frozen.texts("/version/summary/consignees", "/partner")).containsExactly(story.code("C1"));
        assertThat(reached("{'run':'<MO0>','item':'<N>'}")).containsExactly("N1");
    }

    @Test
    void aVesselMeansWhatWasInItThen() {
        story.vessel("TANK", "\"wellMixed\"");
        story.receive("SUP", "TANK", "10 R1");
        String first = story.last();
        story.ship("TANK", "C1", "10 R1");
        story.receive("SUP", "TANK", "10 R2");
        String second = story.last();
        story.receive("SUP", "TANK", "10 R3");
        story.ship("TANK", "C2", "5 R3");
        story.clean("TANK");
        story.receive("SUP", "TANK", "10 R4");
        assertThat(reached("{'vessel':'<TANK>'}")).containsExactly("R1", "R2", "R3", "R4");
        assertThat(reached("{'vessel':'<TANK>','from':'%s','to':'%s'}".formatted(first, first)))
                .containsExactly("R1");
        Answer frozen = frozenOf("{'vessel':'<TANK>','from':'%s','to':'%s'}".formatted(second, second));
        assertThat(unitsOf(frozen, 1)).contains("R2").doesNotContain("R1", "R4");
        assertThat(frozen.texts("/version/summary/consignees", "/partner")).containsExactly(story.code("C2"));
        // What was in it when the span began came in before.
        assertThat(reached("{'vessel':'<TANK>','from':'%s'}".formatted(later(second))))
                .contains("R2", "R3", "R4")
                .doesNotContain("R1");
    }

    private static String later(String time) {
        return Instant.parse(time).plusSeconds(1).toString();
    }

    @Test
    void whatWasMadeOrReceivedThenIsMeant() {
        story.receive("SUP", "A", "10 R1");
        String first = story.last();
        story.receive("OTHER", "A", "10 R1", "10 R2");
        String second = story.last();
        story.move("A", "B", "2 R1");
        story.run("MO1").uses("3 R1").makes("4 M1").done();
        String made = story.last();
        story.run("MO2").uses("3 R1").makes("4 M2").done();
        assertThat(reached("{'item':'<M>','made':{'from':'%s','to':'%s'}}".formatted(first, made)))
                .containsExactly("M1");
        assertThat(reached("{'item':'<R>','received':{'from':'%s'}}".formatted(second)))
                .containsExactly("M1", "M2", "R1", "R2");
        Answer frozen = frozenOf(
                "{'item':'<R>','received':{'from':'%s','to':'%s','partner':'<SUP>'}}".formatted(first, second));
        assertThat(unitsOf(frozen, 1)).containsExactly("M1", "M2", "R1");
        assertThat(server.post(
                                SCOPES,
                                body(
                                        UUID.randomUUID().toString(),
                                        question(seeds("{'item':'<R>','received':{'to':'2020-01-01'}}"), "")))
                        .code())
                .isEqualTo("no-seeds");
    }

    @Test
    void unitsAreFoundByAttributes() {
        story.serials("BIKE");
        receiveWith("R1", "{\"line\":\"L3\",\"shift\":2}");
        receiveWith("R2", "{\"line\":\"L3\",\"shift\":1}");
        receiveWith("R3", "{\"line\":\"L33\"}");
        story.run("MO").uses("1 R2").makes("BIKE1").done();
        assertThat(reached("{'item':'<R>','attribute':{'name':'line','value':'L3'}}"))
                .containsExactly("BIKE1", "R1", "R2");
        assertThat(reached("{'item':'<R>','attribute':[{'name':'line','value':'L3'},{'name':'shift','value':'2'}]}"))
                .containsExactly("R1");
    }

    private void receiveWith(String lot, String attributes) {
        ObjectNode act = story.act("receive");
        act.put("from", story.partner("SUP"));
        story.place("A", "\"kind\":\"bin\"");
        act.put("to", story.code("A"));
        ObjectNode line = story.line("10 " + lot);
        line.set("attributes", JSON.readTree(attributes));
        act.putArray("lines").add(line);
        story.send(act);
    }

    @Test
    void whatIsInAContainerIsMeant() {
        story.serials("VIAL");
        story.commission("A", "VIAL1", "VIAL2", "VIAL3");
        story.pack("CASE", "A", "VIAL1");
        story.pack("BOX", "A", "VIAL2");
        story.unpack("BOX", "A", "VIAL2");
        assertThat(reached("{'container':'<CASE>'}", "{'container':'<BOX>'}")).containsExactly("VIAL1", "VIAL2");
        assertThat(unitsOf(
                        frozen(question(
                                seeds("{'container':'<CASE>'}", "{'container':'<BOX>'}"), ",\"contents\":\"now\"")),
                        1))
                .containsExactly("VIAL1");
    }

    @Test
    void eachSeedIsNarrowedByItself() {
        story.document("D1").receive("SUP", "A", "10 R1");
        String first = story.last();
        story.document("D2").receive("SUP", "B", "10 R1");
        story.ship("A", "C1", "2 R1");
        story.ship("B", "C2", "2 R1");
        for (String narrowed :
                List.of("'place':'<B>'", "'document':'<D2>'", "'from':'" + later(first) + "','place':'<B>'")) {
            Answer frozen = frozenOf("{'item':'<R>','lot':'R1'," + narrowed + "}");
            assertThat(frozen.texts("/version/summary/consignees", "/partner"))
                    .as(narrowed)
                    .containsExactly(story.code("C2"));
        }
        Answer both = frozenOf("{'item':'<R>','lot':'R1','place':'<B>'}", "{'item':'<R>','lot':'R1','place':'<A>'}");
        assertThat(both.texts("/version/summary/consignees", "/partner"))
                .containsExactly(story.code("C1"), story.code("C2"));
        Answer whole = frozenOf("{'item':'<R>','lot':'R1','place':'<B>'}", "{'item':'<R>','lot':'R1'}");
        assertThat(whole.text("/version/proof/answerHash"))
                .isEqualTo(frozenOf("{'item':'<R>','lot':'R1'}").text("/version/proof/answerHash"));
    }

    // --- time

    @Test
    void aLateReceiptOfTheSuppliersLotAddsExactlyItself() {
        String number = story.code("X");
        story.serials("BIKE");
        story.receive("SUP", "A", "10 R1 supplierLot=" + number, "10 Q1");
        Answer frozen = frozenOf("{'supplierLot':'<X>'}", "{'item':'<BIKE>','serials':{'from':'BIKE1','to':'BIKE5'}}");
        assertThat(frozen.json().at("/version/emptySeeds").toString()).isEqualTo("[1]");
        Answer late = story.when("2025-03-03T08:30:00Z").receive("SUP", "A", "10 R2 supplierLot=" + number);
        Answer made = story.run("MO").uses("1 R2").makes("BIKE1").done();
        story.run("MO9").uses("1 Q1").makes("BIKE9").done();
        assertThat(evaluated(frozen).json().at("/added").asBoolean()).isTrue();
        assertThat(changes(frozen))
                .containsExactly(
                        "added R2 [" + late.seq() + "," + made.seq() + "]", "added BIKE1 [" + made.seq() + "]");
        Answer second = server.get(SCOPES + "/" + frozen.id() + "/versions/2");
        assertThat(second.json().at("/emptySeeds").toString()).isEqualTo("[]");
        assertThat(server.post(SCOPES + "/" + frozen.id() + ":verify", "")
                        .json()
                        .at("/ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aVoidLetsAScopeShrinkToNothing() {
        story.receive("SUP", "A", "10 R1");
        Answer run = story.run("MO1").uses("3 R1").makes("4 M1").done();
        Answer frozen = frozenOf("{'run':'<MO1>'}");
        assertThat(unitsOf(frozen, 1)).containsExactly("M1");
        Answer undone = story.voidOf(run);
        assertThat(evaluated(frozen).json().at("/added").asBoolean()).isTrue();
        assertThat(unitsOf(frozen, 2)).isEmpty();
        assertThat(changes(frozen)).containsExactly("removed M1 [" + undone.seq() + "]");
        assertThat(server.get(SCOPES + "/" + frozen.id() + "/versions/2")
                        .json()
                        .at("/emptySeeds")
                        .toString())
                .isEqualTo("[0]");
        assertThat(server.post(SCOPES + "/" + frozen.id() + ":verify", "")
                        .json()
                        .at("/ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theSeedsAreThoseThatWereKnownThen() {
        String number = story.code("X");
        story.serials("BIKE");
        receiveWith("R1", "{\"line\":\"L3\"}");
        story.receive("SUP", "A", "10 Q1 supplierLot=" + number);
        story.commission("A", "BIKE1");
        Answer then = story.run("MO").uses("1 Q1").makes("1 M1").done();
        String[] seeds = {
            "{'supplierLot':'<X>'}",
            "{'item':'<BIKE>','serials':{'from':'BIKE1','to':'BIKE5'}}",
            "{'item':'<R>','attribute':{'name':'line','value':'L3'}}",
            "{'item':'<M>','made':{'from':'2020-01-01'}}"
        };
        String hash = frozenOf(seeds).text("/version/head/contentHash");
        receiveWith("R2", "{\"line\":\"L3\"}");
        story.receive("SUP", "A", "10 Q2 supplierLot=" + number);
        story.commission("A", "BIKE2");
        story.run("MO").uses("1 Q2").makes("1 M2").done();
        Answer known = frozen(question(seeds(seeds), ",\"knownAt\":\"" + then.seq() + "\""));
        assertThat(unitsOf(known, 1)).containsExactly("BIKE1", "M1", "Q1", "R1");
        assertThat(known.text("/version/head/contentHash")).isEqualTo(hash);
    }

    // --- what is refused

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    ~~                                                             | 400 | seeds
                    null                                                           | 400 | seeds/0
                    {}                                                             | 400 | seeds/0
                    {'item':'<R>'}                                                 | 400 | seeds/0
                    {'lot':'R1'}                                                   | 400 | seeds/0/item
                    {'item':'NONE','lot':'R1'}                                     | 404 | seeds/0/item
                    {'item':'<R>','lot':'R7'}                                      | 404 | seeds/0/lot
                    {'item':'<R>','lot':''}                                        | 400 | seeds/0/lot
                    {'item':'<R>','lot':'R1','serial':'1'}                         | 400 | seeds/0/serial
                    {'item':'<R>','lot':'R1'},{'item':'<R>','serials':{'to':'7'}}  | 400 | seeds/1/serials/from
                    {'item':'<R>','serials':{'from':'7'}}                          | 400 | seeds/0/serials/to
                    {'item':'<R>','serials':{'from':'A7','to':'B9'}}               | 400 | seeds/0/serials/to
                    {'item':'<R>','serials':{'from':'A9','to':'A7'}}               | 400 | seeds/0/serials/to
                    {'item':'<R>','serials':{'from':'A07','to':'A100'}}            | 400 | seeds/0/serials/to
                    {'item':'<R>','lot':'R1','place':'NONE'}                       | 404 | seeds/0/place
                    {'item':'<R>','lot':'R1','from':'soon'}                        | 400 | seeds/0/from
                    {'item':'<R>','lot':'R1','from':'2025-02-01','to':'2025-01-01'} | 400 | seeds/0/to
                    {'item':'<R>','lot':'R1','partner':'<SUP>'}                    | 400 | seeds/0/partner
                    {'item':'<R>','lot':'R1','issuer':'NONE'}                      | 404 | seeds/0/issuer
                    {'supplierLot':'X','partner':'NONE'}                           | 404 | seeds/0/partner
                    {'supplierLot':'NONE-<R>'}                                     | 404 | seeds
                    {'run':'NONE'}                                                 | 404 | seeds/0/run
                    {'vessel':'NONE'}                                              | 404 | seeds/0/vessel
                    {'vessel':'<A>'}                                               | 400 | seeds/0/vessel
                    {'vessel':'<TANK>'}                                            | 404 | seeds/0
                    {'item':'<R>','made':{}}                                       | 400 | seeds/0/made/from
                    {'item':'<R>','made':{'from':'x'}}                             | 400 | seeds/0/made/from
                    {'item':'<R>','received':{'from':'2025-01-01','partner':'NO'}} | 404 | seeds/0/received/partner
                    {'item':'<R>','received':{'from':'2025-01-01'},'to':'2025-02-02'} | 400 | seeds/0/to
                    {'item':'<R>','attribute':[]}                                  | 400 | seeds/0/attribute
                    {'item':'<R>','attribute':{'value':'x'}}                       | 400 | seeds/0/attribute/0/name
                    {'item':'<R>','attribute':{'name':'x'}}                        | 400 | seeds/0/attribute/0/value
                    {'container':'NONE'}                                           | 404 | seeds/0/container
                    {'container':'X','item':'<R>'}                                 | 400 | seeds/0/item
                    """)
    void aSeedThatMakesNoSenseIsNamed(String seeds, int status, String pointer) {
        story.receive("SUP", "A", "10 R1");
        story.vessel("TANK", "\"wellMixed\"");
        Answer refused = server.post(
                SCOPES, body(UUID.randomUUID().toString(), question(seeds(seeds == null ? "" : seeds), "")));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(refused.pointers()).containsExactly("/question/" + pointer);
    }

    @Test
    void oneSeedBesideAListIsRefused() {
        story.receive("SUP", "A", "10 R1");
        for (String more : List.of("lot", "item", "place", "container")) {
            Answer refused = server.post(
                    SCOPES,
                    body(
                            UUID.randomUUID().toString(),
                            question(seeds("{'item':'<R>','lot':'R1'}"), ",\"" + more + "\":\"X\"")));
            assertThat(refused.pointers()).containsExactly("/question/" + more);
        }
        Answer refused = server.post(
                SCOPES,
                body(
                        UUID.randomUUID().toString(),
                        question(seeds("{'item':'<R>','lot':'R1'}"), ",\"contents\":\"now\"")));
        assertThat(refused.pointers()).containsExactly("/question/contents");
        assertThat(server.get("/api/v1/trace?direction=forward&seeds=1").status())
                .isEqualTo(400);
    }

    @Test
    void aNumberOfSeveralIssuersIsAmbiguousUntilOneIsNamed() {
        story.receive("SUP", "A", "1 R1", "1 R1 issuer=ACME");
        Answer refused = server.post(
                SCOPES, body(UUID.randomUUID().toString(), question(seeds("{'item':'<R>','lot':'R1'}"), "")));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.pointers()).containsExactly("/question/seeds/0/issuer");
        assertThat(reached("{'item':'<R>','lot':'R1','issuer':''}")).containsExactly("R1");
        Answer frozen = frozenOf("{'item':'<R>','lot':'R1','issuer':'<ACME>'}");
        assertThat(server.get(SCOPES + "/" + frozen.id()).text("/question/seeds/0/issuer"))
                .isEqualTo(story.code("ACME"));
    }

    @Test
    void aListStaysClearWhenOthersGetTheSameNumber() {
        story.receive("SUP", "A", "1 R1");
        Answer frozen = frozenOf("{'item':'<R>','lot':'R1'}");
        story.receive("SUP", "A", "1 R1 issuer=ACME");
        assertThat(evaluated(frozen).json().at("/added").asBoolean()).isFalse();
    }

    // --- previews

    @Test
    void aPreviewSaysInFiguresWhatAScopeWouldSay() {
        story.serials("BIKE");
        story.receive("SUP", "A", "10 R1");
        story.run("MO").uses("3 R1").makes("BIKE1", "BIKE2", "BIKE3", "BIKE4").done();
        story.ship("A", "C1", "BIKE1");
        story.ship("A", "C2", "BIKE2");
        story.scrap("A", "BIKE3");
        String asked = "{\"question\":%s,\"unitCosts\":[{\"item\":\"%s\",\"cost\":\"120.50\"}],\"currency\":\"EUR\"}"
                .formatted(question(seeds("{'item':'<R>','lot':'R1'}"), ",\"amounts\":true"), story.code("BIKE"));
        Answer seen = server.post(SCOPES + ":preview", asked);
        assertThat(seen.status()).as(seen.toString()).isEqualTo(200);
        JsonNode json = seen.json();
        assertThat(json.at("/units").asInt()).isEqualTo(5);
        assertThat(json.at("/complete").asBoolean()).isTrue();
        assertThat(json.at("/consignees").asInt()).isEqualTo(2);
        assertThat(json.at("/items/0").toString())
                .isEqualTo(
                        ("{\"item\":\"%s\",\"lots\":0,\"serials\":4,\"onHand\":\"1\",\"out\":\"2\",\"scrapped\":\"1\","
                                        + "\"consumed\":\"0\",\"loss\":\"0\",\"unknown\":\"0\"}")
                                .formatted(story.code("BIKE")));
        assertThat(json.at("/items/1/onHand").asString()).isEqualTo("7.000");
        assertThat(json.at("/balance/entered").asString()).isEqualTo("10");
        assertThat(json.at("/cost").toString())
                .isEqualTo(("{\"currency\":\"EUR\",\"total\":\"361.50\",\"items\":[{\"item\":\"%s\",\"qty\":\"3\","
                                + "\"unitCost\":\"120.50\",\"cost\":\"361.50\"}],\"costsMissing\":[\"%s\"]}")
                        .formatted(story.code("BIKE"), story.code("R")));
        assertThat(json.at("/tookMs").isNumber()).isTrue();
    }

    @Test
    void scopesStandSideBySide() {
        String number = story.code("X");
        story.receive("SUP", "A", "10 R1 supplierLot=" + number, "10 R2");
        story.run("MO1").uses("3 R1").makes("4 M1").done();
        story.run("MO2").uses("3 R1", "3 R2").makes("4 M2").done();
        String asked =
                "{\"questions\":[{\"name\":\"supplier lot\",\"question\":%s},{\"name\":\"the other\",\"question\":%s}]}"
                        .formatted(
                                question(seeds("{'supplierLot':'<X>'}"), ""),
                                question(seeds("{'item':'<R>','lot':'R2'}"), ""));
        Answer seen = server.post(SCOPES + ":compare", asked);
        assertThat(seen.status()).as(seen.toString()).isEqualTo(200);
        assertThat(seen.texts("/scopes", "/name")).containsExactly("supplier lot", "the other");
        assertThat(seen.texts("/scopes", "/preview/units")).containsExactly("3", "2");
        assertThat(seen.json().at("/pairs").toString())
                .isEqualTo("[{\"name\":\"the other\",\"onlyInFirst\":2,\"inBoth\":1,\"onlyInThis\":1}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    preview | {}                                                                | /question
                    preview | {"question":{Q},"unitCosts":[{"item":"R","cost":"x"}],"currency":"EUR"} |/unitCosts/0/cost
                    preview | {"question":{Q},"unitCosts":[{"cost":"1"}],"currency":"EUR"}      | /unitCosts/0/item
                    preview | {"question":{Q},"unitCosts":[{"item":"R","cost":"1"}]}            | /currency
                    preview | {"question":{Q},"currency":"euro"}                                | /currency
                    preview | {"question":{"direction":"forward","lot":"R1","limit":5}}         | /question/limit
                    compare | {}                                                                | /questions
                    compare | {"questions":[{"question":{Q}}]}                                  | /questions/0/name
                    compare | {"questions":[{"name":"a","question":{Q}},{"name":"a","question":{Q}}]} |/questions/1/name
                    compare | {"questions":[{"name":"a"}]}                                      | /questions/0/question
                    compare | {"questions":[{"name":"a","question":{"direction":"up"}}]}|/questions/0/question/direction
                    """)
    void aPreviewThatMakesNoSenseIsRefused(String door, String body, String pointer) {
        story.receive("SUP", "A", "10 R1");
        String question = question(seeds("{'item':'<R>','lot':'R1'}"), "");
        Answer refused = server.post(SCOPES + ":" + door, body.replace("{Q}", question));
        assertThat(refused.status()).as(refused.toString()).isBetween(400, 499);
        assertThat(refused.pointers()).containsExactly(pointer);
    }

    // --- what other rooms ask

    @Test
    void otherRoomsFreezeAskAndRead() {
        Scopes scopes = server.room(Scopes.class);
        story.serials("BIKE");
        story.receive("SUP", "A", "10 R1");
        story.run("MO").uses("3 R1").makes("BIKE1", "BIKE2").done();
        ScopeSeed seed = JSON.readValue("{\"item\":\"%s\",\"lot\":\"R1\"}".formatted(story.code("R")), ScopeSeed.class);
        ScopeQuestion question = ScopeQuestion.of("forward", List.of(seed));
        Scopes.Reach reach = scopes.reach(question);
        String id = UUID.randomUUID().toString();
        assertThat(scopes.exists(id)).isFalse();
        var frozen = scopes.freeze(id, "Cells", question, "anna");
        assertThat(scopes.exists(id)).isTrue();
        assertThat(reach.units()).isEqualTo(scopes.units(id, 1));
        assertThat(reach.isExact()).isTrue();
        assertThat(reach.complete()).isTrue();
        assertThat(reach.seq()).isEqualTo(frozen.seq());
        assertThat(reach.headHash()).isEqualTo(scopes.versions(id).getFirst().hash());
        Answer more = story.run("MO2").uses("3 R1").makes("BIKE3").done();
        assertThat(scopes.again(id, "anna").version()).isEqualTo(2);
        assertThat(scopes.again(id, "anna").version()).isEqualTo(2);
        assertThat(scopes.freeze(id, "Cells", question, "anna")).isEqualTo(frozen);
        assertThat(scopes.versions(id)).extracting(head -> head.version()).containsExactly(2L, 1L);
        List<String> named = new ArrayList<>();
        scopes.forEach(id, 2, unit -> named.add(unit.serial() != null ? unit.serial() : unit.lot()));
        assertThat(named).containsExactly("BIKE1", "BIKE2", "BIKE3", "R1");
        assertThat(scopes.summary(id, 2).byItem())
                .extracting(TraceView.ItemCount::serials)
                .containsExactly(3, 0);
        assertThat(server.room(ScopeDiff.class).counts(id, 1, 2).toString())
                .isEqualTo("Counts[added=1, removed=0, changed=1, same=2]");
        assertThat(server.room(ScopeDiff.class).difference(id, 1, 2).because()).containsExactly(more.seq());
        LiveAnswer live = scopes.live(question);
        assertThat(live.some(false, 2).units())
                .extracting(TraceView.ReachedView::serial)
                .containsExactly("BIKE1", "BIKE2");
        assertThat(live.some(false, 2).left()).isEqualTo(1);
        assertThat(live.some(true, 2).units())
                .extracting(TraceView.ReachedView::lot)
                .containsExactly("R1");
        assertThat(live.summary()).isEqualTo(scopes.summary(id, 2));
        assertThat(question.allSeeds()).containsExactly(seed);
    }
}
