/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Terms: what is promised, and what follows from it for one unit on one day.
 *
 * <p>A coverage is never stored. It is judged from the versions of the terms and from the facts of the unit, so that
 * it can be asked again as it was known at any time. The engine is plain code on values: no SQL, no clock.
 */
@NullMarked
package org.gozinto.care.term;

import org.jspecify.annotations.NullMarked;
