/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the book holds, as plainly as it can be said: things, and how much of each is where. Written from the rules
 * and the
 * documentation of the API, not from the code it is compared with.
 */
final class Naive {

    /** A lot, a serial, a container or the untracked stock of an item. */
    static final class Thing {
        final String name;
        final String item;
        final String number;
        final boolean piece;
        final Thing lot;
        final Map<String, Long> at = new TreeMap<>();
        String expiry;
        String first;

        Thing(String name, String item, String number, boolean piece, Thing lot, String first) {
            this.name = name;
            this.piece = piece;
            this.item = item;
            this.number = number;
            this.lot = lot;
            this.first = first;
        }

        long at(String place) {
            return at.getOrDefault(place, 0L);
        }

        /** Where there is some of it. */
        List<String> places() {
            return at.keySet().stream().filter(p -> at(p) > 0).toList();
        }

        /** Where a piece is: where it stands, or else the run that used it up. */
        List<String> stands() {
            var standing = places().stream().filter(p -> !p.startsWith("run ")).toList();
            return standing.isEmpty() ? places() : standing;
        }

        boolean isPiece() {
            return piece;
        }

        boolean isContainer() {
            return item.isEmpty();
        }

        String inside() {
            return "in " + name;
        }

        String expires() {
            return expiry != null || lot == null ? expiry : lot.expiry;
        }
    }

    record Move(String thing, long qty, String from, String to) {}

    /** An entry: what it moved, and which holds it ended. */
    record Past(String type, List<Move> moves, List<String> ended) {}

    /** A block; {@code by} is the id of the entry that held. */
    record Hold(String by, String thing, Set<String> blocks) {}

    /** The act may not be recorded. */
    static final class No extends RuntimeException {
        private static final long serialVersionUID = 1L;

        No(String why) {
            super(why, null, false, false);
        }
    }

    static final Set<String> LOCATIONS = Set.of("A", "B", "T");
    static final Set<String> PARTNERS = Set.of("ACME", "CUST");
    static final Map<String, Integer> DECIMALS = Map.of("SALT", 0, "MIX", 1, "CAR", 0, "BAT", 0);

    final Map<String, Thing> things = new LinkedHashMap<>();
    final Map<String, Past> past = new LinkedHashMap<>();
    final Set<String> voided = new HashSet<>();
    final List<Hold> holds = new ArrayList<>();
    List<Move> moves = new ArrayList<>();
    List<String> ended = new ArrayList<>();

    static void no(String why) {
        throw new No(why);
    }

    static void need(boolean condition, String why) {
        if (!condition) {
            no(why);
        }
    }

    Naive copy() {
        var copy = new Naive();
        for (Thing thing : things.values()) {
            Thing lot = thing.lot == null ? null : copy.things.get(thing.lot.name);
            var same = new Thing(thing.name, thing.item, thing.number, thing.piece, lot, thing.first);
            same.at.putAll(thing.at);
            same.expiry = thing.expiry;
            copy.things.put(thing.name, same);
        }
        copy.past.putAll(past);
        copy.voided.addAll(voided);
        copy.holds.addAll(holds);
        return copy;
    }

    Map<String, Long> holdings() {
        Map<String, Long> holdings = new TreeMap<>();
        for (Thing thing : things.values()) {
            thing.at.forEach((place, qty) -> {
                if (qty != 0) {
                    holdings.put(thing.name + " @ " + place, qty);
                }
            });
        }
        return holdings;
    }

    /** Whether stock there is in our hands. */
    static boolean ours(String place) {
        return LOCATIONS.contains(place) || place.startsWith("in ");
    }

    Thing make(String item, String number, boolean piece, Thing lot, String first) {
        String name = item + "/" + number;
        int twin = 0;
        while (things.containsKey(name)) {
            name = item + "/" + number + "~" + ++twin;
        }
        var thing = new Thing(name, item, number, piece, lot, first);
        things.put(name, thing);
        return thing;
    }

    /** All that carry the number: one, or it and its twins. */
    List<Thing> called(String item, String number, boolean piece) {
        return things.values().stream()
                .filter(t -> t.item.equals(item) && t.number.equals(number) && t.isPiece() == piece)
                .toList();
    }

    void move(Thing thing, long qty, String from, String to) {
        thing.at.merge(from, -qty, Long::sum);
        thing.at.merge(to, qty, Long::sum);
        moves.add(new Move(thing.name, qty, from, to));
    }

    /** Takes what must be there; what is not there is brought openly when that is allowed. */
    void take(Thing thing, long qty, String from, String to, boolean shortfall) {
        need(!from.equals(to), "same place");
        bring(thing, qty, from, shortfall);
        move(thing, qty, from, to);
    }

    /**
     * Sees to it that there is enough at a place. In our hands there must be; elsewhere only a piece must, and a
     * piece that is
     * nowhere may be anywhere: what came from a partner and went back there is nothing at that partner.
     */
    void bring(Thing thing, long qty, String at, boolean shortfall) {
        long missing = qty - Math.max(0, thing.at(at));
        List<String> elsewhere = thing.isPiece() ? thing.stands() : List.of();
        if (missing > 0 && (ours(at) || !elsewhere.isEmpty())) {
            need(shortfall, thing.name + " is not at " + at);
            move(thing, missing, elsewhere.isEmpty() ? "unknown" : elsewhere.getFirst(), at);
        }
    }

    /** The one place in our hands that holds all of it. */
    String onlyPlace(Thing thing, long qty) {
        var all = thing.places().stream()
                .filter(p -> ours(p) && thing.at(p) >= qty)
                .toList();
        need(all.size() == 1, thing.name + " is not at one place only: " + all);
        return all.getFirst();
    }

    /** Where a piece stands; null when it is nowhere or used up in a run. */
    String whereIs(Thing thing) {
        return thing.places().stream()
                .filter(p -> !p.startsWith("run "))
                .findFirst()
                .orElse(null);
    }

    Thing around(String place) {
        return things.get(place.substring("in ".length()));
    }

    /** The place outside of all containers and hosts. */
    String root(Thing thing) {
        String at = whereIs(thing);
        while (at != null && at.startsWith("in ")) {
            at = whereIs(around(at));
        }
        return at == null ? "unknown" : at;
    }

    boolean inStock(Thing thing) {
        for (String place : thing.places()) {
            String at = place;
            while (at != null && at.startsWith("in ") && around(at).isContainer()) {
                at = whereIs(around(at));
            }
            if (at != null && LOCATIONS.contains(at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the thing went, over any runs, into something that was put into the run. */
    boolean comesOutOf(Thing thing, String run, Set<String> seen) {
        if (!seen.add(thing.name)) {
            return false;
        }
        for (String place : thing.places()) {
            if (place.equals(run)) {
                return true;
            }
            if (place.startsWith("run ")) {
                for (Thing made : List.copyOf(things.values())) {
                    if (made.at(place) < 0 && comesOutOf(made, run, seen)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Refuses what a hold or the last usable day blocks, with all that is packed or installed in it. */
    void permit(Thing thing, String purpose, String day) {
        for (Hold hold : holds) {
            boolean about = hold.thing.equals(thing.name) || thing.lot != null && hold.thing.equals(thing.lot.name);
            need(!about || !hold.blocks.contains(purpose) || !active(hold), thing.name + " is held");
        }
        String expires = thing.expires();
        need(purpose.equals("move") || expires == null || day.compareTo(expires) <= 0, thing.name + " has expired");
        for (Thing inner : things.values()) {
            if (inner.at(thing.inside()) > 0) {
                permit(inner, purpose, day);
            }
        }
    }

    /** A hold lasts until an entry that is not void itself ends it, and only while its own entry is not void. */
    boolean active(Hold hold) {
        String key = hold.by + " " + hold.thing;
        return !voided.contains(hold.by)
                && past.entrySet().stream()
                        .noneMatch(e -> !voided.contains(e.getKey())
                                && e.getValue().ended().contains(key))
                && !ended.contains(key);
    }

    /**
     * What must be so after any acts: nothing appears or vanishes, nothing is less than nothing, a piece is at one
     * place.
     */
    List<String> brokenRules() {
        List<String> broken = new ArrayList<>();
        for (Thing thing : things.values()) {
            broken.addAll(brokenRules(thing.name, thing.isPiece(), thing.at));
        }
        return broken;
    }

    static List<String> brokenRules(String name, boolean piece, Map<String, Long> at) {
        List<String> broken = new ArrayList<>();
        if (at.values().stream().mapToLong(q -> q).sum() != 0) {
            broken.add(name + " does not add up: " + at);
        }
        at.forEach((place, qty) -> {
            if (ours(place) && qty < 0) {
                broken.add(name + " is " + qty + " at " + place);
            }
        });
        long places = at.entrySet().stream()
                .filter(e -> e.getValue() > 0 && !e.getKey().startsWith("run "))
                .mapToLong(Map.Entry::getValue)
                .sum();
        if (piece && places > 1) {
            broken.add(name + " is one piece and at " + new HashMap<>(at));
        }
        return broken;
    }

    /** A quantity at the item's scale. */
    static long scaled(String item, String qty) {
        try {
            return new BigDecimal(qty).movePointRight(DECIMALS.get(item)).longValueExact();
        } catch (ArithmeticException e) {
            throw new No("too precise");
        }
    }
}
