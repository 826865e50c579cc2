/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one definition of usable. Lists, checks, picks and acts all ask here.
 *
 * <p>A unit may be shipped, consumed or sold unless a hold on it, or on its lot, blocks the purpose, a recall stops it
 * or its lot, no inspection has accepted it although its item asks for one, or its last usable day has passed in the
 * time zone of the site. Moving is stopped by holds alone: what is recalled or expired must get to the cage.
 */
public final class Usability {

    public static final String HELD = "held";
    public static final String RECALLED = "recalled";
    public static final String UNINSPECTED = "uninspected";
    public static final String EXPIRED = "expired";

    private Usability() {}

    /**
     * A reason against a purpose.
     *
     * @param code {@link #HELD}, {@link #RECALLED}, {@link #UNINSPECTED} or {@link #EXPIRED}
     */
    public record Obstacle(Purpose purpose, String code, String detail) {}

    /**
     * Everything against using a unit.
     *
     * @param holds the unreleased holds of the unit and of its lot
     * @param stops the recalls that the unit or its lot is under
     * @param waits for an inspection; null when it does not
     * @param day the day at the site
     */
    public static List<Obstacle> obstacles(
            Unit unit, Collection<Hold> holds, Collection<Stop> stops, @Nullable Uninspected waits, LocalDate day) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            for (Hold hold : holds) {
                if (hold.purposes().contains(purpose)) {
                    String whose = hold.unitId() == unit.id() ? "" : " (its lot)";
                    obstacles.add(new Obstacle(
                            purpose, HELD, "held" + whose + " by entry " + hold.seq() + ": " + hold.reason()));
                }
            }
            if (purpose != Purpose.MOVE) {
                for (Stop stop : stops) {
                    obstacles.add(new Obstacle(
                            purpose, RECALLED, "recalled by " + stop.recall() + " (" + stop.title() + ")"));
                }
            }
            if (purpose != Purpose.MOVE && waits != null) {
                obstacles.add(new Obstacle(purpose, UNINSPECTED, waits.words()));
            }
            LocalDate expiry = unit.expiry();
            if (purpose != Purpose.MOVE && expiry != null && day.isAfter(expiry)) {
                obstacles.add(new Obstacle(purpose, EXPIRED, "its last usable day was " + expiry));
            }
        }
        return obstacles;
    }
}
