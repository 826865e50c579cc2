/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.time.LocalDate;

/**
 * A new beginning for an item and code after a recall or publicity: people complain more once they have read of it.
 *
 * @param item of the lots
 * @param code of the complaints
 * @param from first day that counts; complaints and exposure of earlier days do not
 */
public record Baseline(String item, String code, LocalDate from) {}
