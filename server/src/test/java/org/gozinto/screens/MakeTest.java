/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

class MakeTest {

    private static Hall stocked(String prefix) {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'BIN',"lines":[{"item":'C',"lot":"%1$s-CELLS","qty":"500"},
                 {"item":'B',"serials":"%1$s-B001+4"}]}""".formatted(prefix));
        return hall;
    }

    @Test
    void makesOnePieceAfterTheOtherWithExactGenealogy() {
        Hall hall = stocked("MK1");
        try (Screen screen = hall.screen("operator", Device.PHONE)) {
            screen.go("/tasks/make").scan(hall.code("RUN")).scan(hall.code("S")).scan(hall.code("BIN"));
            screen.scan("MK1-CELLS")
                    .fill("Quantity", "40")
                    .press("OK")
                    .scan("MK1-B001")
                    .scan("MK1-S001");
            screen.shows("MK1-S001").isAccessible().picture("make-phone");
            screen.press("Record this piece · 1").shows("Recorded").shows("MK1-CELLS");
            screen.scan("MK1-B002").scan("MK1-S002").shows("MK1-S002");
            screen.scan("GZ-DONE").shows("Recorded");
        }
        String parts = "/api/v1/trace?direction=backward&item=%s&serial=MK1-S002".formatted(hall.code("S"));
        assertThat(hall.get(parts).texts("/units", "/serial"))
                .contains("MK1-B002")
                .doesNotContain("MK1-B001");
        assertThat(hall.get(parts).texts("/units", "/lot")).contains("MK1-CELLS");
    }

    @Test
    void asksWhatWentIntoWhatWhenSeveralAreMadeAtOnce() {
        Hall hall = stocked("MK2");
        try (Screen screen = hall.screen("operator", Device.DESK)) {
            screen.go("/tasks/make").scan(hall.code("RUN")).scan(hall.code("S")).scan(hall.code("BIN"));
            screen.page().getByText("Several at once").click();
            screen.scan("MK2-B001").scan("MK2-B002").scan("MK2-S001").scan("MK2-S002");
            screen.shows("Say what went into what, or that it is not known").isAccessible();
            screen.press("MK2-S001 from 0 inputs").scan("MK2-B002").shows("from one input");
            screen.press("MK2-S002 from 0 inputs").scan("MK2-B001").picture("make-several");
            screen.press("Record · 2").shows("Recorded").press("Close the run").shows("What went in");
            screen.page()
                    .getByRole(com.microsoft.playwright.options.AriaRole.DIALOG)
                    .getByText("Close the run")
                    .last()
                    .click();
        }
        String parts = "/api/v1/trace?direction=backward&item=%s&serial=MK2-S001".formatted(hall.code("S"));
        assertThat(hall.get(parts).texts("/units", "/serial"))
                .contains("MK2-B002")
                .doesNotContain("MK2-B001");
    }
}
