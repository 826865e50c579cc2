/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.genealogy.Histories.Flow;
import org.gozinto.genealogy.Histories.Input;
import org.gozinto.genealogy.Histories.VesselHistory;
import org.gozinto.trace.Mixing;

/** What share of each fill of a vessel is in a draw (trace semantics §2, Vessel), as far as floating point goes. */
final class VesselShares {

    private VesselShares() {}

    /** A fill with what of it is still there. */
    private static final class Left {
        private final int at;
        private double qty;

        Left(int at, double qty) {
            this.at = at;
            this.qty = qty;
        }
    }

    /** Well mixed, and since the last cleaning: all that is in it is in each draw. */
    static Map<Integer, Double> pool(VesselHistory vessel, long us, int entry) {
        boolean keeps = vessel.mixing() == Mixing.SINCE_CLEAN;
        List<Left> pool = new ArrayList<>();
        double total = 0;
        for (int at = 0; at < vessel.flows().size() && isBefore(vessel.flows().get(at), us, entry); at++) {
            Flow flow = vessel.flows().get(at);
            Input input = flow.input();
            if (flow.clean()) {
                pool.clear();
                total = 0;
            } else if (input != null) {
                pool.add(new Left(at, input.qty()));
                total += input.qty();
            } else if (!keeps && total > 0) {
                double rest = Math.max(0, total - flow.drawn()) / total;
                pool.forEach(one -> one.qty *= rest);
                pool.removeIf(one -> one.qty <= 0);
                total *= rest;
            }
        }
        Map<Integer, Double> shares = new HashMap<>();
        for (Left one : pool) {
            shares.put(one.at, one.qty / total);
        }
        return shares;
    }

    /** First in, first out: a draw takes what entered at the same place of the flow, give or take the overlap. */
    static Map<Integer, Double> plugFlow(VesselHistory vessel, long us, int entry) {
        Deque<long[]> fills = new ArrayDeque<>();
        long in = 0;
        long out = 0;
        long drawn = 0;
        for (int at = 0; at < vessel.flows().size(); at++) {
            Flow flow = vessel.flows().get(at);
            boolean own = flow.entry() == entry;
            if (!own && !isBefore(flow, us, entry)) {
                break;
            }
            Input input = flow.input();
            if (flow.clean()) {
                fills.clear();
                out = in;
            } else if (input != null) {
                fills.add(new long[] {at, in, in + input.qty()});
                in += input.qty();
            } else if (own) {
                drawn += flow.drawn();
            } else {
                out += flow.drawn();
            }
        }
        return overlaps(fills, out - vessel.overlap(), out + Math.max(1, drawn) + vessel.overlap());
    }

    private static Map<Integer, Double> overlaps(Deque<long[]> fills, long from, long to) {
        Map<Integer, Double> shares = new HashMap<>();
        double total = 0;
        for (long[] fill : fills) {
            long common = Math.min(to, fill[2]) - Math.max(from, fill[1]);
            if (common > 0) {
                shares.put((int) fill[0], (double) common);
                total += common;
            }
        }
        double all = total;
        shares.replaceAll((at, common) -> common / all);
        return shares;
    }

    // What an entry fills in comes before what it draws.
    private static boolean isBefore(Flow flow, long us, int entry) {
        return flow.fromUs() < us
                || flow.fromUs() == us && (flow.entry() < entry || flow.entry() == entry && flow.input() != null);
    }
}
