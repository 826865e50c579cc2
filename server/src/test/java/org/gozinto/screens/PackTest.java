/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

class PackTest {

    @Test
    void packsPiecesAndAQuantityIntoANewContainerAndTakesEverythingOut() {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'BIN',"lines":[{"item":'C',"lot":"PCK-LOT","qty":"50"},
                 {"item":'B',"serials":"PCK-0001+2"}]}""");
        String box = hall.code("PCKBOX");
        String place = "/api/v1/places/" + hall.code("BIN") + "/stock";
        try (Screen screen = hall.screen("operator", Device.PHONE)) {
            screen.go("/tasks/pack")
                    .scan(box)
                    .shows("A new container")
                    .scan("PCK-0001")
                    .scan("PCK-0002");
            screen.scan("PCK-LOT")
                    .fill("Quantity", "20")
                    .press("OK")
                    .isAccessible()
                    .picture("pack-phone");
            screen.press("Pack · 2 + 20 EA").shows("Recorded");
            assertThat(hall.get(place).texts("/rows", "/qty")).containsExactly("30");

            screen.go("/tasks/pack?mode=unpack")
                    .scan(box)
                    .shows("In " + box + " now")
                    .isAccessible();
            screen.scan("PCK-9999")
                    .shows("It is not directly in this container")
                    .press("Take everything out");
            screen.press("Unpack · 2 + 20 EA").shows("Recorded");
        }
        assertThat(hall.get(place).texts("/rows", "/qty")).containsExactlyInAnyOrder("50", "2");
    }
}
