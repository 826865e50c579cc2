/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Which lots are bad, what the failed units share, and the smallest recall that explains them. */
@NullMarked
package org.gozinto.quality.signal;

import org.jspecify.annotations.NullMarked;
