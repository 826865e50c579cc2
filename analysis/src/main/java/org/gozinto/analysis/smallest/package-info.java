/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The smallest recall: which scopes to take so that they explain the failures and reach the fewest units, as a curve
 * of cost against failures left unexplained.
 */
@NullMarked
package org.gozinto.analysis.smallest;

import org.jspecify.annotations.NullMarked;
