/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

class ScrapTest {

    @Test
    void scrapsWithAReasonOnly() {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'BIN',"lines":[{"item":'B',"serials":"SCR-0001+2"}]}""");
        String id = hall.get("/api/v1/units?serial=SCR-0001").text("/items/0/id");
        try (Screen screen = hall.screen("quality", Device.PHONE)) {
            screen.go("/tasks/scrap?unit=" + id)
                    .shows("SCR-0001")
                    .shows("Say the reason")
                    .isAccessible();
            screen.that(screen.button("Scrap · 1")).isDisabled();
            screen.fill("Reason", "dropped")
                    .picture("scrap-phone")
                    .press("Scrap · 1")
                    .shows("Recorded");
        }
        assertThat(hall.get("/api/v1/units/" + id).text("/status")).isEqualTo("scrapped");
    }

    @Test
    void isNotOfferedToThoseWhoMayNot() {
        Hall hall = Hall.open();
        try (Screen screen = hall.screen("operator", Device.PHONE)) {
            screen.go("/tasks/scrap").shows("You may not record this").isAccessible();
            screen.go("/tasks")
                    .shows("From a supplier to a place")
                    .isAccessible()
                    .picture("tasks-phone");
            screen.that(screen.page().getByText("Broken or spoilt")).hasCount(0);
        }
        try (Screen screen = hall.screen("viewer", Device.PHONE)) {
            screen.go("/tasks")
                    .shows("You may look at everything and record nothing")
                    .isAccessible();
        }
    }
}
