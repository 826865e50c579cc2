/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/**
 * One step of the explained path to a unit, first to last.
 *
 * @param seq the entry that made the step
 * @param unit the unit that the label is on after the step
 * @param place where it is then
 */
public record Step(long seq, Act act, int unit, int place, Precision precision) {}
