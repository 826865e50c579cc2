/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

class CountTest {

    private static Hall stocked(String prefix) {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'BIN',"lines":[{"item":'B',"serials":"%1$s-B001+3"},
                 {"item":'C',"lot":"%1$s-L1","qty":"100"},{"item":'C',"lot":"%1$s-L2","qty":"50"}]}""".formatted(prefix));
        return hall;
    }

    private static java.util.List<String> stock(Hall hall) {
        return hall.get("/api/v1/places/" + hall.code("BIN") + "/stock").texts("/rows", "/qty");
    }

    @Test
    void showsTheDifferenceBeforeItIsRecorded() {
        Hall hall = stocked("CNT");
        try (Screen screen = hall.screen("operator", Device.PHONE)) {
            screen.go("/tasks/count").scan(hall.code("BIN")).shows("What should be here");
            screen.scan("CNT-B001")
                    .scan("CNT-B002")
                    .scan("CNT-L1")
                    .fill("Quantity", "97")
                    .press("OK");
            screen.shows("See the difference first")
                    .press("Show the difference")
                    .shows("CNT-B003")
                    .shows("-3");
            screen.isAccessible().picture("count-phone");
            screen.press("Record the count").shows("Recorded");
        }
        assertThat(stock(hall)).containsExactlyInAnyOrder("147", "2");
    }

    @Test
    void takesOutWhatWasNotCountedOnlyWhenNothingElseIsThere() {
        Hall hall = stocked("CNE");
        try (Screen screen = hall.screen("operator", Device.DESK)) {
            screen.go("/tasks/count").scan(hall.code("BIN")).shows("What should be here");
            screen.scan("CNE-L2").fill("Quantity", "50").press("OK").press("Show the difference");
            screen.shows("No difference");
            screen.page().getByLabel("Nothing else is here").check();
            screen.press("Show the difference")
                    .shows("CNE-B003")
                    .shows("-100")
                    .isAccessible()
                    .picture("count-desk");
            screen.press("Record the count").shows("Recorded");
        }
        assertThat(stock(hall)).containsExactly("50");
    }
}
