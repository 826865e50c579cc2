/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.identify.Gtin;
import org.gozinto.identify.Reading;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;

/** An item as it is sent and shown. */
record ItemBody(
        @Nullable String code,
        @Nullable String name,
        @Nullable String tracking,
        @Nullable String unit,
        @Nullable Integer decimals,
        @Nullable List<OtherUnitBody> units,
        @Nullable String gtin,
        @Nullable List<ItemCodeBody> codes,
        @Nullable List<ItemLinkBody> links,
        @Nullable String issuer,
        @Nullable Integer shelfLifeDays,
        @Nullable String inspection,
        @Nullable Map<String, String> attributes,
        @Nullable Boolean active,
        @Nullable Long version) {

    private static final int DECIMALS_MAX = 9;
    private static final int SHELF_LIFE_DAYS_MAX = 36_525;
    private static final int ATTRIBUTES_MAX = 100;

    record OtherUnitBody(@Nullable String unit, @Nullable String factor) {}

    static ItemBody of(Item item) {
        return new ItemBody(
                item.code(),
                item.name(),
                item.tracking().word(),
                item.unit(),
                item.decimals(),
                item.units().stream()
                        .map(u -> new OtherUnitBody(u.unit(), u.factor().toPlainString()))
                        .toList(),
                item.gtin(),
                item.codes().stream().map(ItemCodeBody::of).toList(),
                item.links().stream().map(ItemLinkBody::of).toList(),
                item.issuer(),
                item.shelfLifeDays(),
                item.inspection() == null ? null : item.inspection().word(),
                item.attributes(),
                item.active(),
                item.version());
    }

    /** The item that this body describes, or a refusal that names every fault. */
    Item toItem(long id, long newVersion) {
        var faults = new Faults();
        String goodCode = faults.code("/code", code);
        faults.text("/name", name, 200);
        Tracking goodTracking = Tracking.of(tracking);
        faults.expect(goodTracking != null, "/tracking", "is missing or unknown", "none, lot, serial or lot+serial");
        int scale = decimals == null ? 0 : decimals;
        faults.expect(scale >= 0 && scale <= DECIMALS_MAX, "/decimals", "is out of range", "0 to " + DECIMALS_MAX);
        faults.expect(
                goodTracking == null || !goodTracking.bySerial() || scale == 0,
                "/decimals",
                "is not 0 although the item is counted in pieces with a serial each",
                "0");
        faults.expect(
                shelfLifeDays == null || shelfLifeDays >= 0 && shelfLifeDays <= SHELF_LIFE_DAYS_MAX,
                "/shelfLifeDays",
                "is out of range",
                "0 to " + SHELF_LIFE_DAYS_MAX);
        String baseUnit = faults.code("/unit", unit == null ? "EA" : unit);
        var otherUnits = otherUnits(faults, baseUnit);
        String goodGtin = gtin(faults);
        var goodCodes = ItemCodeBody.all(faults, codes, goodGtin);
        var goodLinks = ItemLinkBody.all(faults, links);
        var goodAttributes = attributes == null ? Map.<String, String>of() : attributes;
        faults.expect(
                goodAttributes.size() <= ATTRIBUTES_MAX, "/attributes", "are too many", "at most " + ATTRIBUTES_MAX);
        InspectionRule goodRule = inspectionRule(faults, goodTracking);
        faults.refuse("The item cannot be kept");
        return new Item(
                id,
                goodCode,
                name == null ? goodCode : name,
                goodTracking == null ? Tracking.NONE : goodTracking,
                baseUnit,
                scale,
                otherUnits,
                goodGtin,
                issuer,
                goodCodes,
                goodLinks,
                shelfLifeDays,
                goodRule,
                new LinkedHashMap<>(goodAttributes),
                active == null || active,
                newVersion);
    }

    private @Nullable InspectionRule inspectionRule(Faults faults, @Nullable Tracking ofItem) {
        InspectionRule rule = InspectionRule.of(inspection);
        faults.expect(
                inspection == null || rule != null,
                "/inspection",
                "is unknown",
                "received, produced or both, or nothing");
        faults.expect(
                inspection == null || ofItem != Tracking.NONE,
                "/inspection",
                "is of an item whose stock has neither lots nor serials",
                "nothing, or an item that is tracked");
        return rule;
    }

    private List<Item.OtherUnit> otherUnits(Faults faults, String baseUnit) {
        if (units == null) {
            return List.of();
        }
        Set<String> seen = new HashSet<>(Set.of(baseUnit));
        var result = new java.util.ArrayList<Item.OtherUnit>();
        for (int i = 0; i < units.size(); i++) {
            String pointer = "/units/" + i;
            OtherUnitBody body = units.get(i);
            if (!faults.expect(body != null, pointer, "is null", "{\"unit\":\"BOX\",\"factor\":\"12\"}")) {
                continue;
            }
            String otherUnit = faults.code(pointer + "/unit", body.unit());
            faults.expect(seen.add(otherUnit), pointer + "/unit", "stands twice", "each unit once");
            BigDecimal factor = factor(body.factor());
            if (faults.expect(factor != null, pointer + "/factor", "is not a factor", "a decimal text above 0")
                    && factor != null) {
                result.add(new Item.OtherUnit(otherUnit, factor));
            }
        }
        return List.copyOf(result);
    }

    /** An amount above zero, or null. */
    static @Nullable BigDecimal factor(@Nullable String text) {
        try {
            BigDecimal factor = new BigDecimal(text == null ? "" : text);
            return factor.signum() > 0 && factor.precision() <= 18 && Math.abs(factor.scale()) <= 18 ? factor : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable String gtin(Faults faults) {
        if (gtin == null) {
            return null;
        }
        return switch (Gtin.of(gtin)) {
            case Reading.Ok<Gtin> ok -> ok.value().digits();
            case Reading.Bad<Gtin> bad -> {
                faults.expect(
                        false,
                        "/gtin",
                        "is not a GTIN: " + bad.detail(),
                        "8, 12, 13 or 14 digits with their check digit");
                yield null;
            }
        };
    }
}
