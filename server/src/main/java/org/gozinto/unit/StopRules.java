/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.identify.NumberRange;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules of one recall, sorted by item, and how they are kept. Safe for use by many threads. */
final class StopRules {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<Long, List<Test>> byItem = new HashMap<>();
    private final List<Test> ofAnyItem = new ArrayList<>();

    @FunctionalInterface
    private interface Test {
        boolean fits(Unit unit, Occasion occasion);
    }

    /** Why a unit is looked at. */
    sealed interface Occasion {

        /** It came into being. */
        record Born() implements Occasion {}

        /** It was received; the times are the first and last microsecond that it can have been. */
        record Received(long partner, long fromUs, long toUs) implements Occasion {}

        /** It was produced by a run, or commissioned when that is null. */
        record Made(@Nullable String run, long fromUs, long toUs) implements Occasion {}

        /** A supplier's own number was noted for it; {@code partner} is null when nobody says whose. */
        record Supplied(String number, @Nullable Long partner) implements Occasion {}
    }

    StopRules(List<StopRule> rules) {
        for (StopRule rule : rules) {
            Long item = rule.item();
            (item == null ? ofAnyItem : byItem.computeIfAbsent(item, i -> new ArrayList<>())).add(test(rule));
        }
    }

    static String text(List<StopRule> rules) {
        return JSON.writeValueAsString(rules.toArray(StopRule[]::new));
    }

    static List<StopRule> read(String text) {
        return List.of(JSON.readValue(text, StopRule[].class));
    }

    /** Whether any of the rules fits. */
    boolean fit(Unit unit, Occasion occasion) {
        return fit(byItem.getOrDefault(unit.itemId(), List.of()), unit, occasion) || fit(ofAnyItem, unit, occasion);
    }

    private static boolean fit(List<Test> tests, Unit unit, Occasion occasion) {
        for (Test test : tests) {
            if (test.fits(unit, occasion)) {
                return true;
            }
        }
        return false;
    }

    private static Test test(StopRule rule) {
        return switch (rule) {
            case StopRule.Lot r ->
                (unit, occasion) -> unit.kind() == Unit.Kind.LOT
                        && unit.number().equals(r.number())
                        && (r.issuer() == null || r.issuer().equals(unit.issuerId()));
            case StopRule.Lots r -> numbered(Unit.Kind.LOT, new NumberRange(r.from(), r.to()));
            case StopRule.Serials r -> numbered(Unit.Kind.SERIAL, new NumberRange(r.from(), r.to()));
            case StopRule.SupplierLot r ->
                (unit, occasion) -> occasion instanceof Occasion.Supplied s
                        && s.number().equals(r.number())
                        && (r.partner() == null
                                || s.partner() == null
                                || r.partner().equals(s.partner()));
            case StopRule.Received r ->
                (unit, occasion) -> occasion instanceof Occasion.Received o
                        && (r.partner() == null || r.partner().equals(o.partner()))
                        && overlap(r.fromUs(), r.toUs(), o.fromUs(), o.toUs());
            case StopRule.Made r ->
                (unit, occasion) -> occasion instanceof Occasion.Made o
                        && (r.run() == null || r.run().equals(o.run()))
                        && overlap(r.fromUs(), r.toUs(), o.fromUs(), o.toUs());
            case StopRule.Attributes r ->
                (unit, occasion) -> r.values().entrySet().stream()
                        .allMatch(one -> hasAttribute(unit, one.getKey(), one.getValue()));
        };
    }

    private static Test numbered(Unit.Kind kind, NumberRange range) {
        return (unit, occasion) -> unit.kind() == kind && range.contains(unit.number());
    }

    private static boolean overlap(@Nullable Long fromUs, @Nullable Long toUs, long firstUs, long lastUs) {
        return (fromUs == null || fromUs <= lastUs) && (toUs == null || firstUs <= toUs);
    }

    private static boolean hasAttribute(Unit unit, String name, String value) {
        if (unit.attributes() == null) {
            return false;
        }
        try {
            JsonNode found = JSON.readTree(unit.attributes()).path(name);
            return found.isValueNode() && found.asString("").equals(value);
        } catch (JacksonException e) {
            throw new IllegalStateException("the attributes of unit " + unit.id() + " cannot be read", e);
        }
    }
}
