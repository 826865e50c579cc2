/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The manners of {@code GET /api/v1/trace}: pages, times, narrowing, and what it refuses. */
class TraceApiTest {

    private final RunningServer server = Engine.SQLITE.shared();
    private final Story story = new Story(server);

    @Test
    void pagesOfOneAnswerStayOfOneStateWhileEntriesArrive() {
        story.serials("BIKE");
        story.receive("SUP", "A", "100 R1");
        for (int i = 1; i <= 5; i++) {
            story.run("MO" + i).uses("1 R1").makes("BIKE" + i).done();
        }
        String path = story.question("forward", "R1", "limit=2");
        Answer page = server.get(path);
        String hash = page.text("/hash");
        long known = page.json().at("/knownAt/seq").asLong();
        List<String> serials = new ArrayList<>(page.texts("/units", "/serial"));
        int late = 6;
        while (!page.text("/next").isEmpty()) {
            story.run("MO" + late).uses("1 R1").makes("BIKE" + late++).done();
            page = server.get(path + "&cursor=" + page.text("/next"));
            serials.addAll(page.texts("/units", "/serial"));
            assertThat(page.text("/hash")).isEqualTo(hash);
            assertThat(page.json().at("/knownAt/seq").asLong()).isEqualTo(known);
            assertThat(page.json().at("/summary/serials").asInt()).isEqualTo(5);
        }
        assertThat(serials).containsExactly("BIKE1", "BIKE2", "BIKE3", "BIKE4", "BIKE5", "");
        assertThat(server.get(path).json().at("/summary/serials").asInt()).isEqualTo(late - 1);
    }

    @Test
    void pagesWithoutAmountsOfAnotherQuestionDoNotMix() {
        story.receive("SUP", "A", "10 R1", "10 R2", "10 R3");
        story.run("MO").uses("10 R1", "10 R2", "10 R3").makes("30 M1").done();
        Answer first = server.get(story.question("backward", "M1", "limit=2"));
        Answer second = server.get(story.question("backward", "M1", "limit=2", "cursor=" + first.text("/next")));
        assertThat(first.texts("/units", "/lot")).containsExactly("M1", "R1");
        assertThat(second.texts("/units", "/lot")).containsExactly("R2", "R3");
        assertThat(second.json().has("next")).isFalse();
    }

    @Test
    void asOfADayIsTheEndOfThatDayAndAnInstantIsThatInstant() {
        story.when("2025-04-01T08:00:00Z").receive("SUP", "A", "10 R1");
        story.when("2025-04-02T23:59:59Z").ship("A", "C1", "4 R1");
        story.when("2025-04-03T00:00:00Z").ship("A", "C2", "6 R1");

        assertThat(story.forward("R1", "asOf=2025-04-01").consignees()).isEmpty();
        assertThat(story.forward("R1", "asOf=2025-04-02").consignees()).isEqualTo(Map.of("C1", "4"));
        assertThat(story.forward("R1", "asOf=2025-04-02T23:59:58Z").consignees())
                .isEmpty();
        assertThat(story.forward("R1", "asOf=2025-04-03T02:00:00+02:00").consignees())
                .isEqualTo(Map.of("C1", "4", "C2", "6"));
        assertThat(story.forward("R1", "asOf=2025-04-03T01:59:59+02:00").consignees())
                .isEqualTo(Map.of("C1", "4"));
    }

    @Test
    void knownAtIsASequenceNumberOrAnInstantAndBothGiveOneHash() {
        story.receive("SUP", "A", "10 R1");
        Answer shipped = story.ship("A", "C1", "4 R1");
        Instant recorded =
                Instant.parse(server.get("/api/v1/entries/" + shipped.seq()).text("/recordedAt"));
        while (!Clock.systemUTC().instant().isAfter(recorded)) {
            Thread.onSpinWait();
        }
        story.ship("A", "C2", "6 R1");

        Told bySeq = story.forward("R1", "knownAt=" + shipped.seq());
        Told byTime = story.forward("R1", "knownAt=" + recorded);
        assertThat(bySeq.consignees()).isEqualTo(Map.of("C1", "4"));
        assertThat(byTime.consignees()).isEqualTo(Map.of("C1", "4"));
        assertThat(byTime.hash()).isEqualTo(bySeq.hash());
        assertThat(story.forward("R1").consignees()).isEqualTo(Map.of("C1", "4", "C2", "6"));
    }

    @Test
    void hostsAreThoseOfNowThoseAsBuiltOrAllThereEverWere() {
        story.serials("BAG", "CAR");
        story.commission("LINE", "BAG1", "CAR1", "CAR2", "CAR3");
        story.install("BAG1", "CAR1");
        story.remove("BAG1", "CAR1", "LINE");
        story.install("BAG1", "CAR2");
        story.ship("LINE", "DEALER", "CAR2");
        story.giveBack("DEALER", "LINE", "CAR2");
        story.remove("BAG1", "CAR2", "LINE");
        story.install("BAG1", "CAR3");

        assertThat(story.forward("BAG1", "hosts=now").units()).containsExactly("BAG1", "CAR3");
        assertThat(story.forward("BAG1", "hosts=asBuilt").units()).containsExactly("BAG1", "CAR2", "CAR3");
        assertThat(story.forward("BAG1", "hosts=ever").units()).containsExactly("BAG1", "CAR1", "CAR2", "CAR3");
        assertThat(story.backward("CAR2", "hosts=asBuilt").units()).containsExactly("BAG1", "CAR2");
        assertThat(story.backward("CAR1", "hosts=asBuilt").units()).containsExactly("CAR1");
    }

    @Test
    void aListedHostCountsForEveryJourneyOnWhichItHeldAReachedPart() {
        story.serials("BAG", "CAR");
        story.receive("SUP", "A", "2 R1");
        story.run("MO").uses("2 R1").makes("BAG1", "BAG2").done();
        story.commission("LINE", "CAR1");
        story.install("BAG1", "CAR1");
        story.ship("LINE", "C1", "CAR1");
        story.giveBack("C1", "LINE", "CAR1");
        story.remove("BAG1", "CAR1", "LINE");
        story.install("BAG2", "CAR1");
        story.ship("LINE", "C2", "CAR1");

        for (String hosts : List.of("now", "asBuilt", "ever")) {
            Told told = story.forward("R1", "hosts=" + hosts);
            assertThat(told.consignees()).as(hosts).isEqualTo(Map.of("C1", "2", "C2", "2"));
            assertThat(told.netConsignees()).as(hosts).isEqualTo(Map.of("C1", "0", "C2", "2"));
        }
    }

    @Test
    void aContainerAsSeedMeansWhatWasOrIsInIt() {
        story.serials("VIAL");
        story.receive("SUP", "A", "10 DRUG1");
        story.run("FILL").uses("10 DRUG1").makes("VIAL1", "VIAL2").done();
        story.pack("CASE", "A", "VIAL1", "VIAL2");
        story.pack("PALLET", "A", "[CASE]");
        story.unpack("CASE", "A", "VIAL2");

        assertThat(story.forward("container=PALLET").units()).containsExactly("VIAL1", "VIAL2");
        assertThat(story.forward("container=PALLET", "contents=now").units()).containsExactly("VIAL1");
        assertThat(story.backward("container=CASE").units()).containsExactly("DRUG1", "VIAL1", "VIAL2");
    }

    @Test
    void aSeedNarrowedToAPlaceIsOnlyWhatCameThere() {
        story.receive("SUP", "A", "10 R1");
        story.move("A", "B", "4 R1");
        story.run("FROM-A").uses("6 R1").makes("6 M1").done();
        story.run("FROM-B").uses("4 R1 from=B").makes("4 M2").done();

        assertThat(story.forward("R1", "place=B").units()).containsExactly("M2", "R1");
        assertThat(story.forward("R1").units()).containsExactly("M1", "M2", "R1");
        assertThat(story.forward("R1", "place=B").consignees()).isEmpty();
    }

    @Test
    void aSeedNarrowedToADocumentIsOnlyWhatCameByIt() {
        story.document("PO-1").receive("SUP", "A", "10 R1");
        story.document("PO-2").receive("SUP", "B", "10 R1");
        story.ship("A", "C1", "10 R1");
        story.ship("B", "C2", "10 R1");

        assertThat(story.forward("R1", "document=PO-1").consignees()).isEqualTo(Map.of("C1", "10"));
        assertThat(story.forward("R1", "document=PO-2").consignees()).isEqualTo(Map.of("C2", "10"));
        assertThat(story.forward("R1").consignees()).isEqualTo(Map.of("C1", "10", "C2", "10"));
    }

    @Test
    void aSupplierLotMeansAllOurLotsOfIt() {
        String number = story.code("X-9");
        story.receive("SUP", "A", "10 R1 supplierLot=" + number, "10 R2 supplierLot=" + number + ",Y-1");
        story.receive("SUP", "A", "10 R3 supplierLot=Y-1");
        story.ship("A", "C1", "10 R2");

        Told told = story.forward("supplierLot=" + number, "item=" + story.code("R"));
        assertThat(told.units()).containsExactly("R1", "R2");
        assertThat(story.forward("supplierLot=" + number).units()).containsExactly("R1", "R2");
        assertThat(told.consignees()).isEqualTo(Map.of("C1", "10"));
        assertThat(story.backward("R2").unit("R2").at("/sources/0/partner").asString())
                .isEqualTo(story.code("SUP"));
    }

    @Test
    void aNumberOfSeveralThingsIsAmbiguousUntilItsItemAndIssuerAreNamed() {
        String number = story.code("L");
        story.receive("SUP", "A", "1 R:" + number, "1 Q:" + number, "1 Q:" + number + " issuer=ACME");

        Answer several = server.get("/api/v1/trace?direction=forward&lot=" + number);
        assertThat(several.status()).isEqualTo(409);
        assertThat(several.code()).isEqualTo("ambiguous");
        assertThat(several.pointers()).containsExactly("item");
        Answer issuers = server.get("/api/v1/trace?direction=forward&item=" + story.code("Q") + "&lot=" + number);
        assertThat(issuers.status()).isEqualTo(409);
        assertThat(issuers.pointers()).containsExactly("issuer");
        assertThat(story.forward("Q:" + number, "issuer=ACME").units()).hasSize(1);
        assertThat(server.get("/api/v1/trace?direction=forward&item=" + story.code("R") + "&lot=" + number)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theEarliestPathExplainsWhyAUnitIsThere() {
        story.serials("BIKE");
        long received = story.receive("SUP", "A", "10 R1").seq();
        long mixed = story.run("MIX").uses("10 R1").makes("10 M1").done().seq();
        long built = story.run("BUILD").uses("1 M1").makes("BIKE1").done().seq();
        story.receive("SUP", "A", "1 OTHER1");
        String bike = story.forward("R1").unit("BIKE1").at("/unit").asString();

        String question = story.question("forward", "R1").replace("/trace?", "/trace/path?");
        Answer path = server.get(question + "&unit=" + bike);
        assertThat(path.status()).as(path.toString()).isEqualTo(200);
        List<Long> seqs = new ArrayList<>();
        path.json().at("/steps").forEach(step -> seqs.add(step.at("/seq").asLong()));
        assertThat(seqs).isSorted().contains(mixed).endsWith(built);
        assertThat(seqs.getFirst()).isBetween(received, mixed);
        assertThat(path.text("/steps/0/unit/lot")).isEqualTo("R1");
        JsonNode end = path.json().at("/steps").get(seqs.size() - 1);
        assertThat(end.at("/unit/serial").asString()).isEqualTo("BIKE1");

        String other = story.unit("OTHER1").at("/id").asString();
        Answer none = server.get(question + "&unit=" + other);
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.code()).isEqualTo("not-reached");
        assertThat(server.get(question + "&unit=999999999").status()).isEqualTo(404);
        assertThat(server.get(question + "&unit=-1").status()).isEqualTo(404);
        assertThat(server.get(question).code()).isEqualTo("bad-parameter");
        assertThat(server.get(question + "&unit=x").code()).isEqualTo("bad-parameter");
    }

    @Test
    void theAnswerRepeatsTheWholeQuestion() {
        story.receive("SUP", "A", "10 R1");
        Told told = story.forward("R1", "asOf=2026-01-01", "hosts=ever", "killSteps=pasteurised");
        JsonNode policy = told.first.at("/policy");
        assertThat(policy.at("/direction").asString()).isEqualTo("forward");
        assertThat(policy.at("/hosts").asString()).isEqualTo("ever");
        assertThat(policy.at("/contents").asString()).isEqualTo("ever");
        assertThat(policy.at("/seeds/0/lot").asString()).isEqualTo("R1");
        assertThat(policy.at("/killSteps/0").asString()).isEqualTo("pasteurised");
        assertThat(Instant.parse(policy.at("/asOf").asString())).isBefore(Instant.parse("2026-01-02T00:00:00Z"));
    }

    @Test
    void aKillStepPassesNoLabel() {
        story.receive("SUP", "A", "100 MILK1");
        story.with("step", "pasteurised")
                .run("HEAT")
                .uses("60 MILK1")
                .makes("60 PAST1")
                .done();
        story.run("RAW").uses("40 MILK1").makes("40 CHEESE1").done();

        assertThat(story.forward("MILK1").units()).containsExactly("CHEESE1", "MILK1", "PAST1");
        assertThat(story.forward("MILK1", "killSteps=pasteurised").units()).containsExactly("CHEESE1", "MILK1");
        assertThat(story.backward("PAST1", "killSteps=pasteurised").units()).containsExactly("PAST1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    lot=NOBODY-HAS-THIS                        | 400 | bad-parameter
                    direction=forward                          | 400 | bad-parameter
                    direction=forward&item=NOBODY-HAS-THIS&lot=1 | 404 | unknown-item
                    direction=forward&lot=NOBODY-HAS-THIS      | 404 | unknown-lot
                    direction=forward&serial=NOBODY-HAS-THIS   | 404 | unknown-serial
                    direction=forward&container=NOBODY-HAS-THIS | 404 | unknown-container
                    direction=forward&supplierLot=NOBODY-HAS-THIS | 404 | unknown-supplier-lot
                    direction=sideways&lot=R1                   | 400 | bad-parameter
                    direction=forward&lot=R1&hosts=sometimes    | 400 | bad-parameter
                    direction=forward&lot=R1&contents=maybe     | 400 | bad-parameter
                    direction=forward&lot=R1&asOf=yesterday     | 400 | bad-parameter
                    direction=forward&lot=R1&asOf=2025-02-30    | 400 | bad-parameter
                    direction=forward&lot=R1&knownAt=-1         | 400 | bad-parameter
                    direction=forward&lot=R1&knownAt=99999999999999999999 | 400 | bad-parameter
                    direction=forward&lot=R1&limit=0            | 400 | bad-parameter
                    direction=forward&lot=R1&limit=-5           | 400 | bad-parameter
                    direction=forward&lot=R1&limit=1001         | 400 | bad-parameter
                    direction=forward&lot=R1&limit=99999999999  | 400 | bad-parameter
                    direction=forward&lot=R1&limit=many         | 400 | bad-parameter
                    direction=forward&lot=R1&amounts=perhaps    | 400 | bad-parameter
                    direction=forward&lot=R1&cursor=%21%21      | 400 | bad-parameter
                    direction=forward&lot=R1&cursor=Zm9v        | 400 | bad-parameter
                    direction=forward&lot=R1&contact=smell      | 400 | bad-parameter
                    direction=forward&lot=R1&contact=place&contactWindow=soon | 400 | bad-parameter
                    direction=forward&lot=%00                  | 404 | unknown-lot
                    direction=forward&lot=%27%20or%201%3D1%20-- | 404 | unknown-lot
                    """)
    void questionThatMakesNoSenseIsRefused(String query, int status, String code) {
        String known = "item=%s&lot=R1".formatted(story.code("R"));
        story.receive("SUP", "A", "1 R1");
        Answer refused = server.get("/api/v1/trace?" + query.replace("lot=R1", known));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.contentType()).startsWith("application/problem+json");
    }

    @Test
    void narrowingToAnUnknownPlaceOrIssuerIsRefused() {
        story.receive("SUP", "A", "10 R1");
        String question = story.question("forward", "R1");
        assertThat(server.get(question + "&place=NOWHERE-AT-ALL").code()).isEqualTo("unknown-place");
        assertThat(server.get(question + "&issuer=NOBODY-AT-ALL").code()).isEqualTo("unknown-partner");
    }
}
