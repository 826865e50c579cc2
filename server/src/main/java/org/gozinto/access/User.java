/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import java.time.Instant;

/**
 * Someone who can sign in.
 *
 * @param name in lower case, never changes
 * @param version grows with every change; in quotes the ETag, for If-Match
 */
public record User(String name, Role role, boolean active, long version, Instant createdAt) {}
