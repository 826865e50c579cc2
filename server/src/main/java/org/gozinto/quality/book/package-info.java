/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Numbered records that are the chain of their steps, whatever they are about. */
@NullMarked
package org.gozinto.quality.book;

import org.jspecify.annotations.NullMarked;
