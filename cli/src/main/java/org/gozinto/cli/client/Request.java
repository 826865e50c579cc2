/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.gozinto.cli.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param path begins with a slash, with its query
 * @param repeatable sending it twice does what sending it once does, so it may be tried again
 * @param patience how long to wait for the answer to begin
 */
public record Request(
        String method,
        String path,
        @Nullable Content content,
        boolean repeatable,
        Duration patience,
        Map<String, String> headers) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public Request {
        headers = Map.copyOf(headers);
    }

    /** Reads. */
    public static Request get(String path) {
        return new Request("GET", path, null, true, PATIENCE, Map.of());
    }

    /** Posts something that the server would do twice if it came twice. */
    public static Request post(String path, Json body) {
        return new Request("POST", path, Content.json(body), false, PATIENCE, Map.of());
    }

    /** Posts something that carries its own id. */
    public static Request postOnce(String path, Content content) {
        return new Request("POST", path, content, true, PATIENCE, Map.of());
    }

    /** Replaces. */
    public static Request put(String path, Json body) {
        return new Request("PUT", path, Content.json(body), true, PATIENCE, Map.of());
    }

    /** Takes away. */
    public static Request delete(String path) {
        return new Request("DELETE", path, null, true, PATIENCE, Map.of());
    }

    /** The same with another patience. */
    public Request patient(Duration longer) {
        return new Request(method, path, content, repeatable, longer, headers);
    }

    /** The same with a header. */
    public Request header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Request(method, path, content, repeatable, patience, more);
    }
}
