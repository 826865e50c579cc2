/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Fit")
class FitRuleController {

    private final FitRules rules;

    FitRuleController(FitRules rules) {
        this.rules = rules;
    }

    /** A rule and what is odd about it among the others. */
    record FitRuleView(@JsonUnwrapped FitRule rule, List<Finding> findings) {}

    @GetMapping("/api/v1/fit-rules")
    @Operation(summary = "Fit rules in the order of their codes; item narrows to those that name it on either side")
    Page<FitRuleView> page(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable String item,
            @RequestParam @Nullable String relation,
            @RequestParam @Nullable Boolean active,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        for (String text : new @Nullable String[] {item, relation}) {
            if (text != null && !Faults.isKeepable(text)) {
                throw Paging.badParameter("item or relation", "has a NUL or half a character", "a code or word");
            }
        }
        Page<FitRule> page = rules.page(new FitRules.Filter(item, relation, active), cursor, Paging.limit(limit));
        return new Page<>(page.items().stream().map(this::view).toList(), page.nextCursor());
    }

    @PostMapping("/api/v1/fit-rules")
    @Operation(summary = "Make a fit rule")
    ResponseEntity<FitRuleView> create(@AuthenticationPrincipal Actor actor, @RequestBody FitRule body) {
        actor.require(Permission.SETTLE);
        FitRule rule = rules.create(body, actor.name());
        return ResponseEntity.created(URI.create("/api/v1/fit-rules"))
                .eTag("\"" + rule.version() + "\"")
                .body(view(rule));
    }

    @PostMapping("/api/v1/fit-rules:check")
    @Operation(summary = "What would be odd about a rule if it were kept; nothing is")
    FitRuleView check(@AuthenticationPrincipal Actor actor, @RequestBody FitRule body) {
        actor.require(Permission.SETTLE);
        return view(rules.draft(body));
    }

    @GetMapping("/api/v1/fit-rules/{code}")
    @Operation(summary = "One fit rule")
    ResponseEntity<FitRuleView> get(@AuthenticationPrincipal Actor actor, @PathVariable String code) {
        actor.require(Permission.READ);
        return shown(rules.existing(code));
    }

    @PutMapping("/api/v1/fit-rules/{code}")
    @Operation(summary = "Change a fit rule: the whole new rule")
    ResponseEntity<FitRuleView> change(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody FitRule body) {
        actor.require(Permission.SETTLE);
        Long version = ifMatch == null ? body.version() : Paging.version(ifMatch);
        return shown(rules.change(code, body, version, actor.name()));
    }

    private ResponseEntity<FitRuleView> shown(FitRule rule) {
        return ResponseEntity.ok().eTag("\"" + rule.version() + "\"").body(view(rule));
    }

    /** A rule that is not in use says nothing, so nothing is odd about it. */
    private FitRuleView view(FitRule rule) {
        List<Finding> findings = Boolean.TRUE.equals(rule.active())
                ? Findings.of(Rule.of(rule), rules.book().rules())
                : List.of();
        return new FitRuleView(rule, findings);
    }
}
