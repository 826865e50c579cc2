/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A trace answer with all its pages put together, in the short names of the story. */
final class Told {

    final JsonNode first;
    private final List<JsonNode> units;
    private final Story story;

    Told(JsonNode first, List<JsonNode> units, Story story) {
        this.first = first;
        this.units = units;
        this.story = story;
    }

    boolean complete() {
        return first.at("/complete").asBoolean();
    }

    String hash() {
        return first.at("/hash").asString();
    }

    /** The numbers of the reached units, in the order of the answer. */
    List<String> units() {
        return units.stream().map(this::number).toList();
    }

    private String number(JsonNode unit) {
        for (String name : List.of("serial", "container", "lot")) {
            if (unit.has(name)) {
                return story.shortName(unit.get(name).asString());
            }
        }
        return story.shortName(unit.at("/item").asString());
    }

    JsonNode unit(String name) {
        return units.stream()
                .filter(unit -> number(unit).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + units()));
    }

    String precision(String unit) {
        return unit(unit).at("/precision").asString();
    }

    String relation(String unit) {
        return unit(unit).at("/relation").asString();
    }

    /** Reached holdings of a unit, such as {@code 20 at C1}. */
    List<String> holdings(String unit) {
        List<String> holdings = new ArrayList<>();
        for (JsonNode holding : unit(unit).at("/holdings")) {
            holdings.add(plain(holding.at("/qty")) + " at " + place(holding.at("/place")));
        }
        return holdings;
    }

    /** The expected seed material of a unit at a place out of what is there, such as {@code 12 of 20}. */
    String amountAt(String unit, String place) {
        for (JsonNode holding : unit(unit).at("/holdings")) {
            if (place(holding.at("/place")).equals(place)) {
                return plain(holding.at("/amount/expected")) + " of " + plain(holding.at("/qty"));
            }
        }
        return "nothing";
    }

    /** Least, expected and greatest amount of a unit, such as {@code 0 180 300}. */
    String amount(String unit) {
        JsonNode amount = unit(unit).at("/amount");
        return plain(amount.at("/min")) + " " + plain(amount.at("/expected")) + " " + plain(amount.at("/max"));
    }

    /** The same for what is at one place. */
    String boundsAt(String unit, String place) {
        for (JsonNode holding : unit(unit).at("/holdings")) {
            if (place(holding.at("/place")).equals(place)) {
                JsonNode amount = holding.at("/amount");
                return plain(amount.at("/min")) + " " + plain(amount.at("/expected")) + " " + plain(amount.at("/max"));
            }
        }
        return "nothing";
    }

    /** What each partner got, whatever came back. */
    Map<String, String> consignees() {
        return totals("consignees", "partner", "gross");
    }

    /** What each partner has, less what came back. */
    Map<String, String> netConsignees() {
        return totals("consignees", "partner", "net");
    }

    Map<String, String> onHand() {
        return totals("onHand", "place", "qty");
    }

    /** A total of the summary by item: scrapped, consumed, loss, unknown or adjustedUp. */
    Map<String, String> total(String name) {
        return totals(name, "item", "qty");
    }

    private Map<String, String> totals(String list, String key, String value) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (JsonNode row : first.at("/summary/" + list)) {
            sums.merge(place(row.get(key)), new BigDecimal(row.get(value).asString()), BigDecimal::add);
        }
        Map<String, String> plain = new TreeMap<>();
        sums.forEach((name, sum) -> plain.put(name, plain(sum)));
        return plain;
    }

    /** A total of the balance of amounts. */
    String balance(String name) {
        return plain(first.at("/balance/" + name));
    }

    /** What was not followed, such as {@code shortfall L1 5}. */
    List<String> cuts() {
        List<String> cuts = new ArrayList<>();
        for (JsonNode cut : first.at("/cuts")) {
            String unit = cut.has("unit") ? number(cut.get("unit")) + " " : "";
            cuts.add(cut.at("/reason").asString() + " " + unit + plain(cut.at("/qty")));
        }
        return cuts;
    }

    List<String> notAnswered() {
        List<String> words = new ArrayList<>();
        first.at("/notAnswered").forEach(word -> words.add(word.asString()));
        return words;
    }

    private String place(JsonNode code) {
        return story.shortName(code.asString());
    }

    private static String plain(JsonNode number) {
        return number.isMissingNode() ? "?" : plain(new BigDecimal(number.asString()));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
