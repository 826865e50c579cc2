/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gozinto.story.QualityStory.expect;

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.gozinto.ledger.HashChain;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What does not conform is contained, disposed of by acts of the ledger, and acted on. */
@ParameterizedClass
@EnumSource(Engine.class)
class NonconformancesTest {

    private static final String ADMIN = RunningServer.ADMIN;

    private final RunningServer server;
    private final Story story;
    private final QualityStory quality;

    NonconformancesTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
        this.quality = new QualityStory(story);
    }

    private static List<Long> entries(Answer taken) {
        return StreamSupport.stream(taken.json().at("/step/step/entries").spliterator(), false)
                .map(e -> e.asLong())
                .toList();
    }

    private List<String> types(Answer taken) {
        return entries(taken).stream()
                .map(seq -> server.get("/api/v1/entries/" + seq).text("/type"))
                .toList();
    }

    private Answer opened() {
        story.receive("SUP", "A", "100 R1");
        return quality.nonconformance(
                "'title':'Too soft','item':'<R>','lot':'R1','severity':'serious','description':'Shore 40'");
    }

    @Test
    void aLotIsDisposedOfInPartsAndIsFreeWhenAllIsDecided() {
        Answer opened = opened();
        assertThat(opened.text("/state")).isEqualTo("open");
        assertThat(opened.text("/undisposed")).isEqualTo("100.000");
        Answer contained = quality.step(opened, "'type':'contain'");
        assertThat(contained.text("/nonconformance/state")).isEqualTo("contained");
        assertThat(contained.json().at("/nonconformance/held").asInt()).isEqualTo(1);
        assertThat(quality.usable("R", "lot", "R1", "ship")).isEqualTo("no held");
        story.move("A", "B", "30 R1");

        Answer scrapped =
                quality.step(opened, "'type':'dispose','as':'scrap','qty':'10','place':'<B>','reason':'torn'");
        assertThat(types(scrapped)).containsExactly("scrap");
        Answer returned =
                quality.step(opened, "'type':'dispose','as':'return','qty':'20','partner':'<SUP>','reason':'soft'");
        assertThat(types(returned)).containsExactly("release", "ship", "hold");
        assertThat(quality.usable("R", "lot", "R1", "ship")).isEqualTo("no held");
        Answer reworked =
                quality.step(opened, "'type':'dispose','as':'rework','qty':'30','run':'<RW>','reason':'cure again'");
        assertThat(types(reworked)).containsExactly("release", "produce", "hold");
        assertThat(quality.tried(opened, ADMIN, "'type':'dispose','as':'scrap','qty':'41','reason':'x'")
                        .pointers())
                .containsExactly("/step/qty");
        assertThat(quality.tried(opened, ADMIN, "'type':'close','reason':'done'")
                        .code())
                .isEqualTo("wrong-stage");
        String body = quality.body("'step':{'type':'dispose','as':'useAsIs','reason':'for test parts'}");
        Answer used = expect(201, server.post(QualityStory.path(opened) + "/steps", body));
        assertThat(types(used)).containsExactly("release");
        assertThat(used.text("/step/step/qty")).isEqualTo("40.000");
        assertThat(used.text("/nonconformance/state")).isEqualTo("dispositioned");
        assertThat(expect(200, server.post(QualityStory.path(opened) + "/steps", body))
                        .text("/step/n"))
                .isEqualTo(used.text("/step/n"));
        assertThat(quality.usable("R", "lot", "R1", "ship")).isEqualTo("yes");
        assertThat(server.post("/api/v1/verify", "").json().at("/ok").asBoolean())
                .isTrue();
    }

    @Test
    void actionsHaveAnOwnerAndADayAndAreVerified() {
        Answer opened = opened();
        quality.step(opened, "'type':'dispose','as':'useAsIs','reason':'within the drawing'");
        Answer act = quality.step(opened, "'type':'act','text':'New gauge','owner':'Mila','due':'2020-01-31'");
        long n = act.json().at("/step/n").asLong();
        assertThat(act.json().at("/nonconformance/actions/0/overdue").asBoolean())
                .isTrue();
        assertThat(quality.tried(opened, ADMIN, "'type':'close','reason':'x'").code())
                .isEqualTo("wrong-stage");
        assertThat(quality.tried(opened, ADMIN, "'type':'verify','n':" + n + ",'effective':true,'evidence':'x'")
                        .code())
                .isEqualTo("wrong-stage");
        String operator = quality.token("operator");
        assertThat(quality.tried(opened, operator, "'type':'act','text':'x','owner':'y','due':'2026-01-31'")
                        .status())
                .isEqualTo(403);
        expect(201, quality.tried(opened, operator, "'type':'done','n':" + n + ",'result':'bought'"));
        quality.step(opened, "'type':'verify','n':" + n + ",'effective':false,'evidence':'it came again'");
        assertThat(quality.tried(opened, ADMIN, "'type':'close','reason':'x'").code())
                .isEqualTo("wrong-stage");
        quality.step(opened, "'type':'done','n':" + n + ",'result':'calibrated'");
        quality.step(opened, "'type':'verify','n':" + n + ",'effective':true,'evidence':'ten good lots'");
        Answer closed = quality.step(opened, "'type':'close','reason':'it helps'");
        assertThat(closed.text("/nonconformance/state")).isEqualTo("closed");
        assertThat(closed.json().at("/nonconformance/next").toString()).isEqualTo("[\"note\",\"reopen\"]");
        assertThat(quality.tried(opened, ADMIN, "'type':'contain'").code()).isEqualTo("wrong-stage");
        assertThat(quality.step(opened, "'type':'reopen','reason':'it came again'")
                        .text("/nonconformance/state"))
                .isEqualTo("dispositioned");
    }

    @Test
    void whatATraceReachesIsHeldToo() {
        Answer opened = opened();
        story.run("M1").uses("10 R1").makes("10 L1").done();
        story.run("M2").uses("5 L1").makes("5 Q1").done();
        story.ship("A", "CUST", "5 Q1");
        Answer contained = quality.step(opened, "'type':'contain','scope':'forward','blocks':['ship','sell']");
        assertThat(contained.json().at("/step/step/units").size()).isEqualTo(2);
        assertThat(quality.usable("L", "lot", "L1", "ship")).isEqualTo("no held");
        assertThat(quality.usable("L", "lot", "L1", "consume")).isEqualTo("yes");
        assertThat(quality.usable("Q", "lot", "Q1", "ship")).isEqualTo("yes");
        Answer entry = server.get("/api/v1/entries/" + entries(contained).getFirst());
        assertThat(entry.body()).contains(opened.text("/number") + ": Too soft");
    }

    @Test
    void serialsAreDisposedOfOneByOne() {
        story.serials("S");
        story.receive("SUP", "A", "S1", "S2", "S3", "S4");
        Answer opened = quality.nonconformance(
                "'title':'Loose','item':'<S>','serials':['S1','S2','S3','S4'],'severity':'minor'");
        quality.step(opened, "'type':'contain'");
        assertThat(types(quality.step(opened, "'type':'dispose','as':'useAsIs','serials':['S1'],'reason':'tight'")))
                .containsExactly("release");
        assertThat(quality.usable("S", "serial", "S1", "ship")).isEqualTo("yes");
        assertThat(quality.usable("S", "serial", "S2", "ship")).isEqualTo("no held");
        assertThat(types(quality.step(
                        opened, "'type':'dispose','as':'return','partner':'<SUP>','serials':['S2'],'reason':'theirs'")))
                .containsExactly("release", "ship");
        assertThat(quality.tried(opened, ADMIN, "'type':'dispose','as':'scrap','serials':['S2'],'reason':'x'")
                        .pointers())
                .containsExactly("/step/serials");
        Answer rest = quality.step(opened, "'type':'dispose','as':'scrap','reason':'worn'");
        assertThat(types(rest)).containsExactly("scrap");
        assertThat(rest.text("/nonconformance/state")).isEqualTo("dispositioned");
        assertThat(rest.json().at("/nonconformance/held").asInt()).isEqualTo(2);
    }

    @Test
    void theSerialsOfALotAreDisposedOfAndItsOneHoldEndsWithTheLast() {
        story.item("T", "lot+serial", ",\"inspection\":\"received\"");
        story.receive("SUP", "A", "T: lot=L1 serials=T1-T3");
        Answer unknown = server.post(
                "/api/v1/nonconformances",
                quality.body(
                        UUID.randomUUID().toString(),
                        "'title':'Dented','item':'<T>','lot':'L1','severity':'minor','complaint':'C-1999-00001'"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.pointers()).containsExactly("/complaint");
        Answer opened = quality.nonconformance("'title':'Dented','item':'<T>','lot':'L1','severity':'minor'");
        assertThat(opened.text("/qty")).isEqualTo("3");
        quality.step(opened, "'type':'contain'");
        // The act was recorded, and the server ended before the step was.
        String step = UUID.randomUUID().toString();
        String act = UUID.nameUUIDFromBytes(HashChain.of(step + ":act")).toString();
        Answer scrapped = expect(
                201,
                server.post(
                        "/api/v1/entries",
                        quality.body(
                                act, "'type':'scrap','from':'<A>','lines':[{'item':'<T>','lot':'L1','serial':'T1'}]")));
        Answer finished = expect(
                201,
                server.post(
                        QualityStory.path(opened) + "/steps",
                        quality.body(step, "'step':{'type':'dispose','as':'scrap','serials':['T1'],'reason':'bent'}")));
        assertThat(entries(finished)).containsExactly(scrapped.seq());
        assertThat(finished.text("/nonconformance/undisposed")).isEqualTo("2");
        assertThat(quality.usable("T", "serial", "T2", "ship")).isEqualTo("no held uninspected");
        assertThat(types(quality.step(opened, "'type':'dispose','as':'useAsIs','reason':'not seen'")))
                .containsExactly("release");
        assertThat(quality.usable("T", "serial", "T2", "ship")).isEqualTo("yes");
        story.ship("A", "CUST", "T3");
    }

    @Test
    void aStepThatWasCutOffIsFinishedAndNotDoubled() {
        Answer opened = opened();
        String number = opened.text("/number");
        String step = UUID.randomUUID().toString();
        String holdId = UUID.nameUUIDFromBytes(HashChain.of(step + ":0")).toString();
        // The entry was recorded, and the server ended before the step was.
        Answer entry = expect(
                201,
                server.post(
                        "/api/v1/entries",
                        quality.body(
                                holdId,
                                "'type':'hold','units':[{'item':'<R>','lot':'R1'}],'blocks':['ship','consume','sell'],"
                                        + "'reason':'x','reference':{'type':'nonconformance','number':'" + number
                                        + "'}")));
        Answer finished = expect(
                201,
                server.post(QualityStory.path(opened) + "/steps", quality.body(step, "'step':{'type':'contain'}")));
        assertThat(entries(finished)).containsExactly(entry.seq());
        assertThat(finished.json().at("/nonconformance/held").asInt()).isEqualTo(1);
    }

    @Test
    void aRejectedLotIsFreeAgainWhenItIsUsedAsItIs() {
        story.item("W", "lot", ",\"inspection\":\"received\"");
        story.receive("SUP", "A", "10 W1");
        Answer inspection = quality.inspect("'item':'<W>','lot':'W1'");
        Answer judged = quality.step(inspection, "'type':'judge','accept':false,'reason':'scratched'");
        Answer opened = server.get("/api/v1/nonconformances/" + judged.text("/inspection/nonconformance"));
        quality.step(opened, "'type':'dispose','as':'rework','qty':'4','run':'<RW>','reason':'polish'");
        assertThat(quality.usable("W", "lot", "W1", "ship")).isEqualTo("no held uninspected");
        quality.step(opened, "'type':'dispose','as':'useAsIs','qty':'6','reason':'not seen from outside'");
        assertThat(quality.usable("W", "lot", "W1", "ship")).isEqualTo("yes");
        story.ship("A", "CUST", "6 W1");
        assertThat(server.post("/api/v1/verify", "").json().at("/ok").asBoolean())
                .isTrue();
    }
}
