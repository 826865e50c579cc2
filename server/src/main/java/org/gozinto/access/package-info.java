/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Who may do what: users, roles, tokens, sessions and the first sign-in.
 *
 * <p>Other rooms see an {@link org.gozinto.access.Actor}, ask it {@code requireRecord("ship")} or {@code
 * require(Permission.MASTERS)}, and need to know nothing else.
 */
@NullMarked
@ApplicationModule(displayName = "Access", allowedDependencies = "ledger")
package org.gozinto.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
