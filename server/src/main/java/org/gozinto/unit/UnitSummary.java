/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.gozinto.unit.UnitView.SupplierLotView;
import org.gozinto.unit.UnitView.UsableView;
import org.jspecify.annotations.Nullable;

/**
 * The head of a unit's page, without its long lists.
 *
 * @param holdings the largest quantities first, at most 50; of a lot of serials all hosts are one line and all runs
 * @param recalls that it, or its lot, is under
 * @param serials of a lot, how many there are in all
 * @param contents how many units are directly in it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitSummary(
        String id,
        String kind,
        @Nullable String item,
        @Nullable String name,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable String container,
        @Nullable String issuer,
        int twin,
        boolean suspectTwin,
        @Nullable String expiry,
        @Nullable String bestBefore,
        @Nullable String manufactured,
        List<SupplierLotView> supplierLots,
        @JsonRawValue @Nullable String attributes,
        String status,
        @Nullable String unit,
        List<HoldRow> holds,
        @Nullable List<RecallTag> recalls,
        UsableView usable,
        Totals totals,
        List<HoldingRow> holdings,
        boolean holdingsMore,
        @Nullable Long serials,
        long contents) {

    /** A block, with who made it and when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HoldRow(
            long seq,
            List<String> blocks,
            String reason,
            boolean ofLot,
            @Nullable String at,
            @Nullable String by) {}

    /** What came in, and what became of it. */
    record Totals(
            String received,
            String made,
            String commissioned,
            String found,
            String onHand,
            String packed,
            String installed,
            String consumed,
            String shipped,
            String scrapped,
            String adjusted,
            String unknown) {}

    /** A quantity at a place. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HoldingRow(
            String place,
            @Nullable String name,
            String kind,
            String qty,
            @Nullable String position,
            @Nullable List<String> within) {}

    /** Something in it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContentRow(
            String id,
            @Nullable String item,
            @Nullable String name,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String container,
            String qty,
            @Nullable String position,
            boolean held,
            @Nullable List<RecallTag> recalls) {}
}
