/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.Set;

/**
 * A block on a unit.
 *
 * @param seq the entry that held
 * @param unitId the unit itself, or the lot of a serial
 */
public record Hold(long seq, long unitId, Set<Purpose> purposes, String reason) {}
