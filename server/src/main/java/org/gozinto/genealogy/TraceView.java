/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gozinto.unit.RecallTag;
import org.jspecify.annotations.Nullable;

/**
 * A trace answer as it is shown.
 *
 * @param complete true when nothing was cut; else {@code cuts} names each place, unit, quantity and reason
 * @param hash SHA-256 over the canonical answer: the same question on the same ledger has the same hash on every server
 * @param proof what one needs to have the answer checked, now or years later
 * @param notAnswered parts that were asked for and are not in this answer
 * @param hypotheses units that may have been touched, when the question asks for contact
 * @param next cursor of the next units, null at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TraceView(
        boolean complete,
        List<CutView> cuts,
        KnownAt knownAt,
        String hash,
        Proof proof,
        Policy policy,
        List<String> notAnswered,
        SummaryView summary,
        @Nullable BalanceView balance,
        @Nullable HypothesesView hypotheses,
        List<ReachedView> units,
        @Nullable String next) {

    /** The same answer with other words about its units. */
    TraceView with(List<ReachedView> shown) {
        return new TraceView(
                complete, cuts, knownAt, hash, proof, policy, notAnswered, summary, balance, hypotheses, shown, next);
    }

    /** The last entry that was read, and its hash in the chain. */
    public record KnownAt(long seq, String hash) {}

    /**
     * Holds an answer to what it was made from. Whoever reads the same entries and asks the same question gets the same
     * answer hash.
     *
     * @param seq the last entry that was read, 0 for none
     * @param headHash that entry's hash in the chain
     * @param policy the whole question as one line, with every default filled in and seeds named by their codes
     * @param answerHash SHA-256 over the canonical answer
     */
    public record Proof(long seq, String headHash, String policy, String answerHash) {}

    /**
     * The question with everything that was left open filled in.
     *
     * @param seedCount how many seeds there are, where these are more than are named
     * @param place what all seeds are narrowed to, as {@code document}; null where they are not, or not alike
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Policy(
            String direction,
            List<Named> seeds,
            @Nullable Integer seedCount,
            @Nullable String asOf,
            @Nullable String knownAt,
            String hosts,
            String contents,
            boolean amounts,
            @Nullable String place,
            @Nullable String document,
            List<String> killSteps,
            @Nullable String precision,
            String stop) {}

    /** A unit by its codes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Named(
            String unit,
            @Nullable String item,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String container,
            @Nullable String issuer,
            @Nullable Integer twin) {}

    /** Something that was not followed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CutView(
            String reason,
            @Nullable String place,
            @Nullable Named unit,
            @Nullable String qty) {}

    /** The totals. */
    public record SummaryView(
            int lots,
            int serials,
            List<ItemCount> byItem,
            List<AtPlace> onHand,
            List<Consignee> consignees,
            List<AtPlace> sources,
            List<ItemQty> scrapped,
            List<ItemQty> consumed,
            List<ItemQty> loss,
            List<ItemQty> unknown,
            List<ItemQty> adjustedUp) {}

    public record ItemCount(String item, int lots, int serials) {}

    public record ItemQty(String item, String qty) {}

    public record AtPlace(String place, String name, String item, String qty) {}

    /**
     * What a partner got: {@code qty} and {@code net} are less what came back, {@code gross} is all that went there.
     */
    public record Consignee(String partner, String name, String item, String qty, String gross, String net) {}

    /** Where all seed material is; it adds up to what entered. */
    public record BalanceView(
            String entered,
            String onHand,
            String atPartners,
            String scrapped,
            String inProcess,
            String loss,
            String elsewhere,
            String killed,
            String sum) {}

    /** What contact may have touched: no facts, and in no total. {@code shown} are the first of them. */
    public record HypothesesView(int count, List<HypothesisView> shown) {}

    /**
     * A unit that may be affected.
     *
     * @param relation touched, or followed: made from a touched unit (backward: a touched unit was made from it)
     * @param kind what was shared: place, vessel, equipment or operator
     * @param shared the place, vessel, equipment or operator
     * @param with the reached unit that it was shared with
     * @param through the unit that was touched
     */
    public record HypothesisView(
            Named unit, String relation, String kind, String shared, Named with, Named through, String since) {}

    /**
     * A reached unit.
     *
     * @param recalls those that it is under now, put in when it is shown; in no hash and in nothing that is kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReachedView(
            String unit,
            @Nullable String item,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String container,
            @Nullable String issuer,
            @Nullable Integer twin,
            String precision,
            String since,
            String relation,
            @Nullable String until,
            @Nullable AmountView amount,
            List<HoldingView> holdings,
            List<StayView> containers,
            List<SourceView> sources,
            @Nullable ChanceView chance,
            @Nullable List<RecallTag> recalls) {

        ReachedView with(@Nullable List<RecallTag> tags) {
            return new ReachedView(
                    unit,
                    item,
                    lot,
                    serial,
                    container,
                    issuer,
                    twin,
                    precision,
                    since,
                    relation,
                    until,
                    amount,
                    holdings,
                    containers,
                    sources,
                    chance,
                    tags);
        }
    }

    /** How likely a unit has at least one of the bad pieces, 0 to 1; the two differ where it is not known exactly. */
    public record ChanceView(String min, String max) {}

    public record AmountView(String min, String expected, String max) {}

    /** A reached quantity at a place; {@code within} are the places around it, innermost first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HoldingView(
            String place,
            String kind,
            String qty,
            List<String> within,
            @Nullable AmountView amount) {}

    /** A time in a container or host. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StayView(
            Named in,
            String kind,
            String from,
            @Nullable String to,
            @Nullable String position) {}

    /** Where it came into the books: the partner it was received from, or the place it was commissioned at. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SourceView(
            String act,
            long seq,
            String at,
            String from,
            String to,
            @Nullable String partner,
            String qty,
            @Nullable String document) {}

    /** One step of an explained path. */
    public record StepView(long seq, String act, String at, Named unit, String place, String precision) {}
}
