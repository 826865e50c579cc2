/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be known of a token; its secret is kept nowhere.
 *
 * @param id the part between {@code gzt_} and the next underscore
 * @param user who made it
 * @param acts the only acts it may record; null: all that its role may
 * @param expiresAt null: never
 * @param lastUsedAt to the minute; null: never
 */
public record Token(
        String id,
        String name,
        String user,
        Role role,
        @Nullable List<String> acts,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}
