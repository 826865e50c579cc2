/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fit rule, ready to be asked.
 *
 * @param validFrom first day on which it is in force; null for ever before
 * @param validTo last day; null for ever after
 */
record Rule(
        String code,
        long version,
        Selector subject,
        Relation relation,
        Selector object,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Enforcement install,
        Enforcement ship,
        @Nullable String reason) {

    /** Takes over a rule that was checked. */
    static Rule of(FitRule rule) {
        FitRule.Enforce enforce = rule.enforce();
        return new Rule(
                Objects.requireNonNull(rule.code()),
                rule.version() == null ? 0 : rule.version(),
                Selector.of(Objects.requireNonNull(rule.subject())),
                Relation.of(Objects.requireNonNull(rule.relation())),
                Selector.of(Objects.requireNonNull(rule.object())),
                Selector.day(rule.validFrom()),
                Selector.day(rule.validTo()),
                Enforcement.of(enforce == null ? null : enforce.install()),
                Enforcement.of(enforce == null ? null : enforce.ship()),
                rule.reason());
    }

    boolean isInForce(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    boolean isOf(String subjectItem, String objectItem) {
        return subject.item().equals(subjectItem) && object.item().equals(objectItem);
    }

    /** The rule for messages, with its reason. */
    String named() {
        return "rule " + code + (reason == null ? "" : ": " + reason);
    }
}
