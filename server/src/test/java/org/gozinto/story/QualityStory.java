/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

/** Speaks to the quality room in a story. */
final class QualityStory {

    private final Story story;
    private final RunningServer server;

    QualityStory(Story story) {
        this.story = story;
        this.server = story.server();
    }

    /** A token of a role. */
    String token(String role) {
        Answer made =
                server.post("/api/v1/tokens", "{\"name\":\"%s\",\"role\":\"%s\"}".formatted(UUID.randomUUID(), role));
        return made.text("/token");
    }

    /** What is sent, with the ending of the story where a name stands in brackets such as {@code <R>}, and a new id. */
    String body(String members) {
        return body(UUID.randomUUID().toString(), members);
    }

    String body(String id, String members) {
        var named = new StringBuilder();
        int at = 0;
        for (int open = members.indexOf('<'); open >= 0; open = members.indexOf('<', at)) {
            int close = members.indexOf('>', open);
            named.append(members, at, open).append(story.code(members.substring(open + 1, close)));
            at = close + 1;
        }
        named.append(members.substring(at));
        return "{\"id\":\"" + id + "\"," + named.toString().replace('\'', '"') + "}";
    }

    Answer inspect(String members) {
        return expect(201, server.post("/api/v1/inspections", body(members)));
    }

    Answer nonconformance(String members) {
        return expect(201, server.post("/api/v1/nonconformances", body(members)));
    }

    /** A step that is taken. */
    Answer step(Answer of, String step) {
        return expect(201, tried(of, RunningServer.ADMIN, step));
    }

    /** A step that may be refused. */
    Answer tried(Answer of, String token, String step) {
        return server.post(path(of) + "/steps", token, body("'step':{" + step + "}"));
    }

    Answer again(Answer of) {
        return server.get(path(of));
    }

    static String path(Answer of) {
        String number = of.text("/number");
        return "/api/v1/" + (number.startsWith("I") ? "inspections/" : "nonconformances/") + number;
    }

    Answer plan(String code, String members) {
        String sent = body(members).replaceFirst("\"id\":\"[^\"]*\"", "\"code\":\"" + story.code(code) + "\"");
        return expect(201, server.post("/api/v1/inspection-plans", sent));
    }

    static Answer expect(int status, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer;
    }

    /** Whether a lot may be used for a purpose, with the codes of what is against it. */
    String usable(String item, String kind, String number, String purpose) {
        Answer units = server.get("/api/v1/units?item=" + story.code(item) + "&" + kind + "=" + number);
        var why = new StringBuilder(units.text("/items/0/usable/" + purpose));
        units.json().at("/items/0/usable/why").forEach(one -> {
            if (one.at("/purpose").asString().equals(purpose)) {
                why.append(' ').append(one.at("/code").asString());
            }
        });
        return why.toString();
    }
}
