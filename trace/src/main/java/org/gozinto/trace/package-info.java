/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The gozinto graph: which lots and serials are in which, where they went and how much of them, answered exactly.
 * {@link org.gozinto.trace.Reference} is written from the page "What a trace answers, exactly" (cited as "trace
 * semantics §n") and reads like it. Plain Java: no Spring, no SQL, no clock, no randomness.
 */
@NullMarked
package org.gozinto.trace;

import org.jspecify.annotations.NullMarked;
