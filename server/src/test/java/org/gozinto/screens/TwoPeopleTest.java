/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

class TwoPeopleTest {

    @Test
    void theSecondSeesWhyTheirLineIsRefusedAndKeepsTheRest() {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'BIN',"lines":[{"item":'C',"lot":"TWO-LOT","qty":"100"},
                 {"item":'B',"serials":"TWO-B001+2"}]}""");
        try (Screen first = hall.screen("operator", Device.PHONE);
                Screen second = hall.screen("administrator", Device.PHONE)) {
            for (Screen screen : new Screen[] {first, second}) {
                screen.go("/tasks/ship").scan(hall.code("SHOP")).shows("To Corner Shop");
                screen.scan("TWO-LOT").fill("Quantity", "80").press("OK").shows("80 EA");
            }
            first.scan("TWO-B001").press("Ship · 1 + 80 EA").shows("Recorded");
            second.scan("TWO-B002").press("Ship · 1 + 80 EA").shows("Not that much there");
            second.shows("holds 20 EA").shows("Refused").isAccessible().picture("two-people");
            second.press("Ship · 1").shows("One refused line was left out");
        }
        assertThat(hall.get("/api/v1/places/" + hall.code("BIN") + "/stock").texts("/rows", "/qty"))
                .containsExactly("20");
    }
}
