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
            screen.press("Finish receipt").shows("Recorded");
        }
        assertThat(hall.get("/api/v1/units?place=" + hall.code("DOCK")).json().at("/items"))
                .hasSize(20);
    }
}
