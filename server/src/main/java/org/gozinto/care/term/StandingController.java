/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.care.term.StandingStore.Row;
import org.gozinto.care.term.StandingWork.JudgingView;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.quality.book.Sent;
import org.gozinto.quality.book.UnitRef;
import org.gozinto.quality.book.UnitRefs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Terms and coverage")
class StandingController {

    private static final Set<String> STATES = Set.of("covered", "expired", "notStarted", "unknown", "none");
    private static final int ITEMS_MAX = 1_000;

    private final StandingStore store;
    private final StandingWork work;
    private final UnitFinder finder;
    private final UnitRefs refs;
    private final Clock clock;

    StandingController(StandingStore store, StandingWork work, UnitFinder finder, UnitRefs refs, Clock clock) {
        this.store = store;
        this.work = work;
        this.finder = finder;
        this.refs = refs;
        this.clock = clock;
    }

    /**
     * The longest coverage of a serial.
     *
     * @param state on this day
     * @param end null where nothing on the calendar ends it, or a repair still moves it
     * @param term which ends last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StandingView(
            UnitRef unit,
            String state,
            @Nullable String start,
            @Nullable String end,
            @Nullable String term) {}

    @GetMapping("/standings")
    @Operation(summary = "Serials with their longest coverage, in the order in which they were first recorded")
    Page<StandingView> page(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable String item,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String endsFrom,
            @RequestParam @Nullable String endsTo,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        if (state != null && !STATES.contains(state)) {
            throw Paging.badParameter(
                    "state",
                    "is " + state,
                    String.join(", ", STATES.stream().sorted().toList()));
        }
        var which = new StandingStore.Which(
                item == null ? null : finder.item(item).id(), state, day("endsFrom", endsFrom), day("endsTo", endsTo));
        int most = Paging.limit(limit);
        work.follow(false);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Row> rows = store.page(which, today, Paging.afterNumber(cursor), most + 1);
        boolean more = rows.size() > most;
        List<Row> shown = more ? rows.subList(0, most) : rows;
        Map<String, UnitRef> named = new HashMap<>();
        refs.named(shown.stream().map(Row::unitId).toList()).forEach(ref -> named.put(ref.unit(), ref));
        List<StandingView> views = new ArrayList<>();
        for (Row row : shown) {
            UnitRef ref = named.get(String.valueOf(row.unitId()));
            if (ref != null) {
                views.add(new StandingView(
                        ref,
                        StandingRule.state(row, today),
                        CoverageViews.text(row.start()),
                        CoverageViews.text(row.end()),
                        row.term()));
            }
        }
        return new Page<>(
                views, more ? Paging.cursor(String.valueOf(shown.getLast().unitId())) : null);
    }

    private static @Nullable LocalDate day(String name, @Nullable String text) {
        LocalDate day = Days.day(text);
        if (text != null && day == null) {
            throw Paging.badParameter(name, "is no day", "a day such as 2026-03-01");
        }
        return day;
    }

    /**
     * @param id made by the client
     * @param items codes; null for all
     */
    record NewJudging(@Nullable String id, @Nullable List<String> items) {}

    @PostMapping("/standings:judge")
    @Operation(summary = "Judge all serials anew, or those of some items; the answer tells how far it is")
    ResponseEntity<JudgingView> judge(@AuthenticationPrincipal Actor actor, @RequestBody NewJudging asked) {
        actor.require(Permission.SETTLE);
        var faults = new Faults();
        List<String> items = asked.items();
        Sent sent = Sent.of(faults, asked.id(), String.valueOf(items));
        faults.expect(
                items == null || items.size() <= ITEMS_MAX && items.stream().allMatch(Objects::nonNull),
                "/items",
                "are too many or none",
                "at most " + ITEMS_MAX + " codes");
        faults.refuse("The serials cannot be judged");
        if (items != null) {
            items.forEach(finder::item);
        }
        return ResponseEntity.accepted().body(work.begin(sent.id(), items == null ? null : Set.copyOf(items)));
    }

    @GetMapping("/standings/judging")
    @Operation(summary = "How far the judging of all serials is, or how the last one went")
    JudgingView judging(@AuthenticationPrincipal Actor actor) {
        actor.require(Permission.READ);
        return work.view();
    }
}
