/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.gozinto.ledger.Database;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A supplier's number means the lots of which it was known then that it is theirs. */
@ParameterizedClass
@EnumSource(Engine.class)
class SupplierLotTest {

    private final Engine engine;
    private final RunningServer server;
    private final Story story;
    private final String number;

    SupplierLotTest(Engine engine) {
        this.engine = engine;
        this.server = engine.shared();
        this.story = new Story(server);
        this.number = story.code("X9");
    }

    private Answer receive(String... lots) {
        String[] lines = new String[lots.length];
        for (int i = 0; i < lots.length; i++) {
            lines[i] = "10 " + lots[i] + " supplierLot=" + number;
        }
        return story.receive("SUP", "A", lines);
    }

    private Told knownAt(Answer act) {
        return story.forward("supplierLot=" + number, "knownAt=" + act.seq());
    }

    @Test
    void aLotThatCameLaterIsNotMeant() {
        Answer first = receive("R1");
        Answer second = receive("R2");
        assertThat(knownAt(first).units()).containsExactly("R1");
        assertThat(knownAt(second).units()).containsExactly("R1", "R2");
        assertThat(story.forward("supplierLot=" + number).units()).containsExactly("R1", "R2");
    }

    @Test
    void anOldLotThatGotTheNumberLaterIsNotMeant() {
        story.receive("SUP", "A", "10 R2");
        Answer first = receive("R1");
        Answer second = receive("R2");
        assertThat(knownAt(first).units()).containsExactly("R1");
        assertThat(knownAt(second).units()).containsExactly("R1", "R2");
    }

    @Test
    void whoSaysItAgainChangesNothing() {
        Answer first = receive("R1", "R1");
        receive("R1");
        assertThat(knownAt(first).units()).containsExactly("R1");
    }

    @Test
    void aSerialThatGotTheNumberLaterIsNotMeant() {
        story.serials("BIKE");
        Answer first = story.receive("SUP", "A", "BIKE1 supplierLot=" + number, "BIKE2");
        story.ship("A", "C1", "BIKE2");
        story.receive("C1", "A", "BIKE2 supplierLot=" + number);
        assertThat(knownAt(first).units()).containsExactly("BIKE1");
        assertThat(story.forward("supplierLot=" + number).units()).containsExactly("BIKE1", "BIKE2");
    }

    @Test
    void aNumberThatNobodyHadYetIsNamedWithTheEntryThatRecordedItFirst() {
        Answer before = story.receive("SUP", "A", "10 R1", "10 Q1");
        Answer first = receive("R1");
        receive("Q1");
        Answer refused =
                server.get("/api/v1/trace?direction=forward&supplierLot=" + number + "&knownAt=" + before.seq());
        assertThat(refused.status()).as(refused.toString()).isEqualTo(404);
        assertThat(refused.code()).isEqualTo("not-known-yet");
        assertThat(refused.text("/detail")).contains(number, "entry " + first.seq());
        Answer ofItem = server.get("/api/v1/trace?direction=forward&supplierLot=" + number + "&item=" + story.code("Q")
                + "&knownAt=" + first.seq());
        assertThat(ofItem.code()).isEqualTo("not-known-yet");
        assertThat(ofItem.text("/detail")).contains("entry " + (first.seq() + 1));
    }

    @Test
    void aVoidedReceiptStillSaysWhoseNumberItIs() {
        story.receive("SUP", "A", "10 R2");
        Answer first = receive("R1");
        story.voidOf(receive("R2"));
        assertThat(knownAt(first).units()).containsExactly("R1");
        assertThat(story.forward("supplierLot=" + number).units()).containsExactly("R1", "R2");
    }

    @Test
    void aBookFromBeforeItWasKeptKnowsItAlwaysAndIsSound() {
        try (var book = RunningServer.open(engine)) {
            var then = new Story(book);
            Answer first = then.receive("SUP", "A", "10 R1 supplierLot=X9", "10 R2");
            then.receive("SUP", "A", "10 R2 supplierLot=X9");
            String known = "knownAt=" + first.seq();
            assertThat(then.forward("supplierLot=X9", known).units()).containsExactly("R1");
            book.room(Database.class)
                    .write(sql ->
                            sql.sql("update supplier_lot set noted_seq = 0").update());
            assertThat(then.forward("supplierLot=X9", known).units()).containsExactly("R1", "R2");
            Answer verified = book.post("/api/v1/verify", "");
            assertThat(verified.json().at("/ok").asBoolean())
                    .as(verified.toString())
                    .isTrue();
        }
    }
}
