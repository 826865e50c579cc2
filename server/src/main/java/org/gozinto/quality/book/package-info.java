/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Numbered records that are the chain of their steps, whatever they are about. */
@NullMarked
@NamedInterface("book")
package org.gozinto.quality.book;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
