/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.access.Actor;
import org.gozinto.analysis.signal.Evidence;
import org.gozinto.analysis.signal.Report;
import org.gozinto.analysis.signal.Settings;
import org.gozinto.analysis.signal.Signals;
import org.gozinto.genealogy.Factors;
import org.gozinto.genealogy.Lives;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.quality.book.Sent;
import org.gozinto.quality.complaint.ComplaintFacts;
import org.gozinto.quality.signal.SignalStore.Row;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Runs over all lots and codes. Safe for use by many threads. */
final class SignalRuns {

    private static final Set<String> STATES = Set.of("signal", "watch", "nothing", "tooLittle");
    private static final double LEVEL_MAX = 0.5;
    private static final int BESIDE_MAX = 1_000;

    private final Database database;
    private final JsonMapper json;
    private final Parts parts;
    private final Clock clock;

    /** What a run reads and writes. */
    record Parts(
            SignalStore store,
            BaselineStore baselines,
            Names names,
            Factors factors,
            Lives lives,
            ComplaintFacts complaints,
            QualityJobs jobs) {}

    SignalRuns(Database database, JsonMapper json, Parts parts, Clock clock) {
        this.database = database;
        this.json = json;
        this.parts = parts;
        this.clock = clock;
    }

    /** @param repeated the same was sent before */
    record Asked(SignalRunView view, boolean repeated) {}

    Asked run(SignalRunAsked asked, Actor actor) {
        var faults = new Faults();
        Sent sent = Sent.of(faults, asked.id(), json.writeValueAsString(asked));
        LocalDate today = Days.today(clock.instant());
        LocalDate asOf = asked.asOf() == null ? today : CauseChecks.day("/asOf", asked.asOf(), faults);
        faults.expect(asOf == null || !asOf.isAfter(today), "/asOf", "is in the future", "a day until today");
        Double q = asked.q();
        faults.expect(
                q == null || q > 0 && q <= LEVEL_MAX, "/q", "is out of range", "above 0 and at most " + LEVEL_MAX);
        faults.refuse("The run cannot be made");
        Row before = parts.store().byId(sent.id());
        if (before != null) {
            if (!Arrays.equals(before.requestHash(), sent.hash())) {
                throw Refusal.of("id-reused", "The id was used for something else", "Id " + sent.id() + " is of a run.")
                        .status(409)
                        .at("/id", "a new UUID", "Make a new id, or send exactly what was sent before.")
                        .asException();
            }
            return new Asked(before.view(), true);
        }
        long seq = database.read()
                .sql("select coalesce(max(seq), 0) from entry")
                .query(Long.class)
                .single();
        SignalRunView opened = parts.store()
                .open(
                        sent.id(),
                        asOf == null ? today : asOf,
                        q == null ? Settings.weekly().level() : q,
                        sent.hash(),
                        actor.name(),
                        seq,
                        Days.us(clock.instant()));
        begin(opened.number());
        Row now = parts.store().byNumber(opened.number());
        return new Asked(now == null ? opened : now.view(), false);
    }

    /** Makes again what was not done when the server stopped. */
    void resume() {
        for (Row row : parts.store().running()) {
            if (!parts.jobs().isOpen(job(row.view().number()))) {
                begin(row.view().number());
            }
        }
    }

    private static String job(long number) {
        return "S-" + number;
    }

    private void begin(long number) {
        parts.jobs().begin(job(number), teller -> {
            Row row = parts.store().byNumber(number);
            if (row == null) {
                return;
            }
            try {
                make(row, teller);
            } catch (RuntimeException e) {
                parts.store().fail(number, String.valueOf(e.getMessage()), Days.us(clock.instant()));
                throw e;
            }
        });
    }

    private void make(Row row, QualityJobs.Teller teller) {
        long startNs = System.nanoTime();
        long number = row.view().number();
        LocalDate asOf = LocalDate.parse(row.view().asOf());
        Exposure.Counted counted =
                new Exposure(parts.names(), parts.factors(), parts.lives(), asOf).count(parts.complaints(), teller);
        teller.tell("statistics", 0, 0);
        Settings settings = settings(row.level());
        Evidence evidence = new Evidences(parts.names().items)
                .of(asOf, counted.lots(), parts.baselines().all());
        Report report = Signals.of(evidence, settings);
        Row latest = parts.store().latest();
        Map<String, Long> before =
                latest == null ? Map.of() : parts.store().since(latest.view().number());
        var reports = new SignalReports(
                parts.names(), json, Codes.of(parts.complaints().codes()), counted.lots(), before, asOf);
        teller.tell("writing", 0, 0);
        parts.store().write(number, reports.found(report));
        parts.store().replace(number, counted.lots());
        long tookMs = (System.nanoTime() - startNs) / 1_000_000;
        parts.store()
                .end(
                        number,
                        counted.seq(),
                        reports.done(report, settings, counted.complaints(), tookMs),
                        Days.us(clock.instant()));
    }

    static Settings settings(double level) {
        Settings weekly = Settings.weekly();
        return new Settings(
                level,
                weekly.complaintsMin(),
                weekly.relativeRisk(),
                weekly.daysBetweenFalseDrifts(),
                weekly.runsPerMonth(),
                weekly.listMax());
    }

    // --- reading

    /** Runs, newest first. */
    List<SignalRunView> page(@Nullable String cursor, int limit) {
        long before = cursor == null ? Long.MAX_VALUE : Paging.afterNumber(cursor);
        return parts.store().page(before, limit);
    }

    /** @param run null for the latest that is done */
    SignalsView view(@Nullable Long run, @Nullable String state, @Nullable String cursor, int limit) {
        if (state != null && !STATES.contains(state)) {
            throw Paging.badParameter(
                    "state",
                    "is " + state,
                    String.join(", ", STATES.stream().sorted().toList()));
        }
        Row row = run == null ? parts.store().latest() : parts.store().byNumber(run);
        if (row == null && run != null) {
            throw Refusal.of("unknown-run", "No such run", "There is no run " + run + ".")
                    .status(404)
                    .asException();
        }
        if (row == null) {
            return new SignalsView(null, List.of(), List.of(), List.of(), List.of(), null);
        }
        long number = row.view().number();
        long after = cursor == null ? 0 : Paging.afterNumber(cursor);
        SignalStore store = parts.store();
        List<SignalsView.SignalView> found =
                store.findings(number, "signal", state, SignalsView.SignalView.class, after, limit + 1);
        boolean more = found.size() > limit;
        List<SignalsView.SignalView> items = more ? found.subList(0, limit) : found;
        boolean first = cursor == null;
        return new SignalsView(
                row.view(),
                items,
                first ? store.findings(number, "mix", state, SignalsView.SignalView.class, 0, BESIDE_MAX) : List.of(),
                first ? store.findings(number, "drift", null, SignalsView.DriftView.class, 0, BESIDE_MAX) : List.of(),
                first
                        ? store.findings(number, "unanswered", null, SignalsView.UnansweredView.class, 0, BESIDE_MAX)
                        : List.of(),
                more ? Paging.cursor(String.valueOf(items.getLast().rank())) : null);
    }
}
