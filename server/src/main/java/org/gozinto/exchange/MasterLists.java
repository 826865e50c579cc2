/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.paper.Table;
import org.gozinto.paper.Table.Heading;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.jspecify.annotations.Nullable;

/** Lists of items, places and partners in the columns that an import reads, so that a list can come back changed. */
final class MasterLists {

    private static final int PAGE = 1_000;
    private static final int ATTRIBUTES_MAX = 200;
    private static final Place.Contact NO_CONTACT = new Place.Contact(null, null, null, null, null, null);

    private final Items items;
    private final Places places;

    MasterLists(Items items, Places places) {
        this.items = items;
        this.places = places;
    }

    /** A list that is ready to be written. */
    record Listing<T>(List<Heading> headings, List<String> attributes, Source<T> source) implements Export {
        @Override
        public void writeTo(Table table) throws IOException {
            String after = null;
            do {
                var page = source.page(after);
                for (T record : page.records()) {
                    List<@Nullable String> cells = new ArrayList<>(source.cells(record));
                    for (String attribute : attributes) {
                        cells.add(source.attributes(record).get(attribute));
                    }
                    table.row(cells);
                }
                after = page.next();
            } while (after != null);
        }
    }

    /** Some records, and where the next begin. */
    record Part<T>(List<T> records, @Nullable String next) {}

    /** Where the records of a list come from, and how they are shown. */
    interface Source<T> {
        Part<T> page(@Nullable String after);

        List<@Nullable String> cells(T record);

        Map<String, String> attributes(T record);
    }

    Export items(@Nullable String text) {
        return listing(SheetKind.ITEMS, new Source<Item>() {
            @Override
            public Part<Item> page(@Nullable String after) {
                var page = items.page(after, text, PAGE);
                return new Part<>(page.items(), page.nextCursor());
            }

            @Override
            public List<@Nullable String> cells(Item item) {
                return Arrays.<@Nullable String>asList(
                        item.code(),
                        item.name(),
                        item.tracking().word(),
                        item.unit(),
                        String.valueOf(item.decimals()),
                        units(item),
                        item.gtin(),
                        item.issuer(),
                        item.shelfLifeDays() == null ? null : String.valueOf(item.shelfLifeDays()),
                        String.valueOf(item.active()));
            }

            @Override
            public Map<String, String> attributes(Item item) {
                return item.attributes();
            }
        });
    }

    private static @Nullable String units(Item item) {
        return item.units().isEmpty()
                ? null
                : item.units().stream()
                        .map(u -> u.unit() + "=" + u.factor().toPlainString())
                        .collect(Collectors.joining("; "));
    }

    Export places(@Nullable String text) {
        return listing(SheetKind.PLACES, new PlaceSource(text) {
            @Override
            boolean isWanted(Place place) {
                return place.kind().isLocation();
            }

            @Override
            public List<@Nullable String> cells(Place place) {
                return Arrays.<@Nullable String>asList(
                        place.code(),
                        place.kind().word(),
                        place.name(),
                        place.parent(),
                        place.mixing() == null ? null : place.mixing().word(),
                        place.overlap(),
                        place.timeZone() == null ? null : place.timeZone().getId(),
                        place.gln(),
                        String.valueOf(place.active()));
            }
        });
    }

    Export partners(@Nullable String text) {
        return listing(SheetKind.PARTNERS, new PlaceSource(text) {
            @Override
            boolean isWanted(Place place) {
                return place.kind() == Place.Kind.PARTNER;
            }

            @Override
            public List<@Nullable String> cells(Place place) {
                Place.Contact contact = place.contact() == null ? NO_CONTACT : place.contact();
                return Arrays.<@Nullable String>asList(
                        place.code(),
                        place.name(),
                        place.roles().isEmpty() ? null : String.join(", ", place.roles()),
                        place.gln(),
                        String.valueOf(place.active()),
                        contact.name(),
                        contact.email(),
                        contact.phone(),
                        contact.address(),
                        contact.country(),
                        contact.language());
            }
        });
    }

    private abstract class PlaceSource implements Source<Place> {
        private final @Nullable String text;

        PlaceSource(@Nullable String text) {
            this.text = text;
        }

        abstract boolean isWanted(Place place);

        @Override
        public Part<Place> page(@Nullable String after) {
            var page = places.page(this::isWanted, after, text, PAGE);
            return new Part<>(page.items(), page.nextCursor());
        }

        @Override
        public Map<String, String> attributes(Place place) {
            return place.attributes();
        }
    }

    /** A column for every attribute that any of the records has. */
    private static <T> Listing<T> listing(SheetKind kind, Source<T> source) {
        TreeSet<String> attributes = new TreeSet<>();
        String after = null;
        do {
            var part = source.page(after);
            part.records().forEach(r -> attributes.addAll(source.attributes(r).keySet()));
            after = part.next();
        } while (after != null);
        List<Heading> headings = new ArrayList<>();
        kind.fields().forEach(f -> headings.add(new Heading(f, width(f))));
        List<String> shown = attributes.stream().limit(ATTRIBUTES_MAX).toList();
        shown.forEach(a -> headings.add(new Heading(SheetKind.ATTRIBUTES + a, 20)));
        return new Listing<>(headings, shown, source);
    }

    private static int width(String field) {
        return switch (field) {
            case "code", "parent", "gtin", "gln", "roles", "timeZone", "units" -> 20;
            case "name", "address" -> 40;
            case "contactName", "email", "phone" -> 24;
            default -> 12;
        };
    }
}
