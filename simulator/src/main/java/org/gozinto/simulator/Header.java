/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every act has: its id, when it happened, and who, why, with what, in which step and for which document. */
public record Header(
        String id,
        Moment occurredAt,
        @Nullable Reference reference,
        @Nullable String reason,
        @Nullable String operator,
        @Nullable String equipment,
        @Nullable String step,
        Map<String, String> attributes) {

    Header(String id, Moment occurredAt) {
        this(id, occurredAt, null, null, null, null, null, Map.of());
    }

    Header forDocument(String type, String number) {
        return new Header(id, occurredAt, new Reference(type, number), reason, operator, equipment, step, attributes);
    }

    Header because(String why) {
        return new Header(id, occurredAt, reference, why, operator, equipment, step, attributes);
    }

    Header doneBy(String who, String tool, String what) {
        return new Header(id, occurredAt, reference, reason, who, tool, what, attributes);
    }

    Header noting(String name, String value) {
        return new Header(id, occurredAt, reference, reason, operator, equipment, step, Map.of(name, value));
    }

    void write(JsonText json, String type) {
        json.name("type").text(type).name("id").text(id);
        json.name("occurredAt").text(occurredAt.toString());
        if (reference != null) {
            json.name("reference").open('{');
            json.name("type").text(reference.type()).name("number").text(reference.number());
            json.close('}');
        }
        json.field("reason", reason).field("operator", operator);
        json.field("equipment", equipment).field("step", step);
        if (!attributes.isEmpty()) {
            json.name("attributes").value(attributes);
        }
    }
}
