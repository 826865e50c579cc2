/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.exchange.EpcisEvent.Common;
import org.gozinto.exchange.EpcisEvent.Ilmd;
import org.gozinto.exchange.Thing.Product;
import org.gozinto.item.Item;
import org.gozinto.item.Tracking;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes one act in the words of the API. */
final class Draft {

    private static final List<String> SHIPPING_FIRST = List.of("desadv", "po", "inv");
    private static final List<String> OTHERS_FIRST = List.of("po", "desadv", "inv", "recadv");

    private final ObjectNode act = JsonNodeFactory.instance.objectNode();
    private final Masters masters;

    Draft(String type, Common event, Masters masters) {
        this.masters = masters;
        act.put("type", type);
        act.put("occurredAt", event.time().toString());
        act.put("shortfall", "unknown");
        if (event.step() != null) {
            act.put("step", event.step());
        }
        refer(event);
    }

    private void refer(Common event) {
        List<String> order = "shipping".equals(event.step()) ? SHIPPING_FIRST : OTHERS_FIRST;
        EpcisEvent.Document best = null;
        for (EpcisEvent.Document document : event.documents()) {
            if (best == null || rank(document, order) < rank(best, order)) {
                best = document;
            }
        }
        String number = best == null ? null : Names.documentNumber(best.id());
        if (best != null && number != null) {
            ObjectNode reference = act.putObject("reference");
            if (best.type() != null && !best.type().isBlank() && best.type().length() <= 64) {
                reference.put("type", best.type().strip());
            }
            reference.put("number", number);
        }
    }

    private static int rank(EpcisEvent.Document document, List<String> order) {
        int at = document.type() == null ? -1 : order.indexOf(document.type());
        return at < 0 ? order.size() : at;
    }

    Draft with(String name, @Nullable String value) {
        if (value != null) {
            act.put(name, value);
        }
        return this;
    }

    Draft with(String name, ObjectNode value) {
        act.set(name, value);
        return this;
    }

    Draft flag(String name) {
        act.put(name, true);
        return this;
    }

    /** Adds things that move; logistic units become containers. Pieces of one item share a line. */
    Draft things(String field, List<? extends Thing> things, @Nullable String from, @Nullable Ilmd ilmd) {
        Map<Product, ArrayNode> pieces = new LinkedHashMap<>();
        for (Thing thing : things) {
            switch (thing) {
                case Thing.Piece it ->
                    pieces.computeIfAbsent(
                                    it.product(),
                                    p -> line(field, item(p), from, ilmd, null).putArray("serials"))
                            .add(it.serial());
                case Thing.LotAmount it -> amount(it, line(field, item(it.product()), from, ilmd, it.lot()));
                case Thing.Amount it -> amount(it, line(field, item(it.product()), from, ilmd, null));
                case Thing.Box it -> list("containers").add(it.sscc());
            }
        }
        return this;
    }

    private Item item(Product product) {
        return masters.item(product);
    }

    private ArrayNode list(String field) {
        return act.get(field) instanceof ArrayNode there ? there : act.putArray(field);
    }

    /** A line; lot and dates are told where a thing begins. */
    private ObjectNode line(
            String field, Item item, @Nullable String from, @Nullable Ilmd ilmd, @Nullable String ownLot) {
        ObjectNode line = list(field).addObject().put("item", item.code());
        String lot = ownLot != null || ilmd == null ? ownLot : ilmd.lot();
        if (lot != null && (item.tracking().byLot() || ownLot != null)) {
            line.put("lot", lot);
        } else if (lot != null && item.tracking() == Tracking.SERIAL) {
            line.putObject("attributes").put("lotNumber", lot);
        }
        if (from != null) {
            line.put("from", from);
        }
        if (ilmd != null && item.tracking() != Tracking.NONE) {
            date(line, "expiry", ilmd.expiry());
            date(line, "bestBefore", ilmd.bestBefore());
            date(line, "manufactured", ilmd.manufactured());
        }
        return line;
    }

    private static void date(ObjectNode line, String name, @Nullable LocalDate day) {
        if (day != null) {
            line.put(name, day.toString());
        }
    }

    private void amount(Thing thing, ObjectNode line) {
        BigDecimal qty = quantity(thing);
        if (qty == null) {
            throw new Refusal(
                            422,
                            "quantity-missing",
                            "The quantity is not stated",
                            "An amount of " + Survey.product(thing).code()
                                    + " is named without its quantity; the ledger keeps exact quantities.",
                            List.of(new Refusal.Fault(
                                    thing.pointer() + "/quantity",
                                    "is missing",
                                    "a number above zero",
                                    "State the quantity.")))
                    .asException();
        }
        line.put("qty", qty.toPlainString());
        String uom = uom(thing);
        Item item = item(Survey.product(thing));
        if (uom != null) {
            line.put("unit", uom);
        } else if (item.decimals() > 0) {
            line.put("unit", "EA");
        }
    }

    static @Nullable BigDecimal quantity(Thing thing) {
        return switch (thing) {
            case Thing.LotAmount it -> it.qty();
            case Thing.Amount it -> it.qty();
            case Thing.Piece it -> BigDecimal.ONE;
            case Thing.Box it -> BigDecimal.ONE;
        };
    }

    private static @Nullable String uom(Thing thing) {
        return switch (thing) {
            case Thing.LotAmount it -> it.uom();
            case Thing.Amount it -> it.uom();
            case Thing.Piece it -> null;
            case Thing.Box it -> null;
        };
    }

    ObjectNode act() {
        return act;
    }
}
