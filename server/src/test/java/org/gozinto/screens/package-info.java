/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The screens in a real browser, used as people use them. */
@NullMarked
package org.gozinto.screens;

import org.jspecify.annotations.NullMarked;
