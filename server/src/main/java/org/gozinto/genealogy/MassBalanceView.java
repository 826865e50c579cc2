/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.List;
import org.gozinto.genealogy.TraceView.KnownAt;
import org.gozinto.genealogy.TraceView.Named;

/**
 * The mass balance of a unit, in its own unit of measure: {@code entered} = {@code accounted} + {@code gap}.
 *
 * @param serials the serials of a lot are counted with it
 * @param closed the gap is 0 and nothing makes one
 */
public record MassBalanceView(
        Named unit,
        boolean serials,
        KnownAt knownAt,
        boolean closed,
        String entered,
        String accounted,
        String gap,
        List<LineView> lines,
        List<DeliveryView> deliveries,
        List<GapView> gaps) {

    /** A quantity at a place: made, received, commissioned, found, fromLot came in; the other kinds became of it. */
    public record LineView(String kind, String place, List<String> within, String qty) {}

    /** What went to a partner in all, and what of it is there now. */
    public record DeliveryView(String partner, String name, String gross, String there) {}

    /** An entry after which the books do not add up; below zero where a quantity appeared. */
    public record GapView(long seq, String act, String place, String qty, String why) {}
}
