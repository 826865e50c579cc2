/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.gozinto.genealogy.ScopeQuestion;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is shown.
 *
 * @param number such as R-2026-001
 * @param kind recall, marketWithdrawal, stockRecovery or mock
 * @param stage how far it has come
 * @param stages each stage that it has come to, in order
 * @param lastStep the number of the last step: the next one is based on it
 * @param next the types of the steps that can be taken now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecallView(
        String number,
        String id,
        String kind,
        String title,
        String stage,
        List<StageView> stages,
        String openedAt,
        String openedBy,
        long lastStep,
        List<String> next,
        @Nullable ScopeQuestion question,
        @Nullable Map<String, String> unitCosts,
        @Nullable String currency,
        Step.@Nullable Investigate investigation,
        Step.@Nullable EvaluateHazard hazard,
        @Nullable DecisionView decision,
        @Nullable ScopeView scope,
        List<VersionView> versions,
        @Nullable StopView stop,
        CountsView counts,
        @Nullable PublicView published,
        Map<String, String> facts) {

    /** A stage and the step that brought the case there. */
    record StageView(String stage, long step, String at, String by, String role) {}

    /** A case in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(String number, String id, String kind, String title, String stage, String openedAt, String openedBy) {}

    record DecisionView(Step.Decide decide, long step, String at, String by) {}

    /**
     * The version of the scope that counts.
     *
     * @param drift what a new answer would change; null when it says the same, or the case is closed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ScopeView(
            String id,
            long scopeVersion,
            long version,
            long seq,
            String answerHash,
            long units,
            int lots,
            int serials,
            boolean complete,
            int cuts,
            @Nullable DriftView drift) {}

    /** How an answer with all that is known now differs from the version that counts. */
    record DriftView(long seq, long added, long removed) {}

    /** One version of the scope, and what made it another one than the one before. */
    record VersionView(
            long version,
            String scope,
            long scopeVersion,
            long seq,
            String at,
            String by,
            long units,
            long added,
            long removed,
            long changed,
            List<Long> because) {}

    /**
     * What is stopped.
     *
     * @param units how many units of the scope are stopped
     * @param arrived how many came under the stop after it was made
     * @param kept units that are in no scope any more and were not released
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StopView(boolean inForce, @Nullable String since, long units, long arrived, long kept) {}

    /** How much of the work is done. */
    record CountsView(
            int consignees, int told, int answered, int sampled, int checked, int pulled, int remedied, long entries) {}

    /** What consumers can read. */
    record PublicView(String language, List<String> languages, String at, long step) {}

    /** A step as it is shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepView(
            long n,
            String id,
            String type,
            String at,
            String by,
            String role,
            Step step,
            String hash,
            @Nullable Boolean undone) {}

    /** An entry that moved something that is stopped. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryHead(
            long seq,
            String type,
            String at,
            String actor,
            @Nullable String document,
            long units) {}

    /** What came of a step. */
    record Taken(StepView step, RecallView recall) {}
}
