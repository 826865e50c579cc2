/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

import java.util.List;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.MasterChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The SQL of items. */
final class ItemStore {

    private static final String KIND = "item";

    private final Database database;
    private final JsonMapper json;

    ItemStore(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    List<Item> all() {
        return database.read()
                .sql("select id, version, body from item order by id")
                .query((rows, n) -> json.readValue(rows.getString("body"), ItemBody.class)
                        .toItem(rows.getLong("id"), rows.getLong("version")))
                .list();
    }

    long nextId(JdbcClient transaction) {
        return transaction
                .sql("select coalesce(max(id), 0) + 1 from item")
                .query(Long.class)
                .single();
    }

    void insert(JdbcClient transaction, Item item, long atUs, String actor) {
        String body = body(item);
        transaction
                .sql("insert into item (id, code, gtin, active, version, body) values (?, ?, ?, ?, ?, ?)")
                .param(item.id())
                .param(item.code())
                .param(item.gtin())
                .param(item.active() ? 1 : 0)
                .param(item.version())
                .param(body)
                .update();
        keepCodes(transaction, item);
        MasterChanges.add(transaction, KIND, item.code(), new MasterChanges.Change(item.version(), atUs, actor, body));
    }

    void update(JdbcClient transaction, Item item, long atUs, String actor) {
        String body = body(item);
        transaction
                .sql("update item set gtin = ?, active = ?, version = ?, body = ? where id = ?")
                .param(item.gtin())
                .param(item.active() ? 1 : 0)
                .param(item.version())
                .param(body)
                .param(item.id())
                .update();
        keepCodes(transaction, item);
        MasterChanges.add(transaction, KIND, item.code(), new MasterChanges.Change(item.version(), atUs, actor, body));
    }

    private static void keepCodes(JdbcClient transaction, Item item) {
        transaction
                .sql("delete from item_code where item_id = ?")
                .param(item.id())
                .update();
        for (ItemCode code : item.codes()) {
            transaction
                    .sql("insert into item_code (scheme, value, item_id, shared) values (?, ?, ?, ?)")
                    .param(code.scheme().word())
                    .param(code.value())
                    .param(item.id())
                    .param(ItemCode.isShared(code.scheme()) ? 1 : 0)
                    .update();
        }
    }

    /** A record with some members changed; a null takes one away, attributes are changed one by one. */
    ItemBody merged(@Nullable ItemBody before, ObjectNode members) {
        ObjectNode merged = before == null ? json.createObjectNode() : json.valueToTree(before);
        ObjectNode attributes = merged.withObjectProperty("attributes");
        members.properties().forEach(member -> {
            if (member.getKey().equals("attributes")) {
                attributes.setAll((ObjectNode) member.getValue());
            } else {
                merged.set(member.getKey(), member.getValue());
            }
        });
        attributes.removeNulls();
        merged.remove("version");
        return json.treeToValue(merged, ItemBody.class);
    }

    private String body(Item item) {
        return json.writeValueAsString(ItemBody.of(item));
    }
}
