/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Gozinto, the ledger of physical things: one package for each room of the house. */
@NullMarked
package org.gozinto;

import org.jspecify.annotations.NullMarked;
