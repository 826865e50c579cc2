/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it is shown.
 *
 * @param kind lot, serial, container or untracked
 * @param status in one word: inStock, installed, packed, consumed, shipped, scrapped, voided or mixed
 * @param twin 0, or n for the n-th suspect twin of the number
 * @param recalls that it, or its lot, is under
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnitView(
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
        List<HoldingView> holdings,
        List<HoldView> holds,
        @Nullable List<RecallTag> recalls,
        UsableView usable,
        List<ContentView> contents) {

    /**
     * A quantity at a place.
     *
     * @param within the places around it, innermost first, when it is in a container or host
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HoldingView(
            String place,
            String kind,
            String qty,
            @Nullable String position,
            @Nullable List<String> within) {}

    /** A block; {@code ofLot} when it lies on the serial's lot. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HoldView(long seq, List<String> blocks, String reason, boolean ofLot) {}

    /** Whether it may be used, yes or no, and everything against it. */
    public record UsableView(String ship, String consume, String sell, List<Why> why) {}

    /** A reason against a purpose. */
    public record Why(String purpose, String code, String detail) {}

    /** The supplier's own number. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SupplierLotView(String number, @Nullable String partner) {}

    /** Something packed or installed in it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ContentView(
            String id,
            @Nullable String item,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String container,
            String qty,
            @Nullable String position,
            @Nullable List<RecallTag> recalls) {}
}
