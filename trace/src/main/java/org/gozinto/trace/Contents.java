/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/** What a container as seed means: what is in it at as-of, or everything that ever was in it. */
public enum Contents {
    NOW,
    EVER
}
