/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.ArrayList;
import java.util.List;

/** The stays of components in hosts that count under one relation as of one instant. */
final class Stays {

    private final TruthBook book;
    private final Hosts hosts;
    private final long asOfMs;

    Stays(TruthBook book, Hosts hosts, long asOfMs) {
        this.book = book;
        this.hosts = hosts;
        this.asOfMs = asOfMs;
    }

    List<Integer> hosts(int component) {
        List<Integer> found = new ArrayList<>();
        Ware ware = Ware.of(component);
        if (ware != Ware.PACK && ware != Ware.CONTROLLER) {
            return found;
        }
        for (int row = book.stays(component); row != TruthBook.NONE; row = book.nextStayOfComponent(row)) {
            if (counts(row)) {
                found.add(book.stayHost(row));
            }
        }
        return found;
    }

    List<Integer> components(int host) {
        List<Integer> found = new ArrayList<>();
        for (int row = book.stays(host); row != TruthBook.NONE; row = book.nextStayOfHost(row)) {
            if (counts(row)) {
                found.add(book.stayComponent(row));
            }
        }
        return found;
    }

    private boolean counts(int row) {
        if (book.stayFrom(row) > asOfMs) {
            return false;
        }
        return switch (hosts) {
            case EVER -> true;
            case NOW -> book.stayTo(row) > asOfMs;
            case AS_BUILT -> {
                long leftAtMs = firstLeft(book.stayHost(row));
                yield book.stayFrom(row) <= leftAtMs && book.stayTo(row) > leftAtMs;
            }
        };
    }

    /** When the host first left for a partner, or the time asked about if it had not left by then. */
    private long firstLeft(int host) {
        long first = asOfMs;
        for (int row = book.journeys(host); row != TruthBook.NONE; row = book.nextJourney(row)) {
            first = Math.min(first, book.journeyTime(row));
        }
        return first;
    }
}
