/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people and programs get in.
 *
 * @param adminToken a bearer token of at least 32 characters that is always administrator; for automation and for
 *     getting back in. Give it as {@code GOZINTO_ADMIN_TOKEN}
 * @param publicUrl the address that people type, such as {@code https://gozinto.example.com}; used in links
 */
@ConfigurationProperties("gozinto")
record AccessSettings(@Nullable String adminToken, @Nullable String publicUrl) {

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "AccessSettings[publicUrl=" + publicUrl + "]";
    }
}
