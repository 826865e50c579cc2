/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.gozinto.cli.client.Api;
import org.gozinto.cli.client.Content;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;

/** Enters what the scooter maker promises its riders, what a supplier promises the maker, and which charger fits. */
final class CareDesk {

    private static final String RECORDS = "care.json";

    private final Api api;

    CareDesk(Api api) {
        this.api = api;
    }

    /** What was entered, in words. */
    String enter() {
        int terms = 0;
        int rules = 0;
        for (Json record : ((Json.Array) Json.read(text())).items()) {
            String door = record.text("door", "");
            api.need(Request.postOnce("/api/v1/" + door, Content.json(Objects.requireNonNull(record.get("body")))));
            terms += door.equals("terms") ? 1 : 0;
            rules += door.equals("fit-rules") ? 1 : 0;
        }
        return terms + " warranty terms, " + rules + " rules of what fits a scooter";
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(CareDesk.class.getResourceAsStream(RECORDS))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
