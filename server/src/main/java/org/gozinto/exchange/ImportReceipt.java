/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of a document.
 *
 * @param kind such as {@code epcis-1.2-xml}
 * @param masters codes of the items, places and partners that were made
 * @param sorted whether the events did not stand in the order of their times, and were recorded in that order
 * @param events one verdict for each event, in the order of the document
 * @param recorded events that are in the ledger now and were not before
 * @param repeated events that were in the ledger already
 * @param noted events that were understood and move nothing; they leave no entry
 * @param refused events that were not recorded, each with its reason
 */
public record ImportReceipt(
        String kind,
        Masters masters,
        boolean sorted,
        List<Verdict> events,
        int recorded,
        int repeated,
        int noted,
        int refused) {

    /** Codes of what was made, in alphabetical order. */
    public record Masters(List<String> items, List<String> places, List<String> partners) {}

    /**
     * What became of one event.
     *
     * @param index position in the document, from 0
     * @param status 201 recorded, 200 repeated or noted, otherwise the status of the refusal
     * @param seq of the entry
     * @param id of the entry
     * @param before seqs of entries that were recorded with it, such as the first sighting of a parent
     * @param alerts what the ledger remarks, such as a shortfall
     * @param noted why it moves nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Verdict(
            int index,
            @Nullable String type,
            @Nullable String eventID,
            int status,
            @Nullable Long seq,
            @Nullable String id,
            @Nullable List<Long> before,
            @JsonRawValue @Nullable String alerts,
            @Nullable String noted,
            @Nullable String code,
            @Nullable String title,
            @Nullable String detail,
            @Nullable List<Refusal.Fault> errors) {

        static Verdict recorded(Named event, Entry entry, List<Long> before, @Nullable String alerts) {
            return new Verdict(
                    event.index,
                    event.type,
                    event.eventId,
                    201,
                    entry.seq,
                    entry.id,
                    before.isEmpty() ? null : before,
                    alerts,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        static Verdict repeated(Named event, Entry entry) {
            return new Verdict(
                    event.index,
                    event.type,
                    event.eventId,
                    200,
                    entry.seq,
                    entry.id,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        static Verdict noted(Named event, String reason) {
            return new Verdict(
                    event.index,
                    event.type,
                    event.eventId,
                    200,
                    null,
                    null,
                    null,
                    null,
                    reason,
                    null,
                    null,
                    null,
                    null);
        }

        static Verdict refused(Named event, Refusal refusal) {
            return new Verdict(
                    event.index,
                    event.type,
                    event.eventId,
                    refusal.status(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    refusal.code(),
                    refusal.title(),
                    refusal.detail(),
                    refusal.faults());
        }
    }

    /** How the document names an event. */
    record Named(int index, @Nullable String type, @Nullable String eventId) {}

    /** An entry of the ledger. */
    record Entry(long seq, String id) {}

    static ImportReceipt of(
            EpcisDocument document, org.gozinto.exchange.Masters.Made made, boolean sorted, List<Verdict> events) {
        int recorded = (int) events.stream().filter(v -> v.status == 201).count();
        int noted = (int) events.stream().filter(v -> v.noted != null).count();
        int repeated = (int) events.stream().filter(v -> v.status == 200).count() - noted;
        return new ImportReceipt(
                document.kind(),
                new Masters(made.items(), made.places(), made.partners()),
                sorted,
                events,
                recorded,
                repeated,
                noted,
                events.size() - recorded - repeated - noted);
    }
}
