/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.gozinto.movement.EntryView.MovementView;
import org.jspecify.annotations.Nullable;

/**
 * What an act would do if it were recorded now.
 *
 * @param dryRun always true
 * @param repeated true when the act is recorded already; then {@code seq} says where, and nothing would move
 * @param seq left out when the act before it is in the same request
 * @param movementsMore true when more would move than is shown
 * @param alerts canonical JSON array
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DryRunView(
        boolean dryRun,
        String id,
        String type,
        @Nullable Boolean repeated,
        @Nullable Long seq,
        @Nullable List<MovementView> movements,
        @Nullable Integer movementCount,
        @Nullable Boolean movementsMore,
        @JsonRawValue @Nullable String alerts) {}
