/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lot that is compared with its siblings: the lots of the same item.
 *
 * @param id whatever the caller calls it; unique among the lots of one question
 * @param item whose lot it is
 * @param madeOn complaints that say an earlier date are counted apart; null when it is not known
 */
public record Lot(String id, String item, @Nullable LocalDate madeOn) {}
