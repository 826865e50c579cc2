/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

/**
 * Which input of a run went into which output.
 *
 * @param qty how much of the input, at its item's scale; 0 when not stated
 */
public record Link(long input, long output, long qty) {}
