/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promise as it is sent, shown and kept. Days are such as 2026-03-01, periods ISO 8601 such as P2Y, quantities and
 * money decimal texts.
 *
 * @param code never changes
 * @param active whether it counts
 * @param version grows by one with each change; left out in what is sent
 * @param kind commercial, statutory, extension or supplier
 * @param supplier code of the partner who gives it to us; of kind supplier alone
 * @param rank of the commercial terms that meet a unit only those of the highest rank count
 * @param scope which units it is for; null or empty for all
 * @param start the first of these events that is known with the proof that it asks for begins the term
 * @param latestStart the term never begins later than that
 * @param timeZone in which its days are days; UTC when it is left out
 * @param coverages what is covered and how long
 * @param parts what parts get that came in later; null for what remains of the product's
 * @param exclusions what is not covered
 * @param transferable whether it goes on with another owner; true when it is left out
 * @param stopInRepair whether its clock stops while the product is in repair
 * @param extension what it is added to; of kind extension alone
 * @param perSerial whether it is only for serials that it was sold for
 * @param shown what anybody may see of it: no, secret or serial
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Term(
        @Nullable String code,
        @Nullable String name,
        @Nullable Boolean active,
        @Nullable Long version,
        @Nullable String kind,
        @Nullable String supplier,
        @Nullable Integer rank,
        @Nullable Scope scope,
        @Nullable List<Start> start,
        @Nullable Start latestStart,
        @Nullable String timeZone,
        @Nullable List<Coverage> coverages,
        @Nullable List<PartRule> parts,
        @Nullable List<Exclusion> exclusions,
        @Nullable Boolean transferable,
        @Nullable Boolean stopInRepair,
        @JsonProperty("extends") @Nullable Extension extension,
        @Nullable Boolean perSerial,
        @JsonProperty("public") @Nullable String shown) {

    /**
     * Which units a term is for: each member that is there must be met. A fact that is not known makes it unknown,
     * never met.
     *
     * @param items codes
     * @param revisions of the serial or its lot
     * @param lots numbers
     * @param serials ranges in the order of numbers, see {@link org.gozinto.identify.NumberRange}
     * @param madeFrom the first day of manufacture
     * @param madeTo the last one
     * @param markets countries, ISO 3166-1 alpha-2
     * @param customers codes of partners that it went to
     * @param channels of its registration
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Scope(
            @Nullable List<String> items,
            @Nullable List<String> revisions,
            @Nullable List<String> lots,
            @Nullable List<Serials> serials,
            @Nullable String madeFrom,
            @Nullable String madeTo,
            @Nullable List<String> markets,
            @Nullable List<String> customers,
            @Nullable List<String> channels) {}

    /** From one serial number to another, both included. */
    public record Serials(@Nullable String from, @Nullable String to) {}

    /**
     * An event that a term begins with.
     *
     * @param event registration, installation, sale, shipment, manufacture or receipt
     * @param plus a period that is added to its day
     * @param proof said, receipt or verified: the weakest that suffices
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Start(
            @Nullable String event,
            @Nullable String plus,
            @Nullable String proof) {}

    /**
     * What is covered, to the first limit that is reached.
     *
     * @param what parts, labour, travel, loaner, consumables or other
     * @param period from the start
     * @param meters the highest readings
     * @param shares what of the cost is covered until when; all of it when it is left out
     * @param deductible what the holder pays of each claim
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Coverage(
            @Nullable String what,
            @Nullable String period,
            @Nullable List<Meter> meters,
            @Nullable List<Share> shares,
            @Nullable Deductible deductible) {}

    /** @param most the highest reading that is covered */
    public record Meter(@Nullable String meter, @Nullable String most) {}

    /**
     * @param until a period from the start
     * @param percent 0 to 100
     */
    public record Share(@Nullable String until, @Nullable Integer percent) {}

    /** @param currency ISO 4217 */
    public record Deductible(
            @Nullable String amount, @Nullable String currency) {}

    /**
     * What a part gets that came in after the coverage began; the first rule that meets the part.
     *
     * @param items codes of parts; null for all
     * @param positions where they are in the product; null for all
     * @param replacement remainder, fresh, longer or atLeast
     * @param period of a fresh term, with fresh and longer
     * @param atLeast from the installation, with atLeast
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PartRule(
            @Nullable List<String> items,
            @Nullable List<String> positions,
            @Nullable String replacement,
            @Nullable String period,
            @Nullable String atLeast) {}

    /**
     * What is not covered: by what a complaint is coded, or by what happened.
     *
     * @param code of complaints
     * @param state opened or foreignPart
     * @param positions where a foreign part counts; null for everywhere
     * @param genuine codes of the items that are not foreign
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Exclusion(
            @Nullable String code,
            @Nullable String state,
            @Nullable List<String> positions,
            @Nullable List<String> genuine) {}

    /**
     * @param mode append, replace or parallel
     * @param term code of what it is added to; null for the longest commercial term
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Extension(@Nullable String mode, @Nullable String term) {}
}
