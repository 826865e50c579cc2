/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What is behind complaints: lots that fail more than they should ({@code signal}), what failed units share
 * ({@code cause}), and the smallest set to recall ({@code smallest}). Plain Java: no Spring, no SQL, no clock; where
 * chance is used, the seed is an argument.
 */
@NullMarked
package org.gozinto.analysis;

import org.jspecify.annotations.NullMarked;
