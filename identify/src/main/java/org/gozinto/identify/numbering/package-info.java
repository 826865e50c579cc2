/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Makes lot and serial numbers from templates such as {@code {YY}{DDD}-{line}-{n:3}}, and proves that a template never
 * makes a number twice. Nothing here throws on what people typed: what is wrong comes back with a position and what was
 * expected.
 */
@NullMarked
package org.gozinto.identify.numbering;

import org.jspecify.annotations.NullMarked;
