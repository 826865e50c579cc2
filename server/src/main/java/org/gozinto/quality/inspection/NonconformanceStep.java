/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.gozinto.access.Permission;
import org.jspecify.annotations.Nullable;

/** What can be done about a non-conformance, as it is sent and as it is kept; what must be there is checked before. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NonconformanceStep.Open.class, name = "open"),
    @JsonSubTypes.Type(value = NonconformanceStep.Note.class, name = "note"),
    @JsonSubTypes.Type(value = NonconformanceStep.Contain.class, name = "contain"),
    @JsonSubTypes.Type(value = NonconformanceStep.Dispose.class, name = "dispose"),
    @JsonSubTypes.Type(value = NonconformanceStep.Act.class, name = "act"),
    @JsonSubTypes.Type(value = NonconformanceStep.Done.class, name = "done"),
    @JsonSubTypes.Type(value = NonconformanceStep.Verify.class, name = "verify"),
    @JsonSubTypes.Type(value = NonconformanceStep.Close.class, name = "close"),
    @JsonSubTypes.Type(value = NonconformanceStep.Reopen.class, name = "reopen")
})
sealed interface NonconformanceStep {

    /** What one must be allowed to do to take it. */
    default Permission needs() {
        return switch (this) {
            case Open _, Note _, Done _ -> Permission.INSPECT;
            case Contain _, Dispose _, Act _, Verify _, Close _, Reopen _ -> Permission.QUALITY;
        };
    }

    /**
     * The first step; written by the server.
     *
     * @param units ids of what does not conform: a lot or serials
     * @param qty in the item's unit
     */
    record Open(
            String item,
            @Nullable String lot,
            List<String> units,
            String qty,
            @Nullable String description,
            String severity,
            @Nullable String complaint,
            @Nullable String inspection,
            @Nullable String run)
            implements NonconformanceStep {}

    /** Something to remember. */
    record Note(@Nullable String text) implements NonconformanceStep {}

    /**
     * What is in our hands is held.
     *
     * @param scope lot (the units that it is about, the default) or forward (all that a trace forward of them reaches)
     * @param blocks ship, consume, sell, move; the first three by default
     * @param units ids of what was held; these members are written by the server
     */
    record Contain(
            @Nullable String scope,
            @Nullable List<String> blocks,
            @Nullable List<String> units,
            @Nullable List<Long> entries)
            implements NonconformanceStep {}

    /**
     * What is done with a quantity.
     *
     * @param as useAsIs, rework, return or scrap
     * @param qty of a lot, in the item's unit; null for all that is left
     * @param serials null for all that are left
     * @param place where it is taken from; null when it is clear
     * @param partner to whom it is returned
     * @param run in which it is reworked
     * @param entries written by the server
     */
    record Dispose(
            @Nullable String as,
            @Nullable String qty,
            @Nullable List<String> serials,
            @Nullable String place,
            @Nullable String partner,
            @Nullable String run,
            @Nullable String reason,
            @Nullable List<Long> entries)
            implements NonconformanceStep {}

    /** A corrective action; {@code due} is a day. */
    record Act(
            @Nullable String text,
            @Nullable String owner,
            @Nullable String due) implements NonconformanceStep {}

    /** An action was carried out; {@code n} is the step that agreed it. */
    record Done(@Nullable Long n, @Nullable String result) implements NonconformanceStep {}

    /** Whether an action helped. */
    record Verify(
            @Nullable Long n,
            @Nullable Boolean effective,
            @Nullable String evidence) implements NonconformanceStep {}

    record Close(@Nullable String reason) implements NonconformanceStep {}

    record Reopen(@Nullable String reason) implements NonconformanceStep {}
}
