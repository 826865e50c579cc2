/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

class HoldTest {

    @Test
    void holdsForTheChosenPurposesAndReleasesOneHoldOfTwo() {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'BIN',"lines":[{"item":'C',"lot":"HLD-LOT","qty":"10"}]}""");
        hall.record("""
                {"type":"hold","units":[{"item":'C',"lot":"HLD-LOT"}],"blocks":["move"],"reason":"blocked aisle"}""");
        String unit = "/api/v1/units/" + hall.get("/api/v1/units?lot=HLD-LOT").text("/items/0/id");
        try (Screen screen = hall.screen("quality", Device.PHONE)) {
            screen.go("/tasks/hold").scan("HLD-LOT").shows("Say the reason").press("Selling");
            screen.fill("Reason", "swollen cells").isAccessible().picture("hold-phone");
            screen.press("Hold · 1").shows("Recorded");
            assertThat(hall.get(unit).text("/usable/sell")).isEqualTo("yes");
            assertThat(hall.get(unit).text("/usable/ship")).isEqualTo("no");

            screen.go("/tasks/hold?mode=release").scan("HLD-LOT").shows("Which hold ends?");
            screen.press("swollen cells")
                    .fill("Reason", "measured, fine")
                    .isAccessible()
                    .picture("release-phone");
            screen.press("Release · 1").shows("Recorded");
        }
        assertThat(hall.get(unit).text("/usable/ship")).isEqualTo("yes");
        assertThat(hall.get(unit).texts("/holds", "/reason")).containsExactly("blocked aisle");
    }
}
