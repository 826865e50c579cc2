/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.cli.json.Json;

/** How units and places of an answer are called. */
public final class Names {

    private Names() {}

    /** A unit as people say it: {@code RESIN lot R-1}, {@code BIKE F7}, or the code of a container. */
    public static String unit(Json unit) {
        List<String> parts = new ArrayList<>();
        String serial = unit.text("serial");
        String container = unit.text("container");
        String lot = unit.text("lot");
        parts.add(unit.text("item", container == null ? "" : "container"));
        if (serial != null) {
            parts.add(serial);
        } else if (lot != null) {
            parts.add("lot " + lot);
        }
        if (container != null) {
            parts.add(container);
        }
        long twin = unit.number("twin", 0);
        if (twin > 0) {
            parts.add("(twin " + twin + ")");
        }
        return String.join(" ", parts).strip();
    }

    /** The outermost place of a holding: where one would have to go to fetch it. */
    public static String outermost(Json holding) {
        List<Json> within = holding.list("within");
        return within.isEmpty() ? holding.text("place", "?") : within.getLast().plain();
    }

    /** Where a unit is: each place, and what is around it. */
    public static String where(Json unit) {
        List<String> places = new ArrayList<>();
        for (Json holding : unit.list("holdings")) {
            List<String> within =
                    holding.list("within").stream().map(Json::plain).toList();
            String place = holding.text("place", "?");
            places.add(within.isEmpty() ? place : place + " in " + String.join(" in ", within));
        }
        return String.join("; ", places);
    }

    /** How much is there, in all. */
    public static String quantity(Json unit) {
        List<String> quantities = unit.list("holdings").stream()
                .map(holding -> holding.text("qty", ""))
                .toList();
        return String.join("; ", quantities);
    }

    /** The day of a time, without what comes after it. */
    public static String day(String time) {
        return time.length() > 10 && time.charAt(4) == '-' ? time.substring(0, 10) : time;
    }
}
