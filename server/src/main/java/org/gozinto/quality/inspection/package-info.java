/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Inspections by plans, what they accept and reject, and the non-conformances that follow. */
@NullMarked
package org.gozinto.quality.inspection;

import org.jspecify.annotations.NullMarked;
