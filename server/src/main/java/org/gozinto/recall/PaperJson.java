/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.util.List;
import org.gozinto.recall.FilledPaper.Group;
import org.gozinto.recall.FilledPaper.Part;
import org.gozinto.recall.FilledPaper.Value;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a filled form as JSON. What is not known is left out, or is null where it must be said. */
final class PaperJson {

    private final JsonMapper json;

    PaperJson(JsonMapper json) {
        this.json = json;
    }

    /** @param mark what stands above a paper that is not to be sent, such as DRAFT; empty for none */
    byte[] bytes(FilledPaper paper, String mark) {
        ObjectNode root = json.createObjectNode();
        if (!mark.isEmpty()) {
            root.put("_mark", mark);
            ArrayNode missing = root.putArray("_missing");
            paper.missing().forEach(m -> missing.add(m.field()));
        }
        fill(root, paper.parts());
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static void fill(ObjectNode into, List<Part> parts) {
        for (Part part : parts) {
            switch (part) {
                case Value value -> put(into, value);
                case Group group -> put(into, group);
            }
        }
    }

    private static void put(ObjectNode into, Group group) {
        if (group.field().each() == null) {
            fill(into.putObject(group.field().at()), group.rows().getFirst());
            return;
        }
        ArrayNode rows = into.putArray(group.field().at());
        for (List<Part> row : group.rows()) {
            ObjectNode filled = rows.objectNode();
            fill(filled, row);
            if (!filled.isEmpty()) {
                rows.add(filled);
            }
        }
    }

    private static void put(ObjectNode into, Value value) {
        String name = value.field().at();
        List<String> texts = value.texts();
        if (texts.isEmpty()) {
            if (value.open()) {
                into.putNull(name);
            }
        } else if (value.field().isList()) {
            ArrayNode list = into.putArray(name);
            texts.forEach(list::add);
        } else if ("number".equals(value.field().as())) {
            into.put(name, new BigDecimal(texts.getFirst()));
        } else {
            into.put(name, String.join("; ", texts));
        }
    }
}
