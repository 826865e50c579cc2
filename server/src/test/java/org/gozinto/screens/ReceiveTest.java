/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

class ReceiveTest {

    @Test
    void receivesSerialsScanByScan() {
        Hall hall = Hall.open();
        try (Screen screen = hall.screen("operator", Device.PHONE)) {
            screen.go("/tasks/receive")
                    .scan(hall.code("ACME"))
                    .shows("From Acme Cells")
                    .scan(hall.code("DOCK"))
                    .scan(hall.code("B"))
                    .shows("Now scanning Battery pack");
            for (int i = 1; i <= 20; i++) {
                screen.scan("B36-%04d".formatted(i));
            }
            screen.shows("B36-0020").isAccessible().picture("receive-phone");
            screen.that(screen.page().getByTestId("counter")).hasText("20");
            screen.scan("B36-0020").shows("Scanned twice, not counted");
            screen.that(screen.page().getByTestId("counter")).hasText("20");
            screen.press("Finish receipt").shows("Recorded");
        }
        assertThat(hall.get("/api/v1/units?place=" + hall.code("DOCK")).json().at("/items"))
                .hasSize(20);
    }

    @Test
    void countsARangeAsAllItsNumbers() {
        Hall hall = Hall.open();
        try (Screen screen = hall.screen("operator", Device.DESK)) {
            screen.go("/tasks/receive").scan(hall.code("DOCK")).scan(hall.code("B"));
            screen.shows("Now scanning Battery pack").scan("RNG0001-RNG0500").shows("500 pieces");
            screen.shows("Choose a supplier").isAccessible().picture("receive-desk");
            screen.that(screen.page().getByTestId("counter")).hasText("500");
            screen.scan(hall.code("ACME"))
                    .shows("From Acme Cells")
                    .scan("RNG0007")
                    .shows("Scanned twice");
            screen.press("Finish receipt · 500").shows("Recorded");
        }
        assertThat(hall.get("/api/v1/places/" + hall.code("DOCK") + "/stock").text("/rows/0/qty"))
                .isEqualTo("500");
    }

    @Test
    void asksForDateAndQuantityOfALotThatAgesAndAddsWhatIsScannedAgain() {
        Hall hall = Hall.open();
        try (Screen screen = hall.screen("operator", Device.PHONE)) {
            screen.go("/tasks/receive").scan(hall.code("ACME")).scan(hall.code("DOCK"));
            screen.scan(hall.code("C")).shows("Now scanning Cell").scan("RCV-LOT-1");
            screen.fill("Use by", "2031-05-31")
                    .fill("Quantity", "40")
                    .press("OK")
                    .shows("40 EA");
            screen.scan("RCV-LOT-1").fill("Use by", "2031-05-31").fill("Quantity", "2,5");
            screen.press("OK").shows("The quantity is too precise").isAccessible();
            screen.press("Undo last").scan("RCV-LOT-1").fill("Use by", "2031-05-31");
            screen.fill("Quantity", "60")
                    .press("OK")
                    .press("Finish receipt · 60 EA")
                    .shows("Recorded");
        }
        assertThat(hall.get("/api/v1/units?lot=RCV-LOT-1").text("/items/0/expiry"))
                .isEqualTo("2031-05-31");
    }

    @Test
    void keepsWhatWasScannedThroughAReload() {
        Hall hall = Hall.open();
        try (Screen screen = hall.screen("operator", Device.PHONE)) {
            screen.go("/tasks/receive").scan(hall.code("ACME")).scan(hall.code("DOCK"));
            // The page goes away before the server can have said what the last one is.
            screen.scan(hall.code("B")).shows("Now scanning").scan("RLD-0001").scan("RLD-0002");
            screen.go("/tasks/receive").shows("RLD-0001");
            screen.that(screen.page().getByTestId("counter")).hasText("2");
            screen.scan("GZ-UNDO").scan("GZ-CANCEL").shows("Clear all?").scan("GZ-CANCEL");
            screen.that(screen.page().getByTestId("counter")).hasText("0");
        }
    }

    @Test
    void sendsOnceWhatWasFinishedWithoutANetwork() {
        Hall hall = Hall.open();
        try (Screen screen = hall.screen("operator", Device.PHONE)) {
            screen.go("/tasks/receive").scan(hall.code("ACME")).scan(hall.code("DOCK"));
            screen.scan(hall.code("B")).shows("Now scanning").scan("OFF-0001").shows("OFF-0001");
            screen.context().setOffline(true);
            screen.press("Finish receipt · 1")
                    .shows("Sent as soon as the server answers")
                    .shows("1 waits");
            screen.scan("OFF-0002")
                    .shows("One scan waits for the server")
                    .isAccessible()
                    .picture("receive-offline");
            screen.context().setOffline(false);
            screen.that(screen.page().getByText("1 waits")).hasCount(0);
            screen.that(screen.page().getByTestId("counter")).hasText("1");
            screen.press("Finish receipt · 1").shows("Recorded");
        }
        assertThat(hall.get("/api/v1/units?place=" + hall.code("DOCK")).json().at("/items"))
                .hasSize(2);
    }
}
