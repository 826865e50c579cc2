/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which acts do not depend on each other: they are about different things. */
final class Independence {

    private Independence() {}

    /** The recorded acts of a world in another order in which every act still comes after all that it depends on. */
    static List<JsonNode> shuffled(World world, Random random) {
        List<JsonNode> acts = new ArrayList<>(world.recorded());
        Map<String, Set<String>> about = new HashMap<>();
        for (JsonNode act : acts) {
            about.put(id(act), about(world, act));
        }
        for (int round = 0; round < acts.size() * 20 && acts.size() > 1; round++) {
            int at = random.nextInt(acts.size() - 1);
            JsonNode one = acts.get(at);
            JsonNode other = acts.get(at + 1);
            if (areIndependent(about.get(id(one)), about.get(id(other)))) {
                acts.set(at, other);
                acts.set(at + 1, one);
            }
        }
        return acts;
    }

    private static String id(JsonNode act) {
        return act.get("id").stringValue();
    }

    private static boolean areIndependent(Set<String> one, Set<String> other) {
        boolean everything = one.contains("*") || other.contains("*");
        return !everything && one.stream().noneMatch(other::contains);
    }

    /**
     * The numbers that an act is about; what asks for all that is at a place, or for another entry, is about
     * everything.
     */
    private static Set<String> about(World world, JsonNode act) {
        String type = act.get("type").stringValue();
        Set<String> about = new HashSet<>();
        if (Set.of("clean", "count", "void", "release").contains(type)) {
            about.add("*");
        }
        // A number, not a thing: twins of one number, and a lot and its serials, depend on each other.
        for (Naive.Move move : world.end().past.get(id(act)).moves()) {
            about.add(number(move.thing()));
            for (String place : List.of(move.from(), move.to())) {
                if (place.startsWith("in ")) {
                    about.add(number(place.substring(3)));
                } else if (place.startsWith("run ")) {
                    about.add(place);
                }
            }
        }
        named(act, about);
        Set<String> all = around(world, about);
        // A lot's holds and dates are its serials' too.
        for (Naive.Thing thing : world.end().things.values()) {
            if (thing.lot != null && all.contains(number(thing.name))) {
                about.add(thing.lot.name);
            }
        }
        about.addAll(all);
        return about;
    }

    private static String number(String thing) {
        return thing.replaceAll("~.*", "");
    }

    private static void named(JsonNode node, Set<String> about) {
        if (node.isObject() && node.has("item")) {
            String item = node.get("item").stringValue();
            for (String member : List.of("lot", "serial")) {
                if (node.has(member)) {
                    about.add(item + "/" + node.get(member).stringValue());
                }
            }
            node.path("serials").forEach(s -> about.add(item + "/" + s.stringValue()));
        }
        node.forEach(inner -> named(inner, about));
    }

    /** What was ever in or around these things: a container that moves takes all of it along. */
    private static Set<String> around(World world, Set<String> about) {
        Set<String> all = new HashSet<>(about);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (var past : world.end().past.values()) {
                for (Naive.Move move : past.moves()) {
                    for (String place : List.of(move.from(), move.to())) {
                        if (place.startsWith("in ")) {
                            String outer = number(place.substring(3));
                            String inner = number(move.thing());
                            if (all.contains(outer) != all.contains(inner)) {
                                all.add(outer);
                                all.add(inner);
                                grown = true;
                            }
                        }
                    }
                }
            }
        }
        return all;
    }
}
