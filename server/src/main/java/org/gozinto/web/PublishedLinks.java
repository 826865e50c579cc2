/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gozinto.identify.AiValue;
import org.gozinto.identify.AiValues;
import org.gozinto.identify.Gtin;
import org.gozinto.identify.ItemKey;
import org.gozinto.item.ItemLink;
import org.gozinto.item.Items;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may read about what a Digital Link names: the links that an item's owner published, at every level from
 * the serial up to the item.
 *
 * <p>Whether a lot or serial is known is nobody's business, so nothing here looks at them.
 */
final class PublishedLinks {

    static final String VOCABULARY = "https://ref.gs1.org/voc/";
    static final String DEFAULT = VOCABULARY + "defaultLink";

    static final String RECALL_STATUS = VOCABULARY + "recallStatus";

    private static final String DEFAULT_OF_SEVERAL = VOCABULARY + "defaultLinkMulti";
    private static final List<String> OLD_VOCABULARIES = List.of(
            "http://ref.gs1.org/voc/", "https://gs1.org/voc/", "http://gs1.org/voc/", "https://www.gs1.org/voc/");
    private static final String UNRESERVED = "-._~";

    private final Items items;

    PublishedLinks(Items items) {
        this.items = items;
    }

    /**
     * A link that can be followed.
     *
     * @param type the address of the type
     */
    record Target(
            String type,
            String href,
            String title,
            @Nullable String language) {

        /** Whether it is meant for who asks for no type. */
        boolean isDefault() {
            return type.equals(DEFAULT) || type.equals(DEFAULT_OF_SEVERAL);
        }
    }

    /** The links of one level, with the path of the Digital Link that names it. */
    record Level(String path, List<Target> targets) {}

    /** The levels that the link has, the finest first; the coarsest is the key alone. */
    List<Level> of(AiValues link) {
        String lot = link.text("10");
        String serial = link.serial() == null ? link.text("235") : link.serial();
        List<Level> levels = new ArrayList<>();
        if (serial != null) {
            levels.add(level(link, ItemLink.Level.SERIAL));
        }
        if (lot != null) {
            levels.add(level(link, ItemLink.Level.LOT));
        }
        levels.add(level(link, ItemLink.Level.ITEM));
        return levels;
    }

    private Level level(AiValues link, ItemLink.Level level) {
        List<Target> targets = new ArrayList<>();
        Gtin gtin = link.gtin();
        if (gtin != null) {
            for (Items.Named named : items.named(new ItemKey(ItemKey.Scheme.GTIN, gtin.digits()))) {
                boolean isPackage = named.by() != null && named.by().contains() != null;
                for (ItemLink one : named.item().links()) {
                    // A package has serials of its own, and what is published about pieces is not about them.
                    if (one.level() == level && !(isPackage && level == ItemLink.Level.SERIAL)) {
                        add(one, link, gtin, targets);
                    }
                }
            }
        }
        return new Level(path(link, level), targets);
    }

    private static void add(ItemLink link, AiValues values, Gtin gtin, List<Target> targets) {
        Map<String, @Nullable String> blanks =
                Map.of("{gtin}", gtin.digits(), "{lot}", text(values.lot()), "{serial}", text(values.serial()));
        String href = link.href();
        for (var blank : blanks.entrySet()) {
            if (href.contains(blank.getKey())) {
                String value = text(blank.getValue());
                if (value.isEmpty()) {
                    return;
                }
                href = href.replace(blank.getKey(), encoded(value));
            }
        }
        String type = type(link.type());
        String title = link.title() == null ? type.substring(type.lastIndexOf('/') + 1) : link.title();
        targets.add(new Target(type, href, title, link.language()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The path of the link at a level: the key, then the qualifiers that the level has. */
    private static String path(AiValues link, ItemLink.Level level) {
        AiValue key = link.values().getFirst();
        var path = new StringBuilder();
        append(path, key);
        for (AiValue value : link.values().subList(1, link.values().size())) {
            boolean kept = switch (value.ai()) {
                case "22", "254", "7040", "8011", "8019", "8020" -> true;
                case "10" -> level != ItemLink.Level.ITEM;
                case "21", "235" -> level == ItemLink.Level.SERIAL;
                default -> false;
            };
            if (kept) {
                append(path, value);
            }
        }
        return path.toString();
    }

    private static void append(StringBuilder path, AiValue value) {
        path.append('/').append(value.ai()).append('/').append(encoded(value.value()));
    }

    /** Everything in percent-encoding but what never needs it. */
    static String encoded(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return encoded.toString();
    }

    /** The address of a type of link that is given as {@code gs1:pip} or in an older spelling. */
    static String type(String given) {
        if (given.startsWith("gs1:")) {
            return VOCABULARY + given.substring(4);
        }
        for (String old : OLD_VOCABULARIES) {
            if (given.startsWith(old)) {
                return VOCABULARY + given.substring(old.length());
            }
        }
        return given;
    }
}
