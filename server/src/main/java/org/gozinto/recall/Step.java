/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.gozinto.access.Permission;
import org.gozinto.genealogy.ScopeQuestion;
import org.jspecify.annotations.Nullable;

/**
 * What can be done in a case, as it is sent and as it is kept. What is missing is null, so that a refusal can name all
 * faults at once; {@link StepCheck} says what must be there.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Note.class, name = "note"),
    @JsonSubTypes.Type(value = Step.Investigate.class, name = "investigate"),
    @JsonSubTypes.Type(value = Step.EvaluateHazard.class, name = "evaluateHazard"),
    @JsonSubTypes.Type(value = Step.Ask.class, name = "ask"),
    @JsonSubTypes.Type(value = Step.Decide.class, name = "decide"),
    @JsonSubTypes.Type(value = Step.Scoped.class, name = "scoped"),
    @JsonSubTypes.Type(value = Step.Release.class, name = "release"),
    @JsonSubTypes.Type(value = Step.Free.class, name = "free"),
    @JsonSubTypes.Type(value = Step.Notified.class, name = "notified"),
    @JsonSubTypes.Type(value = Step.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = Step.Pull.class, name = "pull"),
    @JsonSubTypes.Type(value = Step.DrawSample.class, name = "drawSample"),
    @JsonSubTypes.Type(value = Step.Check.class, name = "check"),
    @JsonSubTypes.Type(value = Step.Dispose.class, name = "dispose"),
    @JsonSubTypes.Type(value = Step.Remedy.class, name = "remedy"),
    @JsonSubTypes.Type(value = Step.Publish.class, name = "publish"),
    @JsonSubTypes.Type(value = Step.Facts.class, name = "facts"),
    @JsonSubTypes.Type(value = Step.Advance.class, name = "advance"),
    @JsonSubTypes.Type(value = Step.Close.class, name = "close"),
    @JsonSubTypes.Type(value = Step.Reopen.class, name = "reopen"),
    @JsonSubTypes.Type(value = Step.Undo.class, name = "undo")
})
sealed interface Step {

    /** What one must be allowed to do to take it. */
    default Permission needs() {
        return switch (this) {
            case Pull _ -> Permission.PULL;
            case Note _, Investigate _, EvaluateHazard _, Ask _, Answer _, Check _, Dispose _, Remedy _, Facts _ ->
                Permission.CASES;
            case Decide _,
                    Scoped _,
                    Release _,
                    Free _,
                    Notified _,
                    DrawSample _,
                    Publish _,
                    Advance _,
                    Close _,
                    Reopen _,
                    Undo _ -> Permission.RECALL;
        };
    }

    /** Something to remember. */
    record Note(@Nullable String text) implements Step {}

    /** What was found out about the signal. */
    record Investigate(@Nullable String findings) implements Step {}

    /**
     * The health hazard evaluation (21 CFR 7.41) or risk assessment.
     *
     * @param severity negligible, minor, serious or critical
     * @param likelihood remote, unlikely, possible or likely
     * @param atRisk who is at risk most, such as children
     * @param injuries known so far
     */
    record EvaluateHazard(
            @Nullable String hazard,
            @Nullable String severity,
            @Nullable String likelihood,
            @Nullable String atRisk,
            @Nullable Integer injuries,
            @Nullable String conclusion)
            implements Step {}

    /**
     * The question whose answer is the scope.
     *
     * @param unitCosts what a unit of an item costs, for previews; decimal texts
     * @param currency ISO 4217
     */
    record Ask(
            @Nullable ScopeQuestion question,
            @Nullable Map<String, String> unitCosts,
            @Nullable String currency) implements Step {}

    /**
     * What is done about it.
     *
     * @param action act, or none when nothing is recalled
     * @param hazardClass I, II or III (21 CFR 7.3); null where it is not classed
     * @param depth how far down it goes: ownStock, wholesale, retail or consumer
     * @param countries ISO 3166-1 alpha-2; empty for everywhere
     * @param level of the effectiveness checks, A to E (21 CFR 7.42)
     * @param cage code of the place that stopped stock is brought to; null when there is none
     */
    record Decide(
            @Nullable String action,
            @Nullable String hazardClass,
            @Nullable String depth,
            @Nullable List<String> countries,
            @Nullable String level,
            @Nullable Boolean publicWarning,
            @Nullable String cage,
            @Nullable String reason)
            implements Step {}

    /**
     * A version of the scope came into force; written by the server.
     *
     * @param version of this case, from 1
     * @param scope id of the frozen scope, and the version of it
     * @param seq the last entry that it knows of
     * @param added units that the version before did not have; all of them in the first
     * @param removed units that it does not have any more; they stay stopped until they are released
     * @param because numbers of the entries that made the difference, at most 100
     */
    record Scoped(
            long version,
            String scope,
            long scopeVersion,
            long seq,
            String answerHash,
            long units,
            long added,
            long removed,
            long changed,
            List<Long> because)
            implements Step {}

    /** What is not in the version of the scope any more may be used again. */
    record Release(@Nullable Long version, @Nullable String reason) implements Step {}

    /**
     * Units that may be used again: reworked, inspected and found good, or used as they are.
     *
     * @param units their ids
     */
    record Free(@Nullable List<String> units, @Nullable String reason) implements Step {}

    /**
     * Notices were made; written by the server.
     *
     * @param kind first, reminder, update or closing
     * @param notices their numbers within the case
     * @param consignees to whom they are
     * @param skipped who was meant and could not be written to
     */
    record Notified(
            String kind,
            String channel,
            List<Long> notices,
            List<String> consignees,
            @Nullable List<Skipped> skipped) implements Step {}

    /** Somebody who was not written to, and why. */
    record Skipped(String consignee, String why) {}

    /**
     * What a consignee said.
     *
     * @param consignee code of the partner, or of a sub-consignee as it was given
     * @param channel link, phone, email, letter or visit
     * @param by who said it
     */
    record Answer(
            @Nullable String consignee,
            @Nullable String channel,
            @Nullable String by,
            @Nullable List<AnswerLine> lines,
            @Nullable List<SubConsignee> subConsignees,
            @Nullable String text)
            implements Step {}

    /** What became of what a consignee got of one item, as decimal texts in the item's unit; null is not said. */
    record AnswerLine(
            @Nullable String item,
            @Nullable String onHand,
            @Nullable String soldOn,
            @Nullable String returned,
            @Nullable String destroyed,
            @Nullable String used) {}

    /** Someone to whom a consignee passed it on. */
    record SubConsignee(
            @Nullable String name,
            @Nullable String email,
            @Nullable String address,
            @Nullable String country,
            @Nullable String language,
            @Nullable String item,
            @Nullable String qty) {}

    /** Units were taken from their places. */
    record Pull(@Nullable List<PullLine> lines) implements Step {}

    /**
     * One row of the pull list, ticked off.
     *
     * @param qty what was there to take, in the item's unit; null for all that the list names
     * @param missing it was not there
     */
    record PullLine(
            @Nullable String unit,
            @Nullable String place,
            @Nullable String qty,
            @Nullable Boolean missing) {}

    /**
     * The consignees that are checked.
     *
     * @param percent of the consignees for level B, 10 to 100
     * @param consignees drawn by the server
     */
    record DrawSample(
            @Nullable String level,
            @Nullable Integer percent,
            @Nullable List<String> consignees) implements Step {}

    /**
     * One effectiveness check.
     *
     * @param method visit, phone, email or letter
     * @param received whether the notice had come, and acted whether it was followed; null when unreachable
     * @param result effective, ineffective or unreachable
     */
    record Check(
            @Nullable String consignee,
            @Nullable String method,
            @Nullable Boolean received,
            @Nullable Boolean acted,
            @Nullable String result,
            @Nullable String text)
            implements Step {}

    /**
     * What was done with a quantity.
     *
     * @param how destroyed, reworked, returnedToSupplier, usedAsIs or confirmedConsumed
     * @param entry number of the entry that records it, where one does
     * @param witness who saw it, needed for destroyed
     * @param certificate its number, needed for destroyed
     * @param inspected of how many pieces it was looked whether they are defective, and how many were
     */
    record Dispose(
            @Nullable String how,
            @Nullable String item,
            @Nullable String lot,
            @Nullable String qty,
            @Nullable Long entry,
            @Nullable String witness,
            @Nullable String certificate,
            @Nullable String day,
            @Nullable Integer inspected,
            @Nullable Integer defective,
            @Nullable String text)
            implements Step {}

    /** Serials that were put right: exchanged, repaired, refunded. */
    record Remedy(
            @Nullable String item,
            @Nullable List<String> serials,
            @Nullable String what,
            @Nullable String day,
            @Nullable Integer inspected,
            @Nullable Integer defective)
            implements Step {}

    /** What is said to consumers, by language; the server adds which numbers are affected. */
    record Publish(
            @Nullable String language,
            @Nullable List<String> countries,
            @Nullable Map<String, PublicRecalls.Text> texts)
            implements Step {}

    /** What authorities ask for and nothing else here says, by the name of the field. */
    record Facts(@Nullable Map<String, String> facts) implements Step {}

    /** The case goes on to the next stage. */
    record Advance(@Nullable String to, @Nullable String reason) implements Step {}

    /** @param reason what remains open and why, where anything does */
    record Close(@Nullable String reason) implements Step {}

    record Reopen(@Nullable String reason) implements Step {}

    /** A step counts no more; it stays to be seen. */
    record Undo(@Nullable Long step, @Nullable String reason) implements Step {}
}
