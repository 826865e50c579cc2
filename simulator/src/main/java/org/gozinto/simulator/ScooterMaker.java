/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.time.LocalDate;
import java.util.List;

/**
 * A maker of e-scooters with two plants, six suppliers, dealers in twelve countries and some direct customers.
 *
 * <p>Cells (lots) and glue (lots, kg) become battery packs (serials); a frame (serial) becomes a scooter (serial), in
 * which a pack and a controller (serial in a supplier lot) are installed; a charger (serial in a lot) goes along. Over
 * a year there are receipts, inspections, put-away, production, pallets, deliveries, returns, swaps, counts, scrap,
 * holds and transfers. Time zones differ between the plants, and clocks change.
 */
public final class ScooterMaker implements Factory<ScooterTruth> {

    private final Settings settings;

    private ScooterMaker(Settings settings) {
        this.settings = settings;
    }

    public static ScooterMaker of(Settings settings) {
        return new ScooterMaker(settings);
    }

    public Settings settings() {
        return settings;
    }

    @Override
    public List<Master> masters() {
        return new Catalog(settings).masters();
    }

    @Override
    public Story story() {
        Plan plan = new Plan(settings);
        LocalDate received = plan.date(plan.storyDay());
        Catalog catalog = new Catalog(settings);
        return new Story(
                Ware.CELL.code(),
                Receiving.cellLot(received, 1),
                Receiving.supplierLot(Catalog.BRIGHT, received, 1),
                catalog.partner(Catalog.BRIGHT),
                received,
                plan.reportDate());
    }

    @Override
    public Simulation<ScooterTruth> start() {
        return new ScooterLife(settings);
    }
}
