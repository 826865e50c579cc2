/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

class MoveTest {

    @Test
    void movesPiecesAQuantityAndAContainerToThePlaceScannedLast() {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'DOCK',"lines":[{"item":'B',"serials":"MOV-0001+3"},
                 {"item":'C',"lot":"MOV-LOT","qty":"100"}]}""");
        hall.record("""
                {"type":"move","to":'BIN',"lines":[{"item":'C',"lot":"MOV-LOT","qty":"30","from":'DOCK'}]}""");
        hall.record("""
                {"type":"pack","container":'BOX',"from":'DOCK',"lines":[{"item":'B',"serial":"MOV-0003"}]}""");
        try (Screen screen = hall.screen("operator", Device.PHONE)) {
            screen.go("/tasks/move").scan("MOV-0001").scan(hall.code("BOX")).scan("MOV-LOT");
            screen.shows("From place").isAccessible().picture("move-phone");
            screen.fill("Quantity", "70").press("OK").shows("Checked as soon as the fields above are filled in");
            screen.scan(hall.code("BIN")).shows("Into " + hall.code("BIN"));
            screen.press("Move · 2 + 70 EA").shows("Recorded");
        }
        String stock = "/api/v1/places/" + hall.code("BIN") + "/stock?below=true";
        assertThat(hall.get(stock).texts("/rows", "/qty")).containsExactlyInAnyOrder("100", "2");
    }

    @Test
    void refusesWhatMayNotMoveInTheWordsOfTheServer() {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'DOCK',"lines":[{"item":'B',"serial":"MVH-0001"}]}""");
        hall.record("""
                {"type":"hold","units":[{"item":'B',"serial":"MVH-0001"}],"blocks":["move"],"reason":"leaks"}""");
        try (Screen screen = hall.screen("operator", Device.DESK)) {
            screen.go("/tasks/move").scan(hall.code("BIN")).scan("MVH-0001").shows("It is held");
            screen.scan("MVH-9999")
                    .shows("Nothing has this number")
                    .isAccessible()
                    .picture("move-refused");
        }
    }
}
