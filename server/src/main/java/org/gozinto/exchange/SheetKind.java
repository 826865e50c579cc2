/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rows of a table are, with the fields that they can have. */
enum SheetKind {
    ITEMS(
            Set.of("code", "tracking"),
            "code",
            "name",
            "tracking",
            "unit",
            "decimals",
            "units",
            "gtin",
            "issuer",
            "shelfLifeDays",
            "active"),
    PLACES(Set.of("code", "kind"), "code", "kind", "name", "parent", "mixing", "overlap", "timeZone", "gln", "active"),
    PARTNERS(
            Set.of("code", "roles"),
            "code",
            "name",
            "roles",
            "gln",
            "active",
            "contactName",
            "email",
            "phone",
            "address",
            "country",
            "language"),
    ACTS(
            Set.of("item"),
            "type",
            "occurredAt",
            "from",
            "to",
            "at",
            "item",
            "lot",
            "serial",
            "serials",
            "qty",
            "unit",
            "issuer",
            "expiry",
            "bestBefore",
            "manufactured",
            "supplierLot",
            "document",
            "referenceType",
            "reason",
            "operator",
            "equipment",
            "step",
            "shortfall");

    /** Columns of this name hold attributes: {@code attributes.colour}. */
    static final String ATTRIBUTES = "attributes.";

    /** Fields of partners that are members of their contact, by what they are called there. */
    static final Map<String, String> CONTACT = Map.of(
            "contactName", "name",
            "email", "email",
            "phone", "phone",
            "address", "address",
            "country", "country",
            "language", "language");

    private final Set<String> signs;
    private final List<String> fields;
    private final Map<String, String> byPlainName;

    SheetKind(Set<String> signs, String... fields) {
        this.signs = signs;
        this.fields = List.of(fields);
        this.byPlainName = Arrays.stream(fields)
                .collect(Collectors.toMap(SheetKind::plain, f -> f, (a, b) -> a, LinkedHashMap::new));
    }

    /** The word in the API. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this word, or null. */
    static @Nullable SheetKind of(String word) {
        return Arrays.stream(values())
                .filter(k -> k.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    boolean isMaster() {
        return this != ACTS;
    }

    List<String> fields() {
        return fields;
    }

    /** The field that a heading names, or null. */
    @Nullable
    String field(String heading) {
        String stripped = heading.strip();
        if (stripped.length() > ATTRIBUTES.length() && plain(stripped).startsWith(ATTRIBUTES)) {
            return ATTRIBUTES + stripped.substring(stripped.indexOf('.') + 1).strip();
        }
        return byPlainName.get(plain(heading));
    }

    /** The kind that the headings are the mark of, or null. */
    static @Nullable SheetKind recognised(List<String> headings) {
        return Arrays.stream(values())
                .filter(k ->
                        k.signs.stream().allMatch(sign -> headings.stream().anyMatch(h -> sign.equals(k.field(h)))))
                .findFirst()
                .orElse(null);
    }

    /** A heading without what people write differently: capitals, blanks, hyphens and underscores. */
    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00a0_-]", "");
    }
}
