/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;

/**
 * What really happened in a simulated factory, from a book that the simulation keeps itself: it shares no code with the
 * trace, so the two can be held against each other. Everything is meant at the end of the life, after the last act.
 */
public interface Truth {

    /**
     * Where a piece is: {@code GET /units?item=&serial=}, whose one holding is {@link Whereabouts#direct()}.
     *
     * @throws IllegalArgumentException if there never was such a piece
     */
    Whereabouts whereIs(String item, String serial);

    /** How much of a lot-tracked lot stands at which location. Goods in runs, scrap or at partners are left out. */
    SortedMap<String, BigDecimal> holdings(Unit lot);

    /**
     * Everything that a lot or serial reached, without the seed itself: {@code GET /trace?direction=forward} with the
     * same {@code hosts}. The trace lists {@link Reach#possible()}.
     */
    Reach<Unit> descendants(Unit seed, Hosts hosts);

    /**
     * Everything that reached a serial, without the seed itself: {@code GET /trace?direction=backward} with the same
     * {@code hosts}. The trace lists {@link Reach#possible()}.
     */
    Reach<Unit> ancestors(Unit serial, Hosts hosts);

    /**
     * Who got what of a seed, by partner and item: {@code summary.consignees} of a forward trace. A component that was
     * shipped inside a host counts as shipped, whichever hosts are asked for; a host counts for those of its journeys
     * on which a reached component was in it, and only if it is listed under {@code hosts}.
     */
    List<Consignee> consignees(Unit seed, Hosts hosts);
}
