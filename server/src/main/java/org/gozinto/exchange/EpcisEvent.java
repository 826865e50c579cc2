/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One event of a document, as far as this room understands it (EPCIS 2.0 §7.4). */
sealed interface EpcisEvent {

    Common common();

    /**
     * What every event has.
     *
     * @param index position in the document, from 0
     * @param id the eventID, or null
     * @param time eventTime in the event's own offset
     * @param step bizStep as a bare word of the CBV, or the URI of another vocabulary
     * @param source the whole event as EPCIS 2.0 JSON
     * @param contentHash SHA-256 over the canonical content without eventID, recordTime and errorDeclaration
     */
    record Common(
            int index,
            String type,
            @Nullable String id,
            OffsetDateTime time,
            @Nullable String step,
            @Nullable Spot readPoint,
            @Nullable Spot bizLocation,
            List<Document> documents,
            List<Party> sources,
            List<Party> destinations,
            @Nullable Declaration error,
            ObjectNode source,
            String contentHash) {

        String pointer() {
            return "/epcisBody/eventList/" + index;
        }

        /** Where the thing is after the event, or where it was seen. */
        @Nullable
        Spot place() {
            return bizLocation != null ? bizLocation : readPoint;
        }

        /** When it counts among the events of its document: a declaration comes when it was declared. */
        OffsetDateTime order() {
            return error == null ? time : error.time();
        }
    }

    /** A business transaction: the kind of document as a bare word, and its identifier. */
    record Document(@Nullable String type, String id) {}

    /** A source or destination: {@code owning_party}, {@code possessing_party} or {@code location}. */
    record Party(String type, Spot spot) {}

    /** Says that the event of the same id is wrong (EPCIS 2.0 §7.4.1.4). */
    record Declaration(OffsetDateTime time, String reason) {}

    /** Dates and lot of things that begin in the event (CBV §9, instance or lot master data). */
    record Ilmd(
            @Nullable String lot,
            @Nullable LocalDate expiry,
            @Nullable LocalDate bestBefore,
            @Nullable LocalDate manufactured) {}

    enum Action {
        ADD,
        OBSERVE,
        DELETE
    }

    /** Something happened to things themselves. */
    record Objects(Common common, Action action, List<Thing> things, Ilmd ilmd) implements EpcisEvent {}

    /** Things were packed into a parent, seen in it, or taken out. */
    record Aggregation(
            Common common, Action action, @Nullable Thing parent, List<Thing> children) implements EpcisEvent {}

    /** Things were fitted to a parent, or a place, and taken off. */
    record Association(
            Common common,
            Action action,
            @Nullable Thing parent,
            @Nullable Spot at,
            List<Thing> children) implements EpcisEvent {}

    /** Things went in and others came out. */
    record Transformation(Common common, @Nullable String run, List<Thing> inputs, List<Thing> outputs, Ilmd ilmd)
            implements EpcisEvent {}

    /** Things were tied to documents. */
    record Transaction(Common common) implements EpcisEvent {}
}
