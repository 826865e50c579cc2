/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.place;

import java.util.List;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.MasterChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The SQL of places and partners. */
final class PlaceStore {

    private static final String KIND = "place";

    private final Database database;
    private final JsonMapper json;

    PlaceStore(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Everything but runs, of which there are as many as there were orders. */
    List<Place> allButRuns() {
        return database.read()
                .sql("select id, code, kind, version, body from place where space = 0 order by id")
                .query((rows, n) -> place(
                        rows.getLong("id"),
                        rows.getString("code"),
                        rows.getString("kind"),
                        rows.getLong("version"),
                        rows.getString("body")))
                .list();
    }

    private Place place(long id, String code, String kind, long version, String body) {
        return switch (kind) {
            case "partner" -> json.readValue(body, PlaceBody.class).toPartner(id, version);
            case "site", "area", "bin", "vessel" ->
                json.readValue(body, PlaceBody.class).toLocation(id, version);
            default -> virtual(id, code, Place.Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)));
        };
    }

    static Place virtual(long id, String code, Place.Kind kind) {
        return new Place(
                id, code, kind, code, null, null, null, null, null, List.of(), java.util.Map.of(), null, true, 1);
    }

    /** A record with some members changed; a null takes one away, attributes and contact are changed one by one. */
    PlaceBody merged(@Nullable PlaceBody before, ObjectNode members) {
        ObjectNode merged = before == null ? json.createObjectNode() : json.valueToTree(before);
        ObjectNode attributes = merged.withObjectProperty("attributes");
        members.properties().forEach(member -> {
            if (member.getKey().equals("attributes")) {
                attributes.setAll((ObjectNode) member.getValue());
            } else if (member.getKey().equals("contact") && member.getValue() instanceof ObjectNode contact) {
                merged.set("contact", contact(merged.get("contact"), contact));
            } else {
                merged.set(member.getKey(), member.getValue());
            }
        });
        attributes.removeNulls();
        merged.remove("version");
        return json.treeToValue(merged, PlaceBody.class);
    }

    private JsonNode contact(@Nullable JsonNode before, ObjectNode members) {
        ObjectNode merged = before instanceof ObjectNode known ? known.deepCopy() : json.createObjectNode();
        merged.setAll(members);
        merged.removeNulls();
        return merged.isEmpty() ? json.nullNode() : merged;
    }

    long nextId(JdbcClient transaction) {
        return transaction
                .sql("select max(id) + 1 from place where space = 0")
                .query(Long.class)
                .single();
    }

    void insert(JdbcClient transaction, Place place, @Nullable Long parentId, long atUs, String actor) {
        String body = json.writeValueAsString(PlaceBody.of(place));
        transaction
                .sql("""
                        insert into place (id, space, code, kind, parent_id, gln, active, version, body)
                        values (?, 0, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(place.id())
                .param(place.code())
                .param(place.kind().word())
                .param(parentId)
                .param(place.gln())
                .param(place.active() ? 1 : 0)
                .param(place.version())
                .param(body)
                .update();
        addChange(transaction, place, atUs, actor, body);
    }

    void update(JdbcClient transaction, Place place, @Nullable Long parentId, long atUs, String actor) {
        String body = json.writeValueAsString(PlaceBody.of(place));
        transaction
                .sql(
                        "update place set kind = ?, parent_id = ?, gln = ?, active = ?, version = ?, body = ? where id = ?")
                .param(place.kind().word())
                .param(parentId)
                .param(place.gln())
                .param(place.active() ? 1 : 0)
                .param(place.version())
                .param(body)
                .param(place.id())
                .update();
        addChange(transaction, place, atUs, actor, body);
    }

    private static void addChange(JdbcClient transaction, Place place, long atUs, String actor, String body) {
        MasterChanges.add(
                transaction, KIND, place.code(), new MasterChanges.Change(place.version(), atUs, actor, body));
    }

    @Nullable
    String runCode(long id) {
        return database.read()
                .sql("select code from place where id = ? and space = 1")
                .param(id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Runs with ids above one, in their order. */
    List<Place> runsAfter(long id, int limit) {
        return database.read()
                .sql("select id, code from place where id > ? and space = 1 order by id limit ?")
                .param(id)
                .param(limit)
                .query((rows, n) -> virtual(rows.getLong("id"), rows.getString("code"), Place.Kind.RUN))
                .list();
    }
}
