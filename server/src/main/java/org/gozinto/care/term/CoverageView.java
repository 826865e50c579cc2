/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gozinto.quality.book.UnitRef;
import org.gozinto.unit.RecallTag;
import org.jspecify.annotations.Nullable;

/**
 * What is promised for a unit on a day, with all that it follows from.
 *
 * @param asOf the day that is asked about
 * @param knownAt nothing that was recorded later counts, RFC 3339
 * @param state covered, expired, notStarted, unknown or none
 * @param until the last day to which it is covered without a day between; null while it is open
 * @param parts what is in it on that day, at every depth
 * @param moreParts whether there are more parts than these
 * @param considered the terms whose items fit, and whether they meet the unit
 * @param recalls the recalls that have the unit
 * @param remedyFree whether a recall has it that was not remedied: what the recall asks for is free whatever the terms
 *     say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoverageView(
        UnitRef unit,
        String asOf,
        String knownAt,
        String state,
        @Nullable String until,
        FactsView facts,
        List<Line> coverages,
        List<PartView> parts,
        boolean moreParts,
        List<Considered> considered,
        List<RecallTag> recalls,
        boolean remedyFree) {

    /**
     * A reason for people and programs.
     *
     * @param code stable
     * @param detail an English sentence
     */
    public record Reason(String code, String detail) {}

    /**
     * What is known of a unit. Days of instants are days in UTC here; a coverage has them in the zone of its term.
     *
     * @param proof of {@code boughtOn}: said, receipt or verified
     * @param transfers how often it went to another owner
     * @param twins how many other units claim its number
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FactsView(
            @Nullable String madeOn,
            @Nullable String receivedOn,
            @Nullable String supplier,
            @Nullable String shippedOn,
            @Nullable String shippedTo,
            @Nullable String market,
            @Nullable String soldOn,
            @Nullable String registeredOn,
            @Nullable String boughtOn,
            @Nullable String proof,
            @Nullable String installedOn,
            List<RepairView> repairs,
            List<ReadingView> readings,
            int transfers,
            @Nullable String revision,
            @Nullable String lot,
            int twins) {}

    /** @param to null while it is here */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RepairView(String from, @Nullable String to) {}

    /** @param kind meter or version */
    public record ReadingView(String name, String kind, String value, String on) {}

    /**
     * One coverage of one term.
     *
     * @param contract number of the contract, for a term that is sold by serial
     * @param kind commercial, statutory, extension or supplier
     * @param what parts, labour, travel, loaner, consumables or other
     * @param state covered, expired, notStarted, unknown or excluded
     * @param end the last covered day; null while it is not known, or when meters alone end it
     * @param cappedBy what made it start earlier than it would have
     * @param stoppedDays by how many days repairs moved the end
     * @param running whether it is in repair on that day, so that the end still moves
     * @param percent what of the cost is covered on that day, 0 to 100
     * @param endsBy calendar, meter, transfer or replaced
     * @param left null when it is not covered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String term,
            @Nullable Long version,
            @Nullable String name,
            @Nullable Long contract,
            String kind,
            String what,
            String state,
            @Nullable String start,
            @Nullable String end,
            @Nullable EventView startedBy,
            @Nullable EventView cappedBy,
            long stoppedDays,
            boolean running,
            int percent,
            @Nullable Money deductible,
            String endsBy,
            @Nullable Left left,
            List<Reason> why) {}

    /** @param plus what is added to the day, ISO 8601 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EventView(
            String event, String on, @Nullable String plus) {}

    /** @param amount a decimal number */
    public record Money(String amount, String currency) {}

    /** @param days to the end, that day not counted; null when meters alone end it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Left(@Nullable Long days, @Nullable List<MeterLeft> meters) {}

    public record MeterLeft(String meter, String left) {}

    /**
     * A part as it is installed on the day.
     *
     * @param within id of the unit that it is in
     * @param replacement whether it came in after the coverage of the product began
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PartView(
            UnitRef unit,
            @Nullable String position,
            String within,
            @Nullable String installedOn,
            boolean replacement,
            String state,
            @Nullable String until,
            List<Line> coverages) {}

    /** @param met yes, no or unknown */
    public record Considered(String term, String met, List<Reason> why) {}
}
