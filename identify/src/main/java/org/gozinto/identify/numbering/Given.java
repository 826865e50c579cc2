/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify.numbering;

import java.time.LocalDateTime;
import java.util.Map;

/**
 * What a template is filled in with.
 *
 * @param at the day and time of day where the numbers are used
 * @param values of the variables, as people say them
 */
public record Given(LocalDateTime at, Map<Variable, String> values) {}
