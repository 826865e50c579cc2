/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of a claim; kept in the step that asked for it.
 *
 * @param verdict covered, part, notCovered or unclear
 * @param free whether a recall has it, so that its remedy is free whatever a term says
 * @param coverage the promises that count on the day of the failure
 * @param lines what is payable of each line of the claim
 * @param knownAt nothing that was recorded later counts, RFC 3339
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Judgement(
        String verdict, boolean free, List<Check> checks, List<Promise> coverage, List<Line> lines, String knownAt) {

    static final String COVERED = "covered";
    static final String PART = "part";
    static final String NOT_COVERED = "notCovered";
    static final String UNCLEAR = "unclear";

    /** What a check came out as; unknown never counts as a pass. */
    enum Result {
        PASS,
        FAIL,
        UNKNOWN;

        String word() {
            return switch (this) {
                case PASS -> "pass";
                case FAIL -> "fail";
                case UNKNOWN -> "unknown";
            };
        }
    }

    /**
     * One question that was asked of the ledger and the terms.
     *
     * @param check serialExists, soldHere, inTerm, partInstalled, notTwin, notRemedied, notClaimed or notExcluded
     * @param result pass, fail or unknown
     * @param detail a sentence
     */
    record Check(String check, String result, String detail) {

        static Check of(String check, Result result, String detail) {
            return new Check(check, result.word(), detail);
        }

        boolean is(Result asked) {
            return result.equals(asked.word());
        }
    }

    /**
     * A promise as far as a claim uses it.
     *
     * @param kind commercial, statutory, extension or supplier
     * @param of product or part
     * @param what parts, labour, travel, loaner, consumables or other
     * @param state covered, expired, notStarted, unknown or excluded
     * @param start the first, {@code end} the last covered day
     * @param percent of the cost that is covered on the day, 0 to 100
     * @param why sentences
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Promise(
            String term,
            @Nullable Long version,
            @Nullable String name,
            String kind,
            String of,
            String what,
            String state,
            @Nullable String start,
            @Nullable String end,
            int percent,
            @Nullable Money deductible,
            List<String> why) {

        boolean is(String asked) {
            return state.equals(asked);
        }
    }

    /**
     * What is payable of one line.
     *
     * @param n the number of the line, from 1
     * @param payable an amount of the claim's currency, never more than was asked
     * @param unknown whether a fact is missing, so that nothing is payable so far
     */
    record Line(int n, BigDecimal percent, String payable, boolean unknown, String why) {}
}
