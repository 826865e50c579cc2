/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

class InstallTest {

    private static Hall stocked(String prefix) {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'BIN',"lines":[{"item":'S',"serial":"%1$s-S1"},
                 {"item":'B',"serials":"%1$s-B001+3"}]}""".formatted(prefix));
        return hall;
    }

    private static java.util.List<String> inside(Hall hall, String serial) {
        String id = hall.get("/api/v1/units?serial=" + serial).text("/items/0/id");
        return hall.get("/api/v1/units/" + id + "/contents").texts("/items", "/serial");
    }

    @Test
    void installsPartsInTheProductThatWasScannedFirst() {
        Hall hall = stocked("INS");
        try (Screen screen = hall.screen("operator", Device.PHONE)) {
            screen.go("/tasks/install")
                    .shows("Scan the product that it is about")
                    .isAccessible();
            screen.scan("INS-S1").shows("Into Scooter").scan("INS-B001").scan("INS-S1");
            screen.shows("It cannot go into itself").picture("install-phone");
            screen.press("Install · 1").shows("One refused line was left out");
        }
        assertThat(inside(hall, "INS-S1")).containsExactly("INS-B001");
    }

    @Test
    void swapsOnePartForAnotherInOneStep() {
        Hall hall = stocked("SWP");
        hall.record("""
                {"type":"install","host":{"item":'S',"serial":"SWP-S1"},"lines":[{"item":'B',"serial":"SWP-B001"}]}""");
        try (Screen screen = hall.screen("operator", Device.DESK)) {
            screen.go("/tasks/install?mode=swap")
                    .scan("SWP-S1")
                    .shows("In SWP-S1 now")
                    .scan("SWP-B001");
            screen.shows("Scan what goes in")
                    .scan("SWP-B002")
                    .shows("goes in")
                    .isAccessible()
                    .picture("swap");
            screen.press("Swap · 2").shows("Recorded");
        }
        assertThat(inside(hall, "SWP-S1")).containsExactly("SWP-B002");
    }

    @Test
    void removesWhatIsChosenFromTheListOfWhatIsInIt() {
        Hall hall = stocked("RMV");
        hall.record("""
                {"type":"install","host":{"item":'S',"serial":"RMV-S1"},"lines":[{"item":'B',"serials":"RMV-B001+2"}]}""");
        String id = hall.get("/api/v1/units?serial=RMV-S1").text("/items/0/id");
        try (Screen screen = hall.screen("operator", Device.PHONE)) {
            screen.go("/tasks/install?mode=remove&unit=" + id)
                    .shows("In RMV-S1 now")
                    .press("RMV-B002");
            screen.scan(hall.code("DOCK")).press("Remove · 1").shows("Recorded");
        }
        assertThat(inside(hall, "RMV-S1")).containsExactly("RMV-B001");
    }
}
