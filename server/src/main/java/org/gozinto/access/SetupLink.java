/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Prints the link for the first user when nobody can sign in yet. */
class SetupLink {

    private static final Logger LOG = LoggerFactory.getLogger(SetupLink.class);

    private final FirstUser firstUser;
    private final AccessSettings settings;
    private final Environment environment;

    SetupLink(FirstUser firstUser, AccessSettings settings, Environment environment) {
        this.firstUser = firstUser;
        this.settings = settings;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        String token = firstUser.offer();
        if (token != null) {
            LOG.warn(
                    "Nobody can sign in yet. Make the first administrator within {} minutes: {}/setup?token={}",
                    FirstUser.OFFER.toMinutes(),
                    address(),
                    token);
        }
    }

    private String address() {
        String url = settings.publicUrl();
        if (url != null && !url.isBlank()) {
            return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        }
        boolean secure = environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.certificate");
        String port = environment.getProperty("local.server.port", "8080");
        return (secure ? "https" : "http") + "://localhost:" + port;
    }
}
