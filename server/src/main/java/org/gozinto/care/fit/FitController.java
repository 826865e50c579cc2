/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.care.fit.Fits.Named;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Fit")
class FitController {

    private static final int DRAFTS_MAX = 50;
    private static final int YEAR_MAX = 9999;

    private final Fits fits;
    private final FitRules rules;

    FitController(Fits fits, FitRules rules) {
        this.fits = fits;
        this.rules = rules;
    }

    /** What may fit a thing. */
    record FitList(List<FitRow> items) {}

    /**
     * A question on other rules than those that are kept.
     *
     * @param rules drafts, instead of the kept rules of their codes
     */
    record Trial(
            @Nullable String item,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable String object,
            @Nullable String objectSerial,
            @Nullable String objectLot,
            @Nullable String asOf,
            @Nullable List<FitRule> rules) {}

    @GetMapping("/api/v1/fits")
    @Operation(summary = "Whether an object fits a subject: yes, no or unknown, with the rules that say so")
    FitView ask(
            @AuthenticationPrincipal Actor actor,
            @RequestParam String item,
            @RequestParam @Nullable String serial,
            @RequestParam @Nullable String lot,
            @RequestParam String object,
            @RequestParam @Nullable String objectSerial,
            @RequestParam @Nullable String objectLot,
            @RequestParam @Nullable String asOf) {
        actor.require(Permission.READ);
        return fits.ask(named(item, serial, lot), named(object, objectSerial, objectLot), day(asOf));
    }

    @GetMapping("/api/v1/fits:list")
    @Operation(summary = "Every item that a rule about the subject names, and whether it fits")
    FitList list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam String item,
            @RequestParam @Nullable String serial,
            @RequestParam @Nullable String lot,
            @RequestParam @Nullable String asOf) {
        actor.require(Permission.READ);
        return new FitList(fits.list(named(item, serial, lot), day(asOf)));
    }

    @PostMapping("/api/v1/fits:try")
    @Operation(summary = "The answer that drafts of rules would give; nothing is kept")
    FitView attempt(@AuthenticationPrincipal Actor actor, @RequestBody Trial trial) {
        actor.require(Permission.SETTLE);
        List<FitRule> drafts = trial.rules() == null ? List.of() : trial.rules();
        var faults = new Faults();
        faults.expect(trial.item() != null, "/item", "is missing", "the code of an item");
        faults.expect(trial.object() != null, "/object", "is missing", "the code of an item");
        faults.expect(drafts.size() <= DRAFTS_MAX, "/rules", "are too many", "at most " + DRAFTS_MAX);
        faults.refuse("Nothing can be tried");
        List<Rule> checked = new java.util.ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            FitRule draft = drafts.get(i);
            Faults.within("/rules/" + i, () -> checked.add(Rule.of(rules.draft(draft))));
        }
        return fits.ask(
                rules.book().with(checked),
                named(String.valueOf(trial.item()), trial.serial(), trial.lot()),
                named(String.valueOf(trial.object()), trial.objectSerial(), trial.objectLot()),
                day(trial.asOf()));
    }

    private static Named named(String item, @Nullable String serial, @Nullable String lot) {
        for (String text : new String[] {item, serial == null ? "" : serial, lot == null ? "" : lot}) {
            if (!Faults.isKeepable(text)) {
                throw Paging.badParameter("item, serial or lot", "has a NUL or half a character", "a code or number");
            }
        }
        return new Named(item, blank(serial), blank(lot));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            LocalDate day = text == null || text.isBlank() ? null : LocalDate.parse(text);
            if (day == null || day.getYear() >= 1 && day.getYear() <= YEAR_MAX) {
                return day;
            }
        } catch (DateTimeException e) {
            // Falls through to the refusal, which is the same for every text that is no day.
        }
        throw Paging.badParameter("asOf", "is not a day", "a day such as 2026-03-31");
    }
}
