/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Puts an address together, everything in it encoded. */
public final class Query {

    private final StringBuilder out;
    private char mark = '?';

    private Query(String path) {
        this.out = new StringBuilder(path);
    }

    /** An address that begins with this path, which is taken as it is. */
    public static Query of(String path) {
        return new Query(path);
    }

    /** One part of a path, such as a code with a slash in it. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Adds a parameter, or leaves it out when there is no value. */
    public Query with(String name, @Nullable Object value) {
        if (value != null) {
            out.append(mark).append(name).append('=').append(segment(value.toString()));
            mark = '&';
        }
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
