/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import org.gozinto.unit.Unit;

/**
 * A quantity of one unit that an act moves.
 *
 * @param qty at the item's scale; above zero, except in adjustments
 * @param line where it was stated
 */
record Piece(Unit unit, long qty, Act.Line line) {}
