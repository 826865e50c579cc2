/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.gozinto.care.term.CoverageView.Reason;
import org.gozinto.care.term.FactStore.ContractRow;
import org.gozinto.care.term.FactStore.ReadingRow;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.quality.book.Sent;
import org.gozinto.quality.book.UnitRef;
import org.gozinto.quality.book.UnitRefs;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Takes contracts and readings. They are only ever added. Safe for use by many threads. */
final class FactDesk {

    private static final int TEXT_LENGTH_MAX = 200;
    private static final int READINGS_LOOKED_AT = 10_000;

    private final Database database;
    private final FactStore store;
    private final TermBook terms;
    private final UnitFinder finder;
    private final UnitRefs refs;
    private final JsonMapper json;
    private final Clock clock;

    /** What it writes to and asks. */
    record Parts(Database database, FactStore store, TermBook terms, UnitFinder finder, UnitRefs refs) {}

    FactDesk(Parts parts, JsonMapper json, Clock clock) {
        this.database = parts.database();
        this.store = parts.store();
        this.terms = parts.terms();
        this.finder = parts.finder();
        this.refs = parts.refs();
        this.json = json;
        this.clock = clock;
    }

    /** @param repeated the same was sent before */
    record Taken<T>(T view, boolean repeated) {}

    // --- contracts

    /**
     * A term that was sold for a serial.
     *
     * @param id made by the client
     * @param unit id of the unit, where several claim the number
     * @param reference such as the number of the order
     */
    record NewContract(
            @Nullable String id,
            @Nullable String item,
            @Nullable String serial,
            @Nullable String unit,
            @Nullable String term,
            @Nullable String soldOn,
            @Nullable String reference) {}

    /** @param number by which coverages name it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContractView(
            String id,
            long number,
            UnitRef unit,
            String term,
            String soldOn,
            @Nullable String reference,
            String recordedAt,
            String recordedBy) {}

    Taken<ContractView> take(NewContract asked, String actor) {
        var faults = new Faults();
        Sent sent = Sent.of(faults, asked.id(), json.writeValueAsString(asked));
        LocalDate soldOn = day(faults, "/soldOn", asked.soldOn());
        faults.expect(asked.term() != null, "/term", "is missing", "a term that is sold by serial");
        faults.text("/reference", asked.reference(), TEXT_LENGTH_MAX);
        faults.refuse("The contract cannot be kept");
        ContractRow before = store.contract(database.read(), sent.id());
        if (before != null) {
            requireSame(sent, before.requestHash());
            return new Taken<>(view(before), true);
        }
        Unit unit = finder.chosen(new UnitFinder.Named(asked.item(), asked.serial(), null, asked.unit()));
        String code = String.valueOf(asked.term());
        Term term = terms.all().stream()
                .filter(one -> code.equals(one.code()))
                .findFirst()
                .orElseThrow(() -> TermBook.unknown(code, 422));
        if (Boolean.FALSE.equals(term.active()) || !Boolean.TRUE.equals(term.perSerial())) {
            throw Refusal.of("term-not-sold", "The term is not sold", code + " is not active, or not sold by serial.")
                    .at("/term", "an active term that is sold by serial", "Choose another term.")
                    .asException();
        }
        var row =
                new ContractRow(0, sent.id(), unit.id(), code, soldOn, asked.reference(), sent.hash(), actor, nowUs());
        ContractRow kept = database.write(transaction -> {
            ContractRow there = store.contract(transaction, sent.id());
            return there != null ? there : store.add(transaction, row);
        });
        requireSame(sent, kept.requestHash());
        return new Taken<>(view(kept), false);
    }

    Page<ContractView> contracts(Unit unit, @Nullable String cursor, int limit) {
        List<ContractRow> rows = store.contractsOf(unit.id(), Paging.afterNumber(cursor), limit + 1);
        boolean more = rows.size() > limit;
        List<ContractRow> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown.stream().map(this::view).toList(),
                more ? Paging.cursor(String.valueOf(shown.getLast().n())) : null);
    }

    private ContractView view(ContractRow row) {
        return new ContractView(
                row.id(),
                row.n(),
                ref(row.unitId()),
                row.term(),
                row.soldOn().toString(),
                row.reference(),
                time(row.atUs()),
                row.actor());
    }

    // --- readings

    /**
     * What was read off a unit.
     *
     * @param id made by the client
     * @param unit id of the unit, where several claim the number
     * @param name such as km or firmware
     * @param kind meter or version
     * @param value of a meter a decimal number, 0 or more
     */
    record NewReading(
            @Nullable String id,
            @Nullable String item,
            @Nullable String serial,
            @Nullable String unit,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String value,
            @Nullable String on) {}

    /** @param struck why it does not count; null while it does */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReadingView(
            String id,
            long number,
            UnitRef unit,
            String name,
            String kind,
            String value,
            String on,
            @Nullable String struck,
            List<Reason> warnings,
            String recordedAt,
            String recordedBy) {}

    /** @param id made by the client */
    record NewStrike(@Nullable String id, @Nullable String reason) {}

    Taken<ReadingView> take(NewReading asked, String actor) {
        var faults = new Faults();
        Sent sent = Sent.of(faults, asked.id(), json.writeValueAsString(asked));
        LocalDate on = day(faults, "/on", asked.on());
        String name = faults.code("/name", asked.name());
        String value = faults.code("/value", asked.value());
        boolean meter = "meter".equals(asked.kind());
        faults.expect(meter || "version".equals(asked.kind()), "/kind", "is unknown", "meter or version");
        faults.expect(
                !meter || Meters.amount(asked.value()) != null,
                "/value",
                "is no amount",
                "a decimal number, 0 or more");
        faults.refuse("The reading cannot be kept");
        ReadingRow before = store.reading(database.read(), sent.id());
        if (before != null) {
            requireSame(sent, before.requestHash());
            return new Taken<>(view(before), true);
        }
        Unit unit = finder.chosen(new UnitFinder.Named(asked.item(), asked.serial(), null, asked.unit()));
        var row = new ReadingRow(
                0,
                sent.id(),
                unit.id(),
                name,
                meter ? "meter" : "version",
                value,
                on,
                sent.hash(),
                actor,
                nowUs(),
                null);
        ReadingRow kept = database.write(transaction -> {
            ReadingRow there = store.reading(transaction, sent.id());
            return there != null ? there : store.add(transaction, row);
        });
        requireSame(sent, kept.requestHash());
        return new Taken<>(view(kept), false);
    }

    Page<ReadingView> readings(Unit unit, @Nullable String cursor, int limit) {
        List<ReadingRow> rows = store.readingsOf(database.read(), unit.id(), Paging.afterNumber(cursor), limit + 1);
        boolean more = rows.size() > limit;
        List<ReadingRow> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown.stream().map(this::view).toList(),
                more ? Paging.cursor(String.valueOf(shown.getLast().n())) : null);
    }

    /** A wrong reading is struck: it stays, and does not count. */
    Taken<ReadingView> strike(String reading, NewStrike asked, String actor) {
        var faults = new Faults();
        Sent sent = Sent.of(faults, asked.id(), json.writeValueAsString(asked) + reading);
        String reason = asked.reason() == null ? "" : asked.reason();
        faults.expect(!reason.isBlank(), "/reason", "is missing", "why it is wrong");
        faults.text("/reason", reason, TEXT_LENGTH_MAX);
        faults.refuse("The reading cannot be struck");
        boolean repeated = database.write(transaction -> {
            FactStore.StrikeRow before = store.strike(transaction, sent.id());
            if (before != null) {
                requireSame(sent, before.requestHash());
                return true;
            }
            ReadingRow row = existing(store.reading(transaction, reading), reading);
            if (row.struck() != null) {
                throw Refusal.of("already-struck", "It was struck already", "Reading " + reading + " does not count.")
                        .status(409)
                        .asException();
            }
            store.strike(transaction, sent.id(), new FactStore.StrikeRow(row.n(), sent.hash()), reason, actor, nowUs());
            return false;
        });
        return new Taken<>(view(existing(store.reading(database.read(), reading), reading)), repeated);
    }

    private static ReadingRow existing(@Nullable ReadingRow row, String id) {
        if (row == null) {
            throw Refusal.of("unknown-reading", "No such reading", "There is no reading " + id + ".")
                    .status(404)
                    .asException();
        }
        return row;
    }

    private ReadingView view(ReadingRow row) {
        return new ReadingView(
                row.id(),
                row.n(),
                ref(row.unitId()),
                row.name(),
                row.kind(),
                row.value(),
                row.on().toString(),
                row.struck(),
                warnings(row),
                time(row.atUs()),
                row.actor());
    }

    /** A meter that goes back. */
    private List<Reason> warnings(ReadingRow row) {
        BigDecimal amount = row.kind().equals("meter") ? Meters.amount(row.value()) : null;
        if (amount == null) {
            return List.of();
        }
        ReadingRow higher = store.readingsOf(database.read(), row.unitId(), 0, READINGS_LOOKED_AT).stream()
                .filter(other -> other.struck() == null
                        && other.n() != row.n()
                        && other.name().equals(row.name()))
                .filter(other -> other.kind().equals(row.kind()) && !other.on().isAfter(row.on()))
                .filter(other -> other.on().isBefore(row.on()) || other.n() < row.n())
                .max(Comparator.comparing(
                        other -> Objects.requireNonNullElse(Meters.amount(other.value()), BigDecimal.ZERO)))
                .orElse(null);
        BigDecimal most = higher == null ? null : Meters.amount(higher.value());
        return higher == null || most == null || most.compareTo(amount) <= 0
                ? List.of()
                : List.of(new Reason(
                        "meter-back", "It read " + higher.value() + " on " + higher.on() + ", which is more."));
    }

    // --- both

    private LocalDate day(Faults faults, String at, @Nullable String text) {
        LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        LocalDate day = Days.day(text);
        faults.expect(day != null, at, text == null ? "is missing" : "is no day", "a day such as 2026-03-01");
        faults.expect(day == null || !day.isAfter(latest), at, "is in the future", "a day until today");
        return day == null ? latest : day;
    }

    private static void requireSame(Sent sent, byte[] before) {
        if (!Arrays.equals(before, sent.hash())) {
            throw Refusal.of("id-reused", "The id was used for something else", "Id " + sent.id() + " is taken.")
                    .status(409)
                    .at("/id", "a new UUID", "Make a new id, or send exactly what was sent before.")
                    .asException();
        }
    }

    private UnitRef ref(long unit) {
        return refs.named(List.of(unit)).getFirst();
    }

    private long nowUs() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    private static String time(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS).toString();
    }
}
