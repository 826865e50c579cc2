/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** JSON as plain values, with a reader and a writer that start at once. */
@NullMarked
package org.gozinto.cli.json;

import org.jspecify.annotations.NullMarked;
