/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The command line: one class for each command, nothing but HTTP behind it. */
@NullMarked
package org.gozinto.cli;

import org.jspecify.annotations.NullMarked;
