/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the server with its body as it came. */
public record Answer(HttpResponse<byte[]> response) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    /** The text at a JSON pointer; empty when there is none. */
    public String text(String pointer) {
        return json().at(pointer).asString("");
    }

    /** The stable word of a problem; empty when it is none. */
    public String code() {
        return response.body().length > 0 && contentType().contains("json") ? text("/code") : "";
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    String contentType() {
        return header("Content-Type");
    }

    public long seq() {
        return json().at("/seq").asLong();
    }

    public String id() {
        return text("/id");
    }

    /** The pointers of a problem's errors. */
    public List<String> pointers() {
        return texts("/errors", "/pointer");
    }

    /** The codes of the alerts that came with an entry. */
    public List<String> alerts() {
        return texts("/alerts", "/code");
    }

    /** One text of each element of a list. */
    public List<String> texts(String list, String pointer) {
        return StreamSupport.stream(json().at(list).spliterator(), false)
                .map(element -> element.at(pointer).asString(""))
                .toList();
    }

    /** The lines of an NDJSON answer. */
    public List<JsonNode> lines() {
        List<JsonNode> lines = new ArrayList<>();
        body().lines().forEach(line -> lines.add(JSON.readTree(line)));
        return lines;
    }

    @Override
    public String toString() {
        return status() + " " + body();
    }
}
