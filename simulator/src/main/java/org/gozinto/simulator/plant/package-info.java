/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * A large plant and a stream of complaints with planted causes and known truth, as plain numbers: what methods that
 * look for causes and signals are scored against.
 */
@NullMarked
package org.gozinto.simulator.plant;

import org.jspecify.annotations.NullMarked;
