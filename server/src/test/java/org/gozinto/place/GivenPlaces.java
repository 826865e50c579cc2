/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.place;

import tools.jackson.databind.json.JsonMapper;

/** Makes places and partners for the tests of other rooms. */
public final class GivenPlaces {

    private GivenPlaces() {}

    /** Makes places and partners, each given as the JSON of the API; what has no kind is a partner. */
    public static void in(Places places, String... bodies) {
        for (String text : bodies) {
            PlaceBody body = new JsonMapper().readValue(text, PlaceBody.class);
            if (body.kind() == null) {
                places.createPartner(body, "anna");
            } else {
                places.createLocation(body, "anna");
            }
        }
    }
}
