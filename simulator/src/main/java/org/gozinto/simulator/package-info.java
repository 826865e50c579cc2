/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Factories with known truth: seeded simulations that live a year of everyday work as acts of the HTTP contract, and
 * keep their own book of what really happened, so that every answer of Gozinto can be compared with it.
 */
@NullMarked
package org.gozinto.simulator;

import org.jspecify.annotations.NullMarked;
