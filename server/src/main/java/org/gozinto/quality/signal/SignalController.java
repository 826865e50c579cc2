/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.item.Items;
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
@Tag(name = "Quality")
class SignalController {

    private final SignalRuns runs;
    private final Trends trends;
    private final UnitQuality quality;
    private final BaselineStore baselines;
    private final Items items;
    private final Clock clock;

    SignalController(
            SignalRuns runs, Trends trends, UnitQuality quality, BaselineStore baselines, Items items, Clock clock) {
        this.runs = runs;
        this.trends = trends;
        this.quality = quality;
        this.baselines = baselines;
        this.items = items;
        this.clock = clock;
    }

    @PostMapping("/signals:run")
    @Operation(summary = "Look at all lots and codes, and keep what is found")
    ResponseEntity<SignalRunView> run(@AuthenticationPrincipal Actor actor, @RequestBody SignalRunAsked asked) {
        actor.require(Permission.QUALITY);
        SignalRuns.Asked run = runs.run(asked, actor);
        return ResponseEntity.status(run.repeated() ? 200 : 201).body(run.view());
    }

    @GetMapping("/signals")
    @Operation(summary = "What the latest run found, or another one")
    SignalsView signals(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable Long run,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return runs.view(run, state, cursor, Paging.limit(limit));
    }

    @GetMapping("/signals:runs")
    @Operation(summary = "Runs, newest first")
    Page<SignalRunView> page(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        int most = Paging.limit(limit);
        List<SignalRunView> found = runs.page(cursor, most + 1);
        return found.size() > most
                ? new Page<>(
                        found.subList(0, most),
                        Paging.cursor(String.valueOf(found.get(most - 1).number())))
                : new Page<>(found, null);
    }

    @GetMapping("/signals:trend")
    @Operation(summary = "Complaints of an item over time, with what was to be expected")
    TrendView trend(
            @AuthenticationPrincipal Actor actor, @RequestParam String item, @RequestParam @Nullable String code) {
        actor.require(Permission.READ);
        return trends.of(items.existing(item), code, Days.today(clock.instant()));
    }

    @PostMapping("/quality-baselines")
    @Operation(summary = "Count complaints anew from a day")
    ResponseEntity<TrendView.BaselineView> baseline(
            @AuthenticationPrincipal Actor actor, @RequestBody BaselineAsked asked) {
        actor.require(Permission.QUALITY);
        BaselineStore.Kept kept = baselines.keep(asked, actor);
        return ResponseEntity.status(kept.repeated() ? 200 : 201).body(kept.view());
    }

    @GetMapping("/quality-baselines")
    @Operation(summary = "Days from which complaints count anew, oldest first")
    Page<TrendView.BaselineView> baselines(@AuthenticationPrincipal Actor actor) {
        actor.require(Permission.READ);
        return new Page<>(baselines.all().stream().map(baselines::view).toList(), null);
    }

    @GetMapping("/units/{id}/quality")
    @Operation(summary = "What is known of the quality of a unit, and of its lot among its siblings")
    UnitQualityView quality(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        actor.require(Permission.READ);
        return quality.of(id);
    }
}
