/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gozinto.access.Actor;
import org.gozinto.exchange.EpcisDocument.Master;
import org.gozinto.exchange.Thing.Product;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.item.NewItem;
import org.gozinto.place.NewPlace;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.jspecify.annotations.Nullable;

/**
 * The items, places and partners of one import: those that exist, and those that are made when something names
 * them first.
 */
final class Masters {

    private static final List<String> ITEM_NAMES = List.of(
            "regulatedProductName", "descriptionShort", "functionalName", "tradeItemDescription", "productName");
    private static final int NAME_MAX = 200;
    private static final int ATTRIBUTES_MAX = 100;

    /** Where the rooms of the masters are, and in whose name new ones are made. */
    record Rooms(Items items, Places places, Actor actor) {}

    /** Codes of what was made, in alphabetical order. */
    record Made(List<String> items, List<String> places, List<String> partners) {}

    private final Rooms rooms;
    private final Survey survey;
    private final Names names;
    private final TreeSet<String> madeItems = new TreeSet<>();
    private final TreeSet<String> madePlaces = new TreeSet<>();
    private final TreeSet<String> madePartners = new TreeSet<>();

    Masters(Rooms rooms, Survey survey, Names names) {
        this.rooms = rooms;
        this.survey = survey;
        this.names = names;
    }

    Made made() {
        return new Made(new ArrayList<>(madeItems), new ArrayList<>(madePlaces), new ArrayList<>(madePartners));
    }

    /** Makes what the header describes. */
    void takeHeader() {
        for (Master master : survey.itemMasters().values()) {
            Thing thing = names.ofClass(master.id());
            if (thing != null) {
                item(Survey.product(thing));
            }
        }
        for (Master master : survey.placeMasters().values()) {
            place(names.spot(master.id()));
        }
    }

    /** The item of a product, if there is one. */
    @Nullable
    Item known(Product product) {
        Item byCode = rooms.items().find(product.code());
        if (byCode != null || product.gtin() == null) {
            return byCode;
        }
        List<Item> byGtin = rooms.items().withGtin(product.gtin());
        return byGtin.stream().filter(Item::active).findFirst().orElse(byGtin.isEmpty() ? null : byGtin.getFirst());
    }

    Item get(long id) {
        return rooms.items().get(id);
    }

    /** The item of a product, made if there is none. */
    Item item(Product product) {
        Item known = known(product);
        if (known != null) {
            return known;
        }
        Master master = survey.itemMasters().get(product.code());
        Map<String, String> attributes = master == null ? Map.of() : master.attributes();
        String name = ITEM_NAMES.stream()
                .map(attributes::get)
                .filter(n -> n != null && !n.isBlank())
                .findFirst()
                .orElse(product.code());
        Item item = rooms.items()
                .create(
                        new NewItem(
                                product.code(),
                                cut(name),
                                survey.tracking(product),
                                survey.unit(product),
                                survey.decimals(product),
                                product.gtin(),
                                limited(attributes)),
                        rooms.actor().name());
        madeItems.add(item.code());
        return item;
    }

    /**
     * The place or partner of a spot where things are, made if there is none: a partner when the document names
     * it as a party.
     */
    Place place(Spot spot) {
        if (survey.isParty(spot)) {
            return partner(spot);
        }
        Place known = rooms.places().find(spot.code());
        if (known == null && spot.gln() != null && spot.extension() == null) {
            known = rooms.places().withGln(spot.gln()).stream().findFirst().orElse(null);
        }
        return known != null ? known : make(spot, spot.code(), Place.Kind.SITE);
    }

    /** The partner of a spot, made if there is none. */
    Place partner(Spot spot) {
        Place known = rooms.places().find(spot.code());
        if (known != null && known.kind() == Place.Kind.PARTNER) {
            return known;
        }
        if (spot.gln() != null) {
            for (Place place : rooms.places().withGln(spot.gln())) {
                if (place.kind() == Place.Kind.PARTNER) {
                    return place;
                }
            }
        }
        String code = known == null ? spot.code() : spot.code() + "-party";
        Place other = known == null ? null : rooms.places().find(code);
        return other != null ? other : make(spot, code, Place.Kind.PARTNER);
    }

    private Place make(Spot spot, String code, Place.Kind kind) {
        Master master = survey.placeMasters().get(spot.code());
        Map<String, String> attributes = master == null ? Map.of() : master.attributes();
        boolean partner = kind == Place.Kind.PARTNER;
        Place place = rooms.places()
                .create(
                        new NewPlace(
                                code,
                                kind,
                                cut(attributes.getOrDefault("name", code)),
                                spot.gln(),
                                partner ? survey.roles(spot) : List.of(),
                                limited(attributes)),
                        rooms.actor().name());
        (partner ? madePartners : madePlaces).add(place.code());
        return place;
    }

    private static String cut(String name) {
        return name.length() <= NAME_MAX ? name : name.substring(0, NAME_MAX);
    }

    private static Map<String, String> limited(Map<String, String> attributes) {
        Map<String, String> some = new LinkedHashMap<>();
        attributes.entrySet().stream().limit(ATTRIBUTES_MAX).forEach(e -> some.put(e.getKey(), e.getValue()));
        return Collections.unmodifiableMap(some);
    }
}
