/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

/** Work goes on without a network, and what was finished is recorded in its order when there is one again. */
class OfflineTest {

    @Test
    void twoActsOfAnOfflineHourAreRecordedInOrderAndARefusalIsNamed() {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'BIN',"lines":[{"item":'B',"serials":"HUR-0009+1"}]}""");
        try (Screen screen = Screen.openForOffline(hall.root(), Device.PHONE)) {
            screen.signIn("operator", Hall.PASSWORD);
            screen.page().waitForFunction("""
                    async () => (await navigator.serviceWorker.ready).active?.state === 'activated'""");
            screen.go("/tasks/receive").scan(hall.code("ACME")).shows("From Acme Cells");
            screen.scan(hall.code("DOCK")).scan(hall.code("B")).shows("Now scanning Battery pack");

            screen.context().setOffline(true);
            screen.go("/tasks/receive").shows("No network");
            receive(screen, "HUR-0001", "HUR-0002");
            screen.shows("Kept on this device").shows("1 waits").isAccessible().picture("offline-phone");
            // This one stands in the books already.
            receive(screen, "HUR-0009");
            screen.shows("2 wait");
            receive(screen, "HUR-0003");
            screen.shows("3 wait");
            // By the link, as people go: an address that is typed cuts short what the page is keeping on the device.
            screen.page().locator(".outbox-link").click();
            screen.shows("Waits for the server");
            screen.isAccessible().picture("outbox-offline");

            screen.context().setOffline(false);
            screen.shows("1 refused").isAccessible().picture("outbox-refused");
            screen.that(screen.page().getByText("Waits for the server")).hasCount(0);
            screen.press("Edit").shows("HUR-0009").press("Undo last");
            screen.that(screen.page().getByText("1 refused")).hasCount(0);
        }
        assertThat(hall.get("/api/v1/units?place=" + hall.code("DOCK")).json().at("/items"))
                .hasSize(3);
        var first = hall.get("/api/v1/units?serial=HUR-0001").text("/items/0/id");
        var last = hall.get("/api/v1/units?serial=HUR-0003").text("/items/0/id");
        assertThat(Long.parseLong(first)).isLessThan(Long.parseLong(last));
    }

    private static void receive(Screen screen, String... serials) {
        for (String serial : serials) {
            screen.scan(serial).shows(serial);
        }
        screen.press("Finish receipt · " + serials.length);
    }
}
