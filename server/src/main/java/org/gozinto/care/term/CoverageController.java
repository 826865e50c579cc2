/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.care.term.FactDesk.ContractView;
import org.gozinto.care.term.FactDesk.NewContract;
import org.gozinto.care.term.FactDesk.NewReading;
import org.gozinto.care.term.FactDesk.NewStrike;
import org.gozinto.care.term.FactDesk.ReadingView;
import org.gozinto.care.term.FactDesk.Taken;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Terms and coverage")
class CoverageController {

    private static final int DRAFTS_MAX = 1_000;

    private final CoverageDesk coverages;
    private final FactDesk desk;
    private final TermBook terms;
    private final UnitFinder finder;
    private final Clock clock;

    CoverageController(CoverageDesk coverages, FactDesk desk, TermBook terms, UnitFinder finder, Clock clock) {
        this.coverages = coverages;
        this.desk = desk;
        this.terms = terms;
        this.finder = finder;
        this.clock = clock;
    }

    @GetMapping("/coverage")
    @Operation(summary = "What is promised for a unit and its parts on a day, as it was known at a time, and why")
    CoverageView coverage(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable String item,
            @RequestParam @Nullable String serial,
            @RequestParam @Nullable String lot,
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable String asOf,
            @RequestParam @Nullable String knownAt) {
        actor.require(Permission.READ);
        return coverages.of(finder.found(new UnitFinder.Named(item, serial, lot, unit)), day(asOf), instant(knownAt));
    }

    /** @param terms drafts, each instead of the kept one of its code */
    record Trial(
            @Nullable String item,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable String unit,
            @Nullable String asOf,
            @Nullable List<Term> terms) {}

    @PostMapping("/coverage:try")
    @Operation(summary = "What would be promised for a unit if these terms were kept; nothing is kept")
    CoverageView tried(@AuthenticationPrincipal Actor actor, @RequestBody Trial trial) {
        actor.require(Permission.SETTLE);
        List<Term> drafts = trial.terms() == null ? List.of() : trial.terms();
        var faults = new Faults();
        faults.expect(drafts.size() <= DRAFTS_MAX, "/terms", "are too many", "at most " + DRAFTS_MAX);
        faults.expect(drafts.stream().allMatch(Objects::nonNull), "/terms", "has none in a place", "terms");
        faults.refuse("The terms cannot be tried");
        List<Term> checked = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Term draft = drafts.get(i);
            Faults.within("/terms/" + i, () -> checked.add(terms.checked(draft)));
        }
        var named = new UnitFinder.Named(trial.item(), trial.serial(), trial.lot(), trial.unit());
        return coverages.tried(finder.found(named), day(trial.asOf()), checked);
    }

    @GetMapping("/contracts")
    @Operation(summary = "Terms that were sold for a serial, oldest first")
    Page<ContractView> contracts(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable String item,
            @RequestParam @Nullable String serial,
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return desk.contracts(
                finder.found(new UnitFinder.Named(item, serial, null, unit)), cursor, Paging.limit(limit));
    }

    @PostMapping("/contracts")
    @Operation(summary = "Record that a term was sold for a serial; the same again changes nothing")
    ResponseEntity<ContractView> contract(@AuthenticationPrincipal Actor actor, @RequestBody NewContract contract) {
        actor.require(Permission.CARE);
        return answer(desk.take(contract, actor.name()));
    }

    @GetMapping("/readings")
    @Operation(summary = "What was read off a serial, in the order in which it was recorded")
    Page<ReadingView> readings(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable String item,
            @RequestParam @Nullable String serial,
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return desk.readings(finder.found(new UnitFinder.Named(item, serial, null, unit)), cursor, Paging.limit(limit));
    }

    @PostMapping("/readings")
    @Operation(summary = "Record what was read off a serial; a meter that goes back is kept and warned of")
    ResponseEntity<ReadingView> reading(@AuthenticationPrincipal Actor actor, @RequestBody NewReading reading) {
        actor.require(Permission.CARE);
        return answer(desk.take(reading, actor.name()));
    }

    @PostMapping("/readings/{id}/strike")
    @Operation(summary = "Strike a wrong reading: it stays, and does not count")
    ResponseEntity<ReadingView> strike(
            @AuthenticationPrincipal Actor actor, @PathVariable String id, @RequestBody NewStrike strike) {
        actor.require(Permission.CARE);
        return answer(desk.strike(id, strike, actor.name()));
    }

    private static <T> ResponseEntity<T> answer(Taken<T> taken) {
        return taken.repeated()
                ? ResponseEntity.ok(taken.view())
                : ResponseEntity.status(201).body(taken.view());
    }

    private LocalDate day(@Nullable String text) {
        if (text == null) {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        }
        LocalDate day = Days.day(text);
        if (day == null) {
            throw Paging.badParameter("asOf", "is no day", "a day such as 2026-03-01");
        }
        return day;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        Instant time = Days.time(text);
        if (text != null && time == null) {
            throw Paging.badParameter("knownAt", "is no time", "a time such as 2026-03-01T10:15:00+01:00");
        }
        return time;
    }
}
