/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * Someone who can sign in.
 *
 * @param name in lower case, never changes
 * @param version grows with every change; the ETag
 */
public record User(
        String name, Role role, boolean active, @JsonIgnore long version, Instant createdAt) {}
