/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.Map;
import org.gozinto.identify.NumberRange;
import org.gozinto.item.Item;
import org.gozinto.place.Place;
import org.gozinto.trace.Window;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/** What one seed of a scope means, once it was read. */
sealed interface SeedRule {

    /** @param issuerId place id of who numbered it, 0 for nobody else; null where that was not said */
    record OfNumber(
            Item item,
            Unit.Kind kind,
            String number,
            @Nullable Long issuerId) implements SeedRule {}

    record OfRange(Item item, Unit.Kind kind, NumberRange.Written range) implements SeedRule {}

    record OfSupplier(
            String number, @Nullable Item item, @Nullable Long partnerId) implements SeedRule {}

    /** @param item only this of what came out */
    record OfRun(String code, @Nullable Item item) implements SeedRule {}

    /** @param item only this of what was in it */
    record OfVessel(Place vessel, @Nullable Item item) implements SeedRule {}

    record Made(Item item, Window then) implements SeedRule {}

    record Received(Item item, Window then, @Nullable Place partner) implements SeedRule {}

    /** @param wanted what the attributes are to say, by their names */
    record OfAttributes(Item item, Map<String, String> wanted) implements SeedRule {}

    record OfContainer(String code) implements SeedRule {}

    /** What narrows a seed to a part; null members narrow nothing. */
    record Narrowed(
            @Nullable Place place,
            @Nullable String document,
            @Nullable Window window) {}

    /**
     * A rule with its place in the list.
     *
     * @param at from 0
     */
    record Numbered(int at, SeedRule rule, Narrowed by) {

        /** Whether it may find nothing today and something tomorrow, so that finding nothing is no mistake. */
        boolean mayFitLater() {
            return switch (rule) {
                case OfRange range -> true;
                case OfSupplier supplier -> true;
                case Made made -> true;
                case Received received -> true;
                case OfAttributes attributes -> true;
                case OfVessel vessel -> by.window() != null;
                case OfNumber number -> false;
                case OfRun run -> false;
                case OfContainer container -> false;
            };
        }

        /** Whether all units of an item, or all entries, have to be looked through for it. */
        boolean looksThroughAll() {
            return switch (rule) {
                case OfRange range -> true;
                case Made made -> true;
                case Received received -> true;
                case OfAttributes attributes -> true;
                case OfNumber number -> false;
                case OfSupplier supplier -> false;
                case OfRun run -> false;
                case OfVessel vessel -> false;
                case OfContainer container -> false;
            };
        }
    }
}
