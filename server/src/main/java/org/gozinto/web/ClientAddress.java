/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Whose request it is. A proxy's word is taken only where the proxy is one that the settings name; the last address in
 * X-Forwarded-For that is no such proxy is the client's, since anybody can write what stands before it.
 */
final class ClientAddress {

    private static final String FORWARDED = "X-Forwarded-For";
    private static final int HOPS_MAX = 20;

    private final List<Network> trusted;

    /** Networks as settings have them; one that cannot be read is an IllegalArgumentException. */
    ClientAddress(List<String> trusted) {
        this.trusted = trusted.stream().map(Network::of).toList();
    }

    InetAddress of(HttpServletRequest request) {
        InetAddress at = InetAddress.ofLiteral(request.getRemoteAddr());
        if (trusted.isEmpty() || !isTrusted(at)) {
            return at;
        }
        List<String> hops = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders(FORWARDED))) {
            hops.addAll(List.of(header.split(",", -1)));
        }
        for (int i = hops.size() - 1; i >= Math.max(0, hops.size() - HOPS_MAX); i--) {
            try {
                at = InetAddress.ofLiteral(withoutPort(hops.get(i).strip()));
            } catch (IllegalArgumentException e) {
                return at;
            }
            if (!isTrusted(at)) {
                return at;
            }
        }
        return at;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    /** Some proxies write {@code 192.0.2.1:4711} and {@code [2001:db8::1]:4711}. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
}
