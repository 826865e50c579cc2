/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

class ReturnTest {

    @Test
    void fillsInWhoHasWhatComesBack() {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'BIN',"lines":[{"item":'B',"serials":"RTN-0001+2"}]}""");
        hall.record("""
                {"type":"ship","from":'BIN',"to":'SHOP',"lines":[{"item":'B',"serial":"RTN-0001"}]}""");
        try (Screen screen = hall.screen("operator", Device.PHONE)) {
            screen.go("/tasks/return").scan("RTN-0001").shows("Choose a place").scan(hall.code("DOCK"));
            screen.shows("Corner Shop").isAccessible().picture("return-phone");
            screen.press("Record the return · 1").shows("Recorded");
        }
        assertThat(hall.get("/api/v1/units?place=" + hall.code("DOCK")).texts("/items", "/serial"))
                .containsExactly("RTN-0001");
    }
}
