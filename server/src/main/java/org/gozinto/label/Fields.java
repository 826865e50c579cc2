/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.List;
import java.util.Set;

/** The names by which templates ask for the values of a label. */
final class Fields {

    /** All but {@code attribute.…} of the item and {@code own.…} of the request. */
    static final List<String> NAMES = List.of(
            "item",
            "name",
            "gtin",
            "hibc",
            "lot",
            "serial",
            "number",
            "expiry",
            "bestBefore",
            "manufactured",
            "qty",
            "count",
            "unit",
            "container",
            "sscc",
            "contentItem",
            "contentName",
            "contentGtin",
            "contentLot",
            "contentCount",
            "contentExpiry",
            "contentBestBefore",
            "place",
            "placeName",
            "placeGln",
            "company",
            "today");

    static final String ATTRIBUTE = "attribute.";
    static final String OWN = "own.";

    /** The fields that are days: as 2027-03-01 in a text, as 270301 behind an application identifier. */
    static final Set<String> DAYS =
            Set.of("expiry", "bestBefore", "manufactured", "contentExpiry", "contentBestBefore", "today");

    private Fields() {}

    static boolean isKnown(String name) {
        return NAMES.contains(name)
                || name.startsWith(ATTRIBUTE) && name.length() > ATTRIBUTE.length()
                || name.startsWith(OWN) && name.length() > OWN.length();
    }

    /** The member of a label in a request that a field comes from, as a JSON pointer. */
    static String pointer(String name) {
        if (name.startsWith(OWN)) {
            return "/values/" + name.substring(OWN.length()).replace("~", "~0").replace("/", "~1");
        }
        return switch (name) {
            case "lot", "serial", "expiry", "bestBefore", "manufactured", "qty", "container", "place" -> "/" + name;
            case "count" -> "/qty";
            case "number" -> "/serial";
            case "sscc", "contentItem", "contentName", "contentGtin", "contentLot" -> "/container";
            case "contentCount", "contentExpiry", "contentBestBefore" -> "/container";
            case "placeName", "placeGln" -> "/place";
            case "company", "unit", "hibc" -> "/values/" + name;
            default -> "/item";
        };
    }
}
