/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what of a scope went to which partner and came back. */
final class Deliveries {

    private final TruthBook book;
    private final Catalog catalog;
    private final Map<Key, long[]> sums = new TreeMap<>();

    private record Key(String partner, Ware ware) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = partner.compareTo(other.partner);
            return order != 0 ? order : ware.code().compareTo(other.ware.code());
        }
    }

    Deliveries(TruthBook book, Catalog catalog) {
        this.book = book;
        this.catalog = catalog;
    }

    void ofLot(int lot) {
        for (long[] row : book.lotShipments()) {
            if (row[0] == lot) {
                add((int) row[1], book.lot(lot).ware(), row[2]);
            }
        }
    }

    /** Journeys of their own, and those of the hosts that the pieces were in at the time. */
    void ofPieces(List<Integer> pieces) {
        for (int piece : pieces) {
            journeys(piece, Long.MIN_VALUE, TruthBook.STILL, Ware.of(piece));
            if (isComponent(piece)) {
                for (int row = book.stays(piece); row != TruthBook.NONE; row = book.nextStayOfComponent(row)) {
                    journeys(book.stayHost(row), book.stayFrom(row), book.stayTo(row), Ware.of(piece));
                }
            }
        }
    }

    /** Journeys of the listed hosts while one of the pieces was in them. */
    void ofHosts(List<Integer> pieces, BitSet listed) {
        for (int piece : pieces) {
            if (!isComponent(piece)) {
                continue;
            }
            for (int row = book.stays(piece); row != TruthBook.NONE; row = book.nextStayOfComponent(row)) {
                int host = book.stayHost(row);
                if (listed.get(Ware.number(host))) {
                    journeys(host, book.stayFrom(row), book.stayTo(row), Ware.SCOOTER);
                }
            }
        }
    }

    List<Consignee> sorted() {
        List<Consignee> consignees = new ArrayList<>();
        sums.forEach((key, sum) -> {
            BigDecimal gross = key.ware().quantity(sum[0]);
            consignees.add(new Consignee(
                    key.partner(), key.ware().code(), gross, key.ware().quantity(sum[1])));
        });
        return consignees;
    }

    private void journeys(int piece, long fromMs, long toMs, Ware counted) {
        for (int row = book.journeys(piece); row != TruthBook.NONE; row = book.nextJourney(row)) {
            long timeMs = book.journeyTime(row);
            if (timeMs >= fromMs && timeMs < toMs) {
                int partner = book.journeyPartner(row);
                add(partner >= 0 ? partner : ~partner, counted, partner >= 0 ? 1 : -1);
            }
        }
    }

    private void add(int partner, Ware ware, long qty) {
        long[] sum = sums.computeIfAbsent(new Key(catalog.partner(partner), ware), _ -> new long[2]);
        sum[0] += Math.max(0, qty);
        sum[1] += qty;
    }

    private static boolean isComponent(int piece) {
        return Ware.of(piece) == Ware.PACK || Ware.of(piece) == Ware.CONTROLLER;
    }
}
