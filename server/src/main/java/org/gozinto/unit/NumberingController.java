/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.identify.Reading;
import org.gozinto.identify.numbering.Filled;
import org.gozinto.identify.numbering.Given;
import org.gozinto.identify.numbering.Scheme;
import org.gozinto.identify.numbering.Variable;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Numbers")
class NumberingController {

    private static final int SAMPLES_MAX = 100;
    private static final int SAMPLES_DEFAULT = 3;

    private final Numberings numberings;
    private final NumberReports reports;
    private final Items items;
    private final SecureRandom random;

    NumberingController(Numberings numberings, NumberReports reports, Items items, SecureRandom random) {
        this.numberings = numberings;
        this.reports = reports;
        this.items = items;
        this.random = random;
    }

    @GetMapping("/api/v1/items/{code}/numbering")
    @Operation(summary = "How an item numbers its lots and serials; version 0 when nothing is said")
    ResponseEntity<NumberingBody> get(@AuthenticationPrincipal Actor actor, @PathVariable String code) {
        actor.require(Permission.READ);
        return shown(numberings.of(items.existing(code)));
    }

    private static ResponseEntity<NumberingBody> shown(NumberingBody body) {
        return ResponseEntity.ok().eTag("\"" + body.version() + "\"").body(body);
    }

    @PutMapping("/api/v1/items/{code}/numbering")
    @Operation(summary = "Give an item its numbering: the whole new record; a template that repeats is refused")
    ResponseEntity<NumberingBody> change(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody NumberingBody body) {
        actor.require(Permission.MASTERS);
        Long version = ifMatch == null ? body.version() : Paging.version(ifMatch);
        return shown(numberings.change(items.existing(code), body, version, actor.name()));
    }

    @GetMapping("/api/v1/items/{code}/numbering/report")
    @Operation(summary = "How far the numbers of an item reach, and which were passed over")
    NumberReport report(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String kind,
            @ModelAttribute NumberReports.Which which) {
        actor.require(Permission.READ);
        return reports.of(items.existing(code), NumberController.kind(kind), which);
    }

    /** A template to try. What a variable that is not said would be is shown as 1. */
    record Trial(
            @Nullable String template,
            @Nullable String reset,
            @Nullable List<@Nullable String> per,
            @Nullable Integer lengthMax,
            @Nullable String item,
            @Nullable String kind,
            @Nullable String line,
            @Nullable String shift,
            @Nullable String site,
            @Nullable String on,
            @Nullable Integer count) {}

    /**
     * What became of the trial.
     *
     * @param repeatsOn the day on which a number would come again; null when none does for 20 years
     * @param faults what must be mended before the template can be used
     */
    record Tried(
            List<String> samples,
            @Nullable String capacity,
            @Nullable String repeatsOn,
            @Nullable String repeatsFrom,
            @Nullable String repeatsWhy,
            List<TemplateFault> faults,
            List<String> warnings) {}

    /** @param position of the fault in the template, from 0; null when it is not in the template */
    record TemplateFault(
            String code,
            String pointer,
            String detail,
            @Nullable Integer position) {}

    @PostMapping("/api/v1/numbering:preview")
    @Operation(summary = "Try a template: samples, capacity, whether it repeats, and every fault with its position")
    Tried preview(@AuthenticationPrincipal Actor actor, @RequestBody Trial trial) {
        actor.require(Permission.READ);
        var faults = new Faults();
        int count = trial.count() == null ? SAMPLES_DEFAULT : trial.count();
        faults.expect(count >= 0 && count <= SAMPLES_MAX, "/count", "is out of range", "0 to " + SAMPLES_MAX);
        LocalDateTime now = numberings.now(null);
        LocalDate on = NumberRequests.day(faults, trial.on(), now.toLocalDate());
        Item item = trial.item() == null ? null : items.find(trial.item());
        faults.expect(trial.item() == null || item != null, "/item", "is unknown", "the code of an item");
        faults.expect(
                trial.kind() == null || NumberKind.of(trial.kind()) != null, "/kind", "is unknown", "lot or serial");
        faults.refuse("The template cannot be tried");
        var reader = new SchemeReader("", now.toLocalDate());
        Scheme scheme =
                reader.read(new NumberingBody.Rule(trial.template(), trial.reset(), trial.per(), trial.lengthMax()));
        List<TemplateFault> found = new ArrayList<>();
        reader.faults()
                .forEach(f -> found.add(
                        new TemplateFault(f.code(), f.pointer(), f.detail(), f.position() < 0 ? null : f.position())));
        Filled filled =
                scheme == null ? null : filled(scheme, trial, on == null ? now : on.atTime(now.toLocalTime()), found);
        var repeat = reader.repeat();
        boolean lot = NumberKind.of(trial.kind()) == NumberKind.LOT;
        return new Tried(
                filled == null ? List.of() : samples(filled, count),
                filled == null ? null : filled.capacity().toString(),
                repeat == null ? null : repeat.again().toString(),
                repeat == null ? null : repeat.first().toString(),
                repeat == null ? null : repeat.why(),
                found,
                NumberingBody.warnings(lot ? scheme : null, lot ? null : scheme));
    }

    private @Nullable Filled filled(Scheme scheme, Trial trial, LocalDateTime at, List<TemplateFault> found) {
        Map<Variable, String> values = new EnumMap<>(Variable.class);
        values.put(Variable.LINE, trial.line() == null ? "1" : trial.line());
        values.put(Variable.SHIFT, trial.shift() == null ? "1" : trial.shift());
        values.put(Variable.SITE, trial.site() == null ? "1" : trial.site());
        values.put(Variable.ITEM, trial.item() == null ? "1" : trial.item());
        return switch (Filled.of(scheme, new Given(at, values))) {
            case Reading.Ok<Filled> ok -> ok.value();
            case Reading.Bad<Filled> bad -> {
                if (found.isEmpty()) {
                    boolean value = bad.code().startsWith("value.");
                    found.add(new TemplateFault(
                            value ? "value" : bad.code(),
                            value ? "/" + bad.code().substring(6) : "/template",
                            bad.detail(),
                            bad.position()));
                }
                yield null;
            }
        };
    }

    private List<String> samples(Filled filled, int count) {
        List<String> samples = new ArrayList<>();
        long value = filled.first();
        while (samples.size() < count && (filled.isRandom() || filled.has(value))) {
            samples.add(filled.number(value++, random));
        }
        return samples;
    }
}
