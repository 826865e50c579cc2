/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one unit, in its order: where it came from, where it went and came back from, by itself or in what
 * it was packed or installed in, what it was installed in, and what was put into it.
 *
 * @param lotId of the lot of a serial; 0 for none
 * @param made when it first came out of a run; null when it never did
 * @param numbered when it was commissioned, if that is how it began
 * @param received how it first came in, before it went anywhere
 * @param turns how it left and came back
 * @param outOfRuns when it came out of runs after the first time
 */
public record Chronicle(
        long unitId,
        long lotId,
        @Nullable Span made,
        @Nullable Span numbered,
        @Nullable Turn received,
        List<Turn> turns,
        List<Stay> stays,
        List<Change> changes,
        List<Span> outOfRuns) {

    /** The first and the last microsecond since 1970 UTC that something can have been at; the same for an instant. */
    public record Span(long fromUs, long toUs) {}

    /** Whether it left, came back, or was scrapped. */
    public enum Kind {
        OUT,
        IN,
        SCRAPPED
    }

    /** @param partnerId place of the partner that it went to or came from; 0 for none */
    public record Turn(Kind kind, Span when, long partnerId) {}

    /**
     * It was installed in a host.
     *
     * @param to null while it is in it
     * @param served since when it was, in this stay, in a host that had been delivered; null when it never was
     */
    public record Stay(
            long hostId,
            @Nullable String position,
            Span from,
            @Nullable Span to,
            @Nullable Span served) {}

    /**
     * Something was installed in it or removed from it.
     *
     * @param item code of what
     * @param away whether it was with a partner at that time
     */
    public record Change(
            Span when, long partId, String item, @Nullable String position, boolean in, boolean away) {}

    /**
     * Something that is in a unit.
     *
     * @param hostId what it is in, which is in the unit itself
     * @param since when it was first installed in that host, or what it is in came into the unit, whichever was later
     */
    public record Part(long unitId, long hostId, @Nullable String position, Span since) {}

    /** @param more whether there are more than these */
    public record Parts(List<Part> parts, boolean more) {}
}
