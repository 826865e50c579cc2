/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.gozinto.ledger.Occurred;
import org.jspecify.annotations.Nullable;

/**
 * The writer's view of what fits what, for one group of acts. The room of care keeps the rules and makes it. Where no
 * rule does anything at the scan it is idle and costs nothing. Not safe for several threads.
 */
public interface FitDesk {

    /** When things come together. */
    enum Occasion {
        INSTALL,
        SHIP
    }

    /**
     * A thing among those that are together once the act is done.
     *
     * @param lot that the unit belongs to, or null
     * @param within id of the unit that it is installed in; 0 for what is in nothing
     * @param position where it is installed, or null
     * @param fresh whether the act brought it to the others
     */
    record Thing(
            Unit unit,
            @Nullable Unit lot,
            long within,
            @Nullable String position,
            boolean fresh) {}

    /**
     * Something that does not fit, or of which nobody knows whether it does.
     *
     * @param rule code of the rule that says so
     * @param refused whether the act is refused for it; else it is an alert
     * @param known false when a fact is missing that would tell
     * @param detail as sentences
     * @param expected what would fit
     */
    record Misfit(String rule, boolean refused, boolean known, String detail, String expected) {}

    /** Whether no rule does anything at the scan, so that nothing need be asked. */
    boolean isIdle();

    /** Whether a rule that does something on the occasion names the item. */
    boolean names(Occasion occasion, long itemId);

    /**
     * Judges things that are together after an act.
     *
     * @param day on which the act happened
     */
    List<Misfit> judge(Occasion occasion, LocalDate day, List<Thing> things);

    /** Notes that an act of the group, which is not recorded yet, made a unit. */
    void made(Unit unit, Occurred when);

    /** Opens desks for the writer. */
    @FunctionalInterface
    interface Source {

        /** There are no rules. */
        Source NONE = connection -> IDLE;

        /** The desk for one group of acts. */
        FitDesk open(Connection connection) throws SQLException;
    }

    /** The desk of a book without rules. */
    FitDesk IDLE = new FitDesk() {
        @Override
        public boolean isIdle() {
            return true;
        }

        @Override
        public boolean names(Occasion occasion, long itemId) {
            return false;
        }

        @Override
        public List<Misfit> judge(Occasion occasion, LocalDate day, List<Thing> things) {
            return List.of();
        }

        @Override
        public void made(Unit unit, Occurred when) {
            // Nobody will ask when.
        }
    };
}
