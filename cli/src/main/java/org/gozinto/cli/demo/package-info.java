/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The factory that comes to life and the recall that follows. */
@NullMarked
package org.gozinto.cli.demo;

import org.jspecify.annotations.NullMarked;
