/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.UUID;
import org.gozinto.access.Actor;
import org.gozinto.access.Role;
import org.gozinto.ledger.Engines;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class QualityBookTest {

    private static final Actor MILA = Actor.of("mila", Role.QUALITY);

    record Said(String words) {}

    private static Sent sent(String id, String what) {
        return Sent.of(new Faults(), id, what);
    }

    private static Sent sent(String what) {
        return sent(UUID.randomUUID().toString(), what);
    }

    @ParameterizedTest
    @EnumSource
    void aRecordIsTheChainOfItsSteps(Engines engine) throws Exception {
        try (var home = engine.home();
                var storage = home.open(Clock.systemUTC())) {
            var json = JsonMapper.builder().build();
            var complaints = new QualityBook<>(storage.database(), json, Kind.COMPLAINT, Said.class, Clock.systemUTC());
            var inspections =
                    new QualityBook<>(storage.database(), json, Kind.INSPECTION, Said.class, Clock.systemUTC());
            Sent first = sent("smoke");
            var opened = complaints.open(first, "Smoke", new Said("smoke"), MILA, _ -> Change.to("open"));
            String code = opened.file().head().code();
            assertThat(code).matches("C-\\d{4}-00001");
            assertThat(opened.file().head().state()).isEqualTo("open");
            assertThat(complaints.open(first, "Smoke", new Said("smoke"), MILA, _ -> Change.to("open")))
                    .satisfies(again -> assertThat(again.repeated()).isTrue())
                    .satisfies(again -> assertThat(again.file().head().code()).isEqualTo(code));
            assertThat(inspections
                            .open(sent("i"), "I", new Said("i"), MILA, _ -> Change.to("open"))
                            .file()
                            .head()
                            .code())
                    .matches("I-\\d{4}-00001");
            Sent second = sent("closed");
            complaints.take(code, second, new Said("closed"), MILA, file -> Change.to("closed"));
            assertThat(complaints
                            .take(code, second, new Said("closed"), MILA, file -> Change.to("closed"))
                            .repeated())
                    .isTrue();
            File<Said> file = complaints.existing(code);
            assertThat(file.head().state()).isEqualTo("closed");
            assertThat(file.all(Said.class)).containsExactly(new Said("smoke"), new Said("closed"));
            assertThat(complaints.firstBroken(file)).isNull();
            assertThat(complaints.page("closed", null, 10).items()).hasSize(1);
            assertThat(complaints.page("open", null, 10).items()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRefusedLeavesNothingAndAnIdIsUsedOnce(Engines engine) throws Exception {
        try (var home = engine.home();
                var storage = home.open(Clock.systemUTC())) {
            var book = new QualityBook<>(
                    storage.database(), JsonMapper.builder().build(), Kind.COMPLAINT, Said.class, Clock.systemUTC());
            assertThatThrownBy(() -> book.open(sent("x"), "X", new Said("x"), MILA, head -> {
                        throw new IllegalStateException("refused");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(book.page(null, null, 10).items()).isEmpty();
            Sent first = sent("one");
            String code = book.open(first, "One", new Said("one"), MILA, _ -> Change.to("open"))
                    .file()
                    .head()
                    .code();
            assertThatThrownBy(() ->
                            book.open(sent(first.id(), "two"), "Two", new Said("two"), MILA, _ -> Change.to("open")))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            e -> assertThat(e.refusal().code()).isEqualTo("id-reused"));
            assertThatThrownBy(() -> book.existing("C-2026-99999"))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            e -> assertThat(e.refusal().code()).isEqualTo("unknown-complaint"));
            assertThat(code).endsWith("00001");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStepCannotBeChangedAndAChangedOneIsFound(Engines engine) throws Exception {
        try (var home = engine.home();
                var storage = home.open(Clock.systemUTC())) {
            var database = storage.database();
            var book = new QualityBook<>(
                    database, JsonMapper.builder().build(), Kind.COMPLAINT, Said.class, Clock.systemUTC());
            var opened = book.open(sent("one"), "One", new Said("one"), MILA, _ -> Change.to("open"));
            assertThatThrownBy(() -> database.write(transaction -> transaction
                            .sql("update quality_step set body = '{\"words\":\"two\"}'")
                            .update()))
                    .hasMessageContaining("append-only");
            database.write(transaction -> transaction
                    .sql("insert into quality_step (record, n, id, type, at_us, actor, role, body, request_hash, hash)"
                            + " select record, 2, 'forged', type, at_us, actor, role, body, request_hash, hash"
                            + " from quality_step")
                    .update());
            assertThat(book.firstBroken(opened.file())).isEqualTo(2L);
        }
    }
}
