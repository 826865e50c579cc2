/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/**
 * Which input of a run went into which output, as far as it is known.
 *
 * @param qty how much of the input, at the input's scale; 0 when not stated
 */
public record Link(int input, int output, long qty) {}
