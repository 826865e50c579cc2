/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

class ShipTest {

    private static Hall stocked(String prefix) {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'BIN',"lines":[
                 {"item":'C',"lot":"%1$s-LATE","qty":"100","expiry":"2035-01-31"},
                 {"item":'C',"lot":"%1$s-SOON","qty":"100","expiry":"2034-01-31"},
                 {"item":'C',"lot":"%1$s-HELD","qty":"100","expiry":"2033-01-31"},
                 {"item":'B',"serials":"%1$s-B001+2"}]}""".formatted(prefix));
        hall.record("""
                {"type":"hold","units":[{"item":'C',"lot":"%1$s-HELD"}],"blocks":["ship"],"reason":"swollen"}""".formatted(prefix));
        return hall;
    }

    @Test
    void proposesWhatExpiresFirstAndTakesAnotherOnlyOnSomebodysWord() {
        Hall hall = stocked("SHP");
        try (Screen screen = hall.screen("operator", Device.PHONE)) {
            screen.go("/tasks/ship").scan(hall.code("SHOP")).shows("To Corner Shop");
            screen.page().getByText("Propose what to take").click();
            screen.page().locator("form.asked input").first().fill(hall.code("C"));
            screen.fill("How much is wanted", "100")
                    .press("Propose")
                    .shows("SHP-SOON")
                    .shows("One was passed over");
            screen.scan("SHP-HELD").shows("It is held").scan("SHP-LATE").shows("comes first");
            screen.isAccessible().picture("ship-phone").press("Undo last");
            screen.scan("SHP-SOON").shows("from " + hall.code("BIN"));
            screen.scan("SHP-LATE")
                    .shows("Nobody asked for this")
                    .press("Take it anyway")
                    .shows("200 EA");
            screen.press("Ship · 200 EA").shows("Recorded").shows("One refused line was left out");
        }
        String shop = "/api/v1/places/" + hall.code("SHOP") + "/stock";
        assertThat(hall.get(shop).text("/rows/0/qty")).isEqualTo("200");
    }

    @Test
    void shipsAContainerAndThePieceThatTheAddressNames() {
        Hall hall = stocked("SHC");
        hall.record("""
                {"type":"pack","container":'CRATE',"from":'BIN',"lines":[{"item":'B',"serial":"SHC-B001"}]}""");
        String id = hall.get("/api/v1/units?serial=SHC-B002").text("/items/0/id");
        try (Screen screen = hall.screen("operator", Device.DESK)) {
            screen.go("/tasks/ship?unit=" + id).shows("SHC-B002").scan(hall.code("CRATE"));
            screen.shows("Choose a customer")
                    .scan(hall.code("SHOP"))
                    .shows("To Corner Shop")
                    .isAccessible()
                    .picture("ship-desk");
            screen.fill("Order or delivery note", hall.code("SO"))
                    .press("Ship · 2")
                    .shows("Recorded");
        }
        assertThat(hall.get("/api/v1/entries?document=" + hall.code("SO"))
                        .json()
                        .at("/items"))
                .hasSize(1);
    }
}
