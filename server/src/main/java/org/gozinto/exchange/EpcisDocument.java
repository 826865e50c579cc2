/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.util.List;
import java.util.Map;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A document that was read.
 *
 * @param kind such as {@code epcis-1.2-xml}
 * @param context what the prefixes of names mean
 * @param masters master data of the header, by the identifier that the document uses
 * @param events one for each event of the document, in its order
 */
record EpcisDocument(String kind, JsonNode context, List<Master> masters, List<Read> events) {

    /**
     * What the header says of an item or a place (EPCIS 1.2 §9.4, CBV §9).
     *
     * @param ofPlace whether it describes a place or party, otherwise a class of things
     * @param attributes names without their namespace
     */
    record Master(String id, boolean ofPlace, Map<String, String> attributes) {}

    /** An event that was understood, or why it was not. */
    sealed interface Read {
        int index();

        record Event(EpcisEvent event) implements Read {
            @Override
            public int index() {
                return event.common().index();
            }
        }

        /** Nothing that this server knows: reported, never dropped in silence. */
        record Foreign(int index, @Nullable String id, String type) implements Read {}

        record Broken(
                int index, @Nullable String id, @Nullable String type, Refusal refusal) implements Read {}
    }
}
