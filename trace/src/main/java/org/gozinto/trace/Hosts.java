/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/**
 * Which hosts of a reached component count: those that contain it at as-of, those that contained it when they first
 * left for a partner (or now, if they never left), or all that ever did (trace semantics §2, Host).
 */
public enum Hosts {
    NOW,
    AS_BUILT,
    EVER
}
