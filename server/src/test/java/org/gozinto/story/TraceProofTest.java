/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The proof of a trace answer, and having it checked. */
class TraceProofTest {

    private final RunningServer server = Engine.SQLITE.shared();
    private final Story story = new Story(server);

    private Answer check(String direction, String seed, String... parameters) {
        return server.get(story.question(direction, seed, parameters).replace("/trace?", "/trace/check?"));
    }

    private String policy(String... parameters) {
        return story.forward("R1", parameters).first.at("/proof/policy").asString();
    }

    @Test
    void everyAnswerSaysWhatItWasMadeFrom() {
        Answer receipt = story.receive("SUP", "A", "10 R1");
        JsonNode answer = story.forward("R1").first;
        assertThat(answer.at("/proof/seq").asLong()).isEqualTo(receipt.seq());
        assertThat(answer.at("/proof/headHash").asString()).isEqualTo(receipt.text("/hash"));
        assertThat(answer.at("/proof/answerHash")).isEqualTo(answer.at("/hash"));
        assertThat(answer.at("/proof/policy").asString())
                .isEqualTo("direction=forward&asOf=&knownAt=" + receipt.seq()
                        + "&hosts=now&contents=ever&amounts=false&contact=&contactWindowUs=&killSteps="
                        + "&precision=window&stop=nowhere&badPieces=&units=&seed=lot:" + story.code("R")
                        + "::R1::0:::");
    }

    @Test
    void thePolicyIsTheSameHoweverItWasAskedForAndAnotherWhereItMeansAnother() {
        Answer receipt = story.receive("SUP", "A", "10 R1");
        String plain = policy();
        assertThat(policy("hosts=now", "contents=ever", "amounts=false", "precision=window", "stop=nowhere"))
                .isEqualTo(plain);
        assertThat(policy("knownAt=" + receipt.seq())).isEqualTo(plain);
        assertThat(List.of(
                        policy("hosts=ever"),
                        policy("amounts=true"),
                        policy("place=A"),
                        policy("killSteps=b,a"),
                        policy("stop=shipment"),
                        policy("precision=lot"),
                        policy("contact=place"),
                        policy("asOf=2025-04-01"),
                        plain))
                .doesNotHaveDuplicates();
        assertThat(policy("killSteps=b,a")).isEqualTo(policy("killSteps=a,b")).contains("killSteps=a,b");
    }

    @Test
    void anAnswerThatIsAsItWasIsTheSame() {
        story.receive("SUP", "A", "10 R1");
        story.run("MO").uses("10 R1").makes("10 M1").done();
        JsonNode proof = story.forward("R1", "amounts=true").first.at("/proof");
        String held = "hash=" + proof.at("/answerHash").asString();
        String then = "knownAt=" + proof.at("/seq").asLong();
        story.ship("A", "C1", "4 M1");

        Answer checked = check("forward", "R1", "amounts=true", then, held);
        assertThat(checked.status()).as(checked.toString()).isEqualTo(200);
        assertThat(checked.json().at("/same").asBoolean()).isTrue();
        assertThat(checked.json().at("/proof")).isEqualTo(proof);
        assertThat(checked.text("/referenceHash"))
                .isEqualTo(proof.at("/answerHash").asString());
        assertThat(checked.json().at("/units").asInt()).isEqualTo(2);
        assertThat(checked.json().has("differences")).isFalse();

        Answer later = check("forward", "R1", "amounts=true", held);
        assertThat(later.json().at("/same").asBoolean()).isFalse();
        assertThat(later.text("/detail")).contains("another state of the ledger");
        assertThat(later.text("/givenHash")).isEqualTo(proof.at("/answerHash").asString());
    }

    @Test
    void aHashInCapitalsIsTheSameHash() {
        story.receive("SUP", "A", "10 R1");
        String hash = story.forward("R1").hash();
        assertThat(check("forward", "R1", "hash=" + hash.toUpperCase(java.util.Locale.ROOT))
                        .json()
                        .at("/same")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aForeignHashIsNotTheSame() {
        story.receive("SUP", "A", "10 R1");
        Answer checked = check("forward", "R1", "hash=" + "0".repeat(64));
        assertThat(checked.status()).isEqualTo(200);
        assertThat(checked.json().at("/same").asBoolean()).isFalse();
        assertThat(checked.text("/referenceHash")).isEqualTo(checked.text("/proof/answerHash"));
        assertThat(checked.text("/detail")).contains("another answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12ab", "not-a-hash", "zz34567890123456789012345678901234567890123456789012345678901234"})
    void aDamagedHashIsRefused(String hash) {
        story.receive("SUP", "A", "10 R1");
        Answer refused = check("forward", "R1", "hash=" + hash);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("bad-parameter");
        assertThat(refused.pointers()).containsExactly("hash");
    }

    @Test
    void aSeedThatWasNotKnownThenIsNamedWithTheEntryThatRecordedItFirst() {
        story.receive("SUP", "A", "10 Q1");
        Answer receipt = story.receive("SUP", "A", "10 R1");
        for (String at : List.of("knownAt=" + (receipt.seq() - 1), "knownAt=0", "knownAt=1999-12-31T00:00:00Z")) {
            Answer refused = check("forward", "R1", at);
            assertThat(refused.status()).as(at).isEqualTo(404);
            assertThat(refused.code()).isEqualTo("not-known-yet");
            assertThat(refused.text("/detail")).contains("entry " + receipt.seq());
        }
    }

    @Test
    void beforeTheFirstEntryTheAnswerIsEmptyAndComplete() {
        story.receive("SUP", "A", "10 R1");
        Told told = story.forward("R1", "asOf=1970-01-01");
        assertThat(told.units()).isEmpty();
        assertThat(told.complete()).isTrue();
        Answer checked = check("forward", "R1", "asOf=1970-01-01");
        assertThat(checked.json().at("/same").asBoolean()).isTrue();
        assertThat(checked.json().at("/units").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    item={R}&lot=R1                               | direction
                    direction=forward&item={R}&lot=R1&contents=now | contents
                    direction=forward&item={R}&lot=R1&container=BOX | container
                    direction=forward&container=BOX&place=A        | place
                    direction=forward&container=BOX&document=D     | document
                    direction=forward&item={R}&lot=R1&serial=S1    | lot
                    direction=forward&lot=R1&supplierLot=X         | supplierLot
                    direction=forward&item={R}                     | lot
                    direction=forward&item={R}&lot=R1&cursor=MDow  | cursor
                    """)
    void aPolicyThatContradictsItselfIsRefusedWithTheParameter(String query, String pointer) {
        story.receive("SUP", "A", "10 R1");
        Answer refused = server.get("/api/v1/trace/check?" + query.replace("{R}", story.code("R")));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.pointers()).containsExactly(pointer);
    }

    @Test
    void unknownSeedsAreNamed() {
        assertThat(server.get("/api/v1/trace/check?direction=forward&lot=NOBODY-HAS-THIS")
                        .code())
                .isEqualTo("unknown-lot");
        assertThat(server.get("/api/v1/trace/check?direction=forward&item=NOBODY-HAS-THIS&lot=1")
                        .code())
                .isEqualTo("unknown-item");
    }

    @Test
    void checkingTakesTheRightToVerify() {
        story.receive("SUP", "A", "10 R1");
        String quality = server.post(
                        "/api/v1/tokens", "{\"name\":\"%s\",\"role\":\"quality\"}".formatted(story.code("Q")))
                .text("/token");
        String question = story.question("forward", "R1");
        assertThat(server.get(question, quality).status()).isEqualTo(200);
        assertThat(server.get(question.replace("/trace?", "/trace/check?"), quality)
                        .status())
                .isEqualTo(403);
    }
}
