/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gozinto.genealogy.ScopeQuestion;
import org.gozinto.genealogy.ScopeSeed;
import org.gozinto.genealogy.ScopeTimes;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.unit.StopRule;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which what is not there yet is stopped when it comes: what the seeds of a question say of new units. A
 * seed that is narrowed to a place, a document or a time, a vessel and a container say nothing of them.
 */
final class StopRulesOf {

    private final Items items;
    private final Places places;

    StopRulesOf(Items items, Places places) {
        this.items = items;
        this.places = places;
    }

    List<StopRule> of(ScopeQuestion question) {
        List<StopRule> rules = new ArrayList<>();
        for (ScopeSeed seed : question.allSeeds()) {
            boolean narrowed =
                    seed.place() != null || seed.document() != null || seed.from() != null || seed.to() != null;
            StopRule rule = narrowed ? null : rule(seed);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private @Nullable StopRule rule(ScopeSeed seed) {
        Long item = item(seed.item());
        if (seed.supplierLot() != null) {
            return new StopRule.SupplierLot(seed.supplierLot(), item, place(seed.partner()));
        }
        if (seed.run() != null) {
            return new StopRule.Made(item, seed.run(), null, null);
        }
        if (item == null) {
            return null;
        }
        if (seed.lot() != null) {
            return new StopRule.Lot(item, seed.issuer() == null ? null : issuer(seed.issuer()), seed.lot());
        }
        if (seed.serial() != null) {
            return new StopRule.Serials(item, seed.serial(), seed.serial());
        }
        if (seed.serials() != null) {
            return new StopRule.Serials(
                    item,
                    String.valueOf(seed.serials().from()),
                    String.valueOf(seed.serials().to()));
        }
        if (seed.lots() != null) {
            return new StopRule.Lots(
                    item,
                    String.valueOf(seed.lots().from()),
                    String.valueOf(seed.lots().to()));
        }
        if (seed.made() != null) {
            return new StopRule.Made(
                    item,
                    null,
                    ScopeTimes.fromUs(seed.made().from()),
                    ScopeTimes.toUs(seed.made().to()));
        }
        if (seed.received() != null) {
            return new StopRule.Received(
                    item,
                    place(seed.received().partner()),
                    ScopeTimes.fromUs(seed.received().from()),
                    ScopeTimes.toUs(seed.received().to()));
        }
        List<ScopeSeed.Attribute> attributes = seed.attribute();
        return attributes == null || attributes.isEmpty()
                ? null
                : new StopRule.Attributes(
                        item,
                        attributes.stream()
                                .collect(Collectors.toMap(
                                        a -> String.valueOf(a.name()), a -> String.valueOf(a.value()))));
    }

    private @Nullable Long item(@Nullable String code) {
        Item item = code == null ? null : items.find(code);
        return item == null ? null : item.id();
    }

    private @Nullable Long place(@Nullable String code) {
        Place place = code == null ? null : places.find(code);
        return place == null ? null : place.id();
    }

    private Long issuer(String code) {
        Long id = place(code);
        return code.isEmpty() || id == null ? 0L : id;
    }
}
