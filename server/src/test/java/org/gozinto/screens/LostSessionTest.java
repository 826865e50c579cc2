/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

class LostSessionTest {

    @Test
    void nothingIsLostWhenTheSessionEndsInTheMiddle() {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'BIN',"lines":[{"item":'B',"serials":"LST-0001+2"}]}""");
        try (Screen screen = hall.screen("operator", Device.PHONE)) {
            screen.go("/tasks/move").scan(hall.code("DOCK")).scan("LST-0001").shows("from " + hall.code("BIN"));
            screen.loseSession().scan("LST-0002").shows("Your session has ended");
            screen.isAccessible().picture("lost-session");
            again(screen);
            screen.that(screen.page().getByTestId("counter")).hasText("2");
            screen.loseSession().press("Move · 2").shows("Your session has ended");
            again(screen).shows("Recorded");
        }
        assertThat(hall.get("/api/v1/units?place=" + hall.code("DOCK")).json().at("/items"))
                .hasSize(2);
    }

    private static Screen again(Screen screen) {
        screen.page().locator("input[name=password]").fill(Hall.PASSWORD);
        screen.press("Sign in");
        screen.that(screen.page().getByText("Your session has ended")).hasCount(0);
        return screen;
    }
}
