/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The address under which people reach this server: the one that is set, else the one that a request was sent to. */
final class PublicAddress {

    private final @Nullable String set;

    PublicAddress(Environment environment) {
        String url = environment.getProperty("gozinto.public-url", "").strip();
        this.set = url.isEmpty() ? null : url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** Without a slash at its end. */
    String of(HttpServletRequest request) {
        if (set != null) {
            return set;
        }
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        String host = request.getServerName();
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return request.getScheme() + "://" + name + (usual ? "" : ":" + port);
    }
}
