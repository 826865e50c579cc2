/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import org.gozinto.trace.Named;
import org.gozinto.trace.Place;
import org.gozinto.trace.Unit;

/** One ledger of a first maker and any number of others, all of one size, that come one after the other. */
record Makers(VehicleGraph first, VehicleGraph other) implements Named {

    /** Where maker n begins; 0 is the first. */
    VehicleGraph.Base base(int n) {
        if (n == 0) {
            return VehicleGraph.Base.NONE;
        }
        int before = n - 1;
        return new VehicleGraph.Base(
                first.entries() + (long) before * other.entries(),
                first.units() + before * other.units(),
                first.places() + before * other.places());
    }

    @Override
    public Unit unit(int id) {
        if (id < first.units()) {
            return first.unit(id);
        }
        Unit like = other.unit((id - first.units()) % other.units());
        String number = like.item() + id;
        return new Unit(
                id,
                like.kind(),
                like.item(),
                like.issuer(),
                like.lot() == null ? null : number,
                like.serial() == null ? null : number,
                like.lotUnit(),
                like.decimals(),
                like.measure(),
                like.twin());
    }

    @Override
    public Place place(int id) {
        if (id < first.places()) {
            return first.place(id);
        }
        Place like = other.place((id - first.places()) % other.places());
        return new Place(id, "P" + id, like.kind(), like.parent(), like.unit(), like.mixing(), like.overlap());
    }
}
