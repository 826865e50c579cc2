/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frozen answer, and what it was each time it was asked again.
 *
 * @param id the UUID that the client made before it asked for the first freezing
 * @param question as it was asked, with the item and issuer of its seeds filled in
 * @param versionCount how many different answers there are, 1 or more
 * @param versions the last 1,000, newest first; null in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScopeView(
        String id,
        String name,
        ScopeQuestion question,
        String createdAt,
        String actor,
        long versionCount,
        Head latest,
        @Nullable List<Head> versions) {

    /**
     * One of its answers in short.
     *
     * @param version 1 for the first
     * @param seq the last entry that was read
     * @param hash of that entry in the chain
     * @param knownAt when that entry was recorded: the answer is as it was known then
     * @param answerHash SHA-256 over the canonical answer, which names {@code seq}
     * @param contentHash SHA-256 over what the answer says, whatever it was read from
     */
    public record Head(
            long version,
            long seq,
            String hash,
            String knownAt,
            String frozenAt,
            String actor,
            String answerHash,
            String contentHash,
            long units,
            boolean complete) {}

    /**
     * One of its answers with all but its units.
     *
     * @param emptySeeds which of the question's seeds found nothing, from 0; null where it has no list of seeds
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Version(
            Head head,
            TraceView.Proof proof,
            TraceView.Policy policy,
            List<String> notAnswered,
            List<TraceView.CutView> cuts,
            TraceView.SummaryView summary,
            TraceView.@Nullable BalanceView balance,
            @Nullable List<Integer> emptySeeds) {}

    /** The answer to a freezing; the same when it is sent again. */
    public record Frozen(String id, Version version) {}

    /**
     * The answer to an evaluation.
     *
     * @param added the answer is another one now, and was added as the last version
     * @param version the last version, which says what is true at {@code seq}
     * @param seq the last entry that was read
     * @param hash of that entry in the chain
     */
    public record Evaluated(boolean added, Head version, long seq, String hash) {}

    /**
     * Whether every version is still what the reference answers for its entry.
     *
     * @param versions oldest first
     */
    public record Verified(boolean ok, List<VerifiedVersion> versions, long tookMs) {}

    /** @param difference in words, or null when all is well */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VerifiedVersion(
            long version, boolean ok, long units, @Nullable String difference) {}
}
