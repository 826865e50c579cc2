/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** A peer of the trace index that is fetched when it is asked for. */
@NullMarked
package org.gozinto.bench;

import org.jspecify.annotations.NullMarked;
