/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fit rule as it is sent, kept and shown.
 *
 * @param subject the host or product
 * @param relation fits, needs, excludes or replacedBy
 * @param object what fits it, what it needs, what it may not be with, or what replaces it
 * @param validFrom the first day on which the rule is in force; null for ever before
 * @param validTo the last day; null for ever after
 * @param reason why, for whoever is refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FitRule(
        @Nullable String code,
        @Nullable String name,
        @Nullable Boolean active,
        @Nullable Long version,
        @Nullable Selection subject,
        @Nullable String relation,
        @Nullable Selection object,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable Enforce enforce,
        @Nullable String reason) {

    /**
     * Which things are meant: those of an item that meet every member that is there.
     *
     * @param madeFrom first day of the built window; {@code madeTo} the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Selection(
            @Nullable String item,
            @Nullable List<String> revisions,
            @Nullable List<String> lots,
            @Nullable List<Span> serials,
            @Nullable String madeFrom,
            @Nullable String madeTo,
            @Nullable List<VersionSpan> versions,
            @Nullable List<Having> has) {}

    /** Serial numbers from one to another, both included, in the order of numbers. */
    record Span(@Nullable String from, @Nullable String to) {}

    /**
     * Versions from one to another, both included; an end that is null is open.
     *
     * @param name of what, such as firmware
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionSpan(
            @Nullable String name,
            @Nullable String from,
            @Nullable String to) {}

    /** Something that must be installed in the thing, at any depth. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Having(
            @Nullable String item,
            @Nullable List<String> revisions,
            @Nullable String position) {}

    /** What happens at the scan: refuse, warn or none. */
    record Enforce(@Nullable String install, @Nullable String ship) {}
}
