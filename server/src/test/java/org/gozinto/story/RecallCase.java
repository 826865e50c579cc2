/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A case that is worked on over HTTP, step by step. */
final class RecallCase {

    private final RunningServer server;
    private final String number;

    private RecallCase(RunningServer server, String number) {
        this.server = server;
        this.number = number;
    }

    static RecallCase open(RunningServer server, String kind) {
        Answer opened = server.post(
                "/api/v1/recalls",
                "{\"id\":\"%s\",\"kind\":\"%s\",\"title\":\"Cells that overheat\",\"signal\":\"A dozen complaints\"}"
                        .formatted(UUID.randomUUID(), kind));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return new RecallCase(server, opened.text("/number"));
    }

    /** The same case at another server on the same book. */
    RecallCase at(RunningServer other) {
        return new RecallCase(other, number);
    }

    String number() {
        return number;
    }

    String path(String more) {
        return "/api/v1/recalls/" + number + more;
    }

    JsonNode now() {
        return server.get(path("")).json();
    }

    String stage() {
        return now().at("/stage").asString();
    }

    /** Tries a step, its type and the members after it. */
    Answer tries(String type, String members) {
        String body = "{\"id\":\"%s\",\"step\":{\"type\":\"%s\"%s}}"
                .formatted(UUID.randomUUID(), type, members.isEmpty() ? "" : "," + members);
        return server.post(path("/steps"), body);
    }

    /** Takes a step that must be accepted. */
    RecallCase takes(String type, String members) {
        Answer taken = tries(type, members);
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        return this;
    }

    /** All that comes before a decision. */
    RecallCase prepared(String seeds) {
        return takes("investigate", "\"findings\":\"The separator of the cells is too thin.\"")
                .takes(
                        "evaluateHazard",
                        "\"hazard\":\"Fire\",\"severity\":\"critical\",\"likelihood\":\"possible\",\"injuries\":1,"
                                + "\"conclusion\":\"To be recalled\"")
                .takes("ask", "\"question\":{\"direction\":\"forward\",\"seeds\":[" + seeds + "]}");
    }

    /** Decides to act; {@code more} are further members with a comma before them. */
    RecallCase decided(String more) {
        return takes(
                "decide",
                "\"action\":\"act\",\"hazardClass\":\"I\",\"depth\":\"consumer\",\"level\":\"A\",\"reason\":\"Fire\""
                        + more);
    }
}
