/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/** Forward: what the seeds went into and where they went. Backward: what the seeds were made from. */
public enum Direction {
    FORWARD,
    BACKWARD
}
