/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Warranty claims: what somebody demands under a term, what is decided of it, and what the supplier gives back. */
@NullMarked
package org.gozinto.care.claim;

import org.jspecify.annotations.NullMarked;
