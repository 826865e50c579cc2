/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.gozinto.access.Actor;
import org.gozinto.exchange.EpcisEvent.Common;
import org.gozinto.exchange.ImportReceipt.Entry;
import org.gozinto.exchange.ImportReceipt.Named;
import org.gozinto.exchange.ImportReceipt.Verdict;
import org.gozinto.ledger.EntryRow;
import org.gozinto.ledger.Outcome;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One import under way. */
final class ImportRun {

    /** Lists that the lines of an act repeat. */
    private static final Set<String> IN_LINES = Set.of(
            "epcList",
            "quantityList",
            "childEPCs",
            "childQuantityList",
            "inputEPCList",
            "inputQuantityList",
            "outputEPCList",
            "outputQuantityList");

    private static final String EXTENSION = "epcis";

    private final Imports.Rooms rooms;
    private final JsonMapper json;
    private final EpcisDocument document;
    private final Masters masters;
    private final Actor actor;

    ImportRun(Imports.Rooms rooms, JsonMapper json, EpcisDocument document, Masters masters, Actor actor) {
        this.rooms = rooms;
        this.json = json;
        this.document = document;
        this.masters = masters;
        this.actor = actor;
    }

    /** Records the events in the order of their times; events of one time in the order of the document. */
    ImportReceipt record() {
        Verdict[] verdicts = new Verdict[document.events().size()];
        List<EpcisEvent> events = new ArrayList<>();
        for (EpcisDocument.Read read : document.events()) {
            switch (read) {
                case EpcisDocument.Read.Event(EpcisEvent event) -> events.add(event);
                case EpcisDocument.Read.Foreign(int index, String id, String type) ->
                    verdicts[index] = Verdict.noted(
                            new Named(index, type, id),
                            "Events of type " + type + " are not known here; nothing of it was recorded.");
                case EpcisDocument.Read.Broken(int index, String id, String type, Refusal refusal) ->
                    verdicts[index] = Verdict.refused(new Named(index, type, id), refusal);
            }
        }
        List<EpcisEvent> ordered = new ArrayList<>(events);
        ordered.sort(Comparator.comparing(e -> e.common().order().toInstant()));
        for (EpcisEvent event : ordered) {
            verdicts[event.common().index()] = verdict(event);
        }
        return ImportReceipt.of(document, masters.made(), !ordered.equals(events), List.of(verdicts));
    }

    private static Named named(Common event) {
        return new Named(event.index(), event.type(), event.id());
    }

    private Verdict verdict(EpcisEvent event) {
        Common common = event.common();
        try {
            if (common.error() != null) {
                return declared(common, common.error());
            }
            String id = EventId.of(common);
            EntryRow known = rooms.entries().byId(id);
            if (known != null) {
                return sameAgain(common, known);
            }
            return switch (plan(event)) {
                case Plan.Noted noted -> Verdict.noted(named(common), noted.reason());
                case Plan.Acts acts -> record(common, id, acts.acts());
            };
        } catch (RefusedException e) {
            return Verdict.refused(named(common), e.refusal());
        }
    }

    private Plan plan(EpcisEvent event) {
        var database = rooms.database();
        try (var whereabouts = new Whereabouts(database.readConnection(), database.dialect(), rooms.places())) {
            return new ActWriter(event.common(), masters, whereabouts).plan(event);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The event was recorded before, unless it says something else than the one that was. */
    private Verdict sameAgain(Common event, EntryRow known) {
        String hash = json.readTree(known.body())
                .path("extension")
                .path(EXTENSION)
                .path("contentHash")
                .stringValue("");
        if (hash.equals(event.contentHash())) {
            return Verdict.repeated(named(event), new Entry(known.seq(), known.id()));
        }
        Refusal refusal = Refusal.of(
                        "id-reused",
                        "The id stands for something else",
                        "Entry " + known.seq() + " has the id of this event and tells something else.")
                .status(409)
                .at(
                        event.pointer() + "/eventID",
                        "an id of its own",
                        "Declare the first event an error and send the right one with a new id.");
        return Verdict.refused(named(event), refusal);
    }

    private Verdict record(Common event, String id, List<ObjectNode> acts) {
        for (int i = 0; i < acts.size(); i++) {
            boolean last = i == acts.size() - 1;
            acts.get(i).put("id", last ? id : EventId.before(id, i));
            ObjectNode extension = acts.get(i).putObject("extension").putObject(EXTENSION);
            if (last) {
                extend(extension, event);
            } else {
                extension.put("before", id);
            }
        }
        List<Outcome> outcomes = rooms.movements().record(List.copyOf(acts), actor, acts.size() > 1);
        return verdict(event, id, outcomes);
    }

    private Verdict verdict(Common event, String id, List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Refused refused
                    && !refused.refusal().code().equals("with-others")) {
                return Verdict.refused(named(event), refused.refusal());
            }
        }
        List<Long> before = new ArrayList<>();
        for (Outcome outcome : outcomes.subList(0, outcomes.size() - 1)) {
            before.add(seq(outcome));
        }
        return switch (outcomes.getLast()) {
            case Outcome.Recorded recorded ->
                Verdict.recorded(named(event), new Entry(recorded.seq(), id), before, alerts(recorded.answer()));
            case Outcome.Repeated repeated -> Verdict.repeated(named(event), new Entry(repeated.seq(), id));
            case Outcome.Refused refused -> Verdict.refused(named(event), refused.refusal());
        };
    }

    private static long seq(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded recorded -> recorded.seq();
            case Outcome.Repeated repeated -> repeated.seq();
            case Outcome.Refused refused ->
                throw new IllegalStateException("refused: " + refused.refusal().code());
        };
    }

    private @Nullable String alerts(String answer) {
        JsonNode alerts = json.readTree(answer).path("alerts");
        return alerts.isMissingNode() ? null : alerts.toString();
    }

    /** All of the event that the act does not say, and what the event calls what the act does say. */
    private void extend(ObjectNode extension, Common event) {
        extension.put("kind", document.kind()).put("contentHash", event.contentHash());
        event.source().properties().stream()
                .filter(e -> !IN_LINES.contains(e.getKey()))
                .forEach(e -> extension.set(e.getKey(), e.getValue()));
        if (hasPrefixes(event.source()) || hasPrefixes(event.source().path("ilmd"))) {
            extension.set("@context", document.context());
        }
    }

    /** Whether names stand in it whose meaning only the context tells. */
    private static boolean hasPrefixes(JsonNode json) {
        return json.propertyNames().stream().anyMatch(n -> n.indexOf(':') >= 0 && !n.startsWith("cbvmda:"));
    }

    /** The event of the same id, or the same content, is wrong: what it recorded is voided, last act first. */
    private Verdict declared(Common event, EpcisEvent.Declaration error) {
        String id = EventId.of(event);
        EntryRow wrong = rooms.entries().byId(id);
        if (wrong == null) {
            return Verdict.noted(named(event), "The event that is declared wrong was never recorded here.");
        }
        EntryRow done = rooms.entries().byId(EventId.ofVoid(id));
        if (done != null) {
            return Verdict.repeated(named(event), new Entry(done.seq(), done.id()));
        }
        if (wrong.correctedBy() != null) {
            return Verdict.noted(
                    named(event),
                    "The event that is declared wrong is voided already, by entry " + wrong.correctedBy() + ".");
        }
        List<JsonNode> voids = new ArrayList<>();
        for (int n = 0; rooms.entries().byId(EventId.before(id, n)) instanceof EntryRow before; n++) {
            if (before.correctedBy() == null) {
                voids.addFirst(voiding(event, error, before.id()));
            }
        }
        voids.addFirst(voiding(event, error, id));
        List<Outcome> outcomes = rooms.movements().record(voids, actor, voids.size() > 1);
        return verdict(event, EventId.ofVoid(id), outcomes.reversed());
    }

    private JsonNode voiding(Common event, EpcisEvent.Declaration error, String act) {
        ObjectNode voiding = json.createObjectNode()
                .put("type", "void")
                .put("id", EventId.ofVoid(act))
                .put("occurredAt", error.time().toString())
                .put("corrects", act)
                .put("reason", "declared an error: " + error.reason())
                .put("shortfall", "unknown");
        extend(voiding.putObject("extension").putObject(EXTENSION), event);
        return voiding;
    }
}
