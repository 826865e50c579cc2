/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

import tools.jackson.databind.json.JsonMapper;

/** Makes items for the tests of other rooms. */
public final class GivenItems {

    private GivenItems() {}

    /** Makes items, each given as the JSON of the API. */
    public static void in(Items items, String... bodies) {
        for (String body : bodies) {
            items.create(new JsonMapper().readValue(body, ItemBody.class), "anna");
        }
    }
}
