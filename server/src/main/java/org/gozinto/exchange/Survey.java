/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.exchange.EpcisDocument.Master;
import org.gozinto.exchange.EpcisEvent.Ilmd;
import org.gozinto.exchange.Thing.Product;
import org.gozinto.item.Tracking;
import org.jspecify.annotations.Nullable;

/**
 * What a document as a whole tells of its items and places, before anything is made of it: whether an item's
 * pieces are told
 * apart by lot, serial or not at all, and which numbers are parties.
 */
final class Survey {

    /** Amounts in a measure such as kilograms keep at least this many decimals. */
    private static final int DECIMALS_OF_MEASURES = 3;

    /** How an item occurs. */
    private static final class Use {
        private boolean bySerial;
        private boolean byLot;
        private boolean lotOfPieces;
        private int decimals;
        private @Nullable String uom;
    }

    private final Map<String, Use> uses = new HashMap<>();
    private final Map<String, Set<String>> rolesByGln = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Map<String, Master> itemMasters = new HashMap<>();
    private final Map<String, Master> placeMasters = new HashMap<>();

    Survey(EpcisDocument document, Names names) {
        for (Master master : document.masters()) {
            if (master.ofPlace()) {
                placeMasters.putIfAbsent(names.spot(master.id()).code(), master);
            } else {
                Thing thing = names.ofClass(master.id());
                if (thing != null) {
                    itemMasters.putIfAbsent(product(thing).code(), master);
                }
            }
        }
        for (EpcisDocument.Read read : document.events()) {
            if (read instanceof EpcisDocument.Read.Event(EpcisEvent event)) {
                add(event);
            }
        }
    }

    static Product product(Thing thing) {
        return switch (thing) {
            case Thing.Piece it -> it.product();
            case Thing.LotAmount it -> it.product();
            case Thing.Amount it -> it.product();
            case Thing.Box it -> new Product("", null);
        };
    }

    private void add(EpcisEvent event) {
        switch (event) {
            case EpcisEvent.Objects it -> {
                boolean begins = it.action() == EpcisEvent.Action.ADD;
                it.things().forEach(t -> use(t, begins ? it.ilmd() : null));
                if (begins) {
                    begin(it.common().place());
                }
            }
            case EpcisEvent.Aggregation it -> {
                it.children().forEach(t -> use(t, null));
                use(it.parent());
            }
            case EpcisEvent.Association it -> {
                it.children().forEach(t -> use(t, null));
                use(it.parent());
            }
            case EpcisEvent.Transformation it -> {
                it.inputs().forEach(t -> use(t, null));
                it.outputs().forEach(t -> use(t, it.ilmd()));
                begin(it.common().place());
            }
            case EpcisEvent.Transaction it -> {
                // Moves nothing.
            }
        }
        event.common().sources().forEach(p -> party(p, "supplier"));
        event.common().destinations().forEach(p -> party(p, "customer"));
    }

    private void begin(@Nullable Spot spot) {
        if (spot != null && spot.gln() != null) {
            beginnings.add(spot.gln());
        }
    }

    private void use(@Nullable Thing parent) {
        if (parent != null) {
            use(parent, null);
        }
    }

    private void use(Thing thing, @Nullable Ilmd ilmd) {
        if (thing instanceof Thing.Box) {
            return;
        }
        Use use = uses.computeIfAbsent(product(thing).code(), c -> new Use());
        boolean lot = ilmd != null && ilmd.lot() != null;
        switch (thing) {
            case Thing.Piece it -> {
                use.bySerial = true;
                use.lotOfPieces |= lot;
            }
            case Thing.LotAmount it -> {
                use.byLot = true;
                measure(use, it.uom(), it.qty());
            }
            case Thing.Amount it -> {
                use.byLot |= lot;
                measure(use, it.uom(), it.qty());
            }
            case Thing.Box it -> throw new IllegalStateException();
        }
    }

    private static void measure(Use use, @Nullable String uom, java.math.@Nullable BigDecimal qty) {
        if (uom != null && use.uom == null) {
            use.uom = uom;
            use.decimals = Math.max(use.decimals, DECIMALS_OF_MEASURES);
        }
        if (qty != null) {
            use.decimals = Math.max(use.decimals, qty.stripTrailingZeros().scale());
        }
    }

    private void party(EpcisEvent.Party party, String role) {
        String gln = party.spot().gln();
        if (gln != null && party.type().endsWith("_party")) {
            rolesByGln.computeIfAbsent(gln, g -> new LinkedHashSet<>()).add(role);
        }
    }

    /** Whether the number is that of a party somewhere in the document. */
    boolean isParty(Spot spot) {
        return spot.party() || (spot.extension() == null && spot.gln() != null && rolesByGln.containsKey(spot.gln()));
    }

    /** Roles of a party; one at whose place goods begin makes them. */
    List<String> roles(Spot spot) {
        Set<String> roles = new LinkedHashSet<>(rolesByGln.getOrDefault(String.valueOf(spot.gln()), Set.of()));
        if (spot.gln() != null && beginnings.contains(spot.gln())) {
            roles.add("manufacturer");
        }
        return List.copyOf(roles);
    }

    Tracking tracking(Product product) {
        Use use = uses.get(product.code());
        if (use == null) {
            return Tracking.SERIAL;
        }
        if (use.bySerial) {
            return use.lotOfPieces || use.byLot ? Tracking.LOT_AND_SERIAL : Tracking.SERIAL;
        }
        return use.byLot ? Tracking.LOT : Tracking.NONE;
    }

    String unit(Product product) {
        Use use = uses.get(product.code());
        return use == null || use.uom == null || use.bySerial ? "EA" : use.uom;
    }

    int decimals(Product product) {
        Use use = uses.get(product.code());
        return use == null || use.bySerial ? 0 : Math.min(9, use.decimals);
    }

    Map<String, Master> itemMasters() {
        return itemMasters;
    }

    Map<String, Master> placeMasters() {
        return placeMasters;
    }
}
