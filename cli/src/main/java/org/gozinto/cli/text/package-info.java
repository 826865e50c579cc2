/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What is printed for people: tables, outlines, colours. */
@NullMarked
package org.gozinto.cli.text;

import org.jspecify.annotations.NullMarked;
