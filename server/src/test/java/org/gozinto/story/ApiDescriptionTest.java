/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the API that is checked in is the one that the server gives, so that a change of the API is seen
 * in review, and the types of the screens are made from what is.
 */
class ApiDescriptionTest {

    private static final Path KEPT = Path.of("../docs/openapi.json");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void describesTheApiAsItIsCheckedIn() throws IOException {
        var description = (ObjectNode)
                RunningServer.Engine.SQLITE.shared().get("/openapi.json").json();
        // The address of the server that was asked.
        description.remove("servers");
        String now = JSON.writeValueAsString(JSON.treeToValue(description, Object.class)) + "\n";
        if (System.getenv("GOZINTO_REWRITE") != null) {
            Files.writeString(KEPT, now);
        }
        assertThat(now)
                .as("docs/openapi.json; if the change is meant, rewrite it: "
                        + "GOZINTO_REWRITE=1 mvn -pl server test -Dtest=ApiDescriptionTest")
                .isEqualToNormalizingNewlines(Files.exists(KEPT) ? Files.readString(KEPT) : "");
    }
}
