/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.gozinto.screens.Screen.Device;
import org.gozinto.story.Answer;
import org.junit.jupiter.api.Test;

/** A recall on screen, from the complaint to the end, by those who have a part in it. */
class RecallScreensTest {

    /** Cells of X9 go into four packs; two are sold to the shop, two stand in the bin; four more are of other cells. */
    private static Hall packsOfBadCells() {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'DOCK',"occurredAt":"2026-01-01T10:00:00Z","lines":[
                 {"item":'C',"lot":'X9',"qty":"40","expiry":"2031-01-01"},
                 {"item":'C',"lot":'Y1',"qty":"40","expiry":"2031-01-01"}]}""");
        made(hall, "MO", "X9", "0001+4");
        made(hall, "MO2", "Y1", "0005+4");
        hall.record("""
                {"type":"ship","from":'BIN',"to":'SHOP',"occurredAt":"2026-01-03T10:00:00Z",
                 "lines":[{"item":'B',"serials":["%s","%s"]}]}""".formatted(pack(hall, "0001"), pack(hall, "0002")));
        return hall;
    }

    private static void made(Hall hall, String run, String lot, String serials) {
        hall.record("""
                {"type":"produce","run":'%s',"occurredAt":"2026-01-02T10:00:00Z",
                 "consume":[{"item":'C',"lot":'%s',"qty":"40","from":'DOCK'}],
                 "produce":[{"item":'B',"serials":"%s","to":'BIN'}],"close":true}""".formatted(run, lot, pack(hall, serials)));
    }

    private static String pack(Hall hall, String number) {
        return hall.code("PK") + "-" + number;
    }

    /** Chooses one of the words of a list. */
    private static Screen choose(Screen screen, String label, String word) {
        Locator field = screen.page()
                .getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true));
        field.click();
        screen.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(word))
                .first()
                .click();
        return screen;
    }

    private static Screen write(Screen screen, String label, String words) {
        screen.page()
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .fill(words);
        return screen;
    }

    private static String numberOf(Screen screen) {
        screen.that(screen.page()).hasURL(Pattern.compile("/recalls/R-\\d{4}-\\d+"));
        return screen.page().url().replaceAll(".*/(R-\\d{4}-\\d+).*", "$1");
    }

    @Test
    void aRecallIsCarriedThroughFromTheComplaintToTheEnd() {
        Hall hall = packsOfBadCells();
        String number;
        try (Screen quality = hall.screen("quality", Device.DESK)) {
            quality.go("/recalls").press("Open a case");
            write(quality, "Title", "Packs that overheat");
            write(quality, "What gave rise to it", "A pack caught fire in a hallway.");
            quality.isAccessible().button("Open").click();
            quality.shows("Look into the signal");
            number = numberOf(quality);
            write(quality, "What was found", "The cells of lot X9 have a thin separator.");
            quality.press("Keep the findings").shows("Evaluate the hazard");
            write(quality, "Hazard", "Fire");
            choose(quality, "Severity", "Critical");
            choose(quality, "Likelihood", "Possible");
            write(quality, "Conclusion", "To be recalled");
            quality.press("Keep the evaluation").shows("Say what is in scope").isAccessible();
        }
        Answer asked = hall.api()
                .post(
                        "/api/v1/recalls/" + number + "/steps",
                        "{\"id\":\"%s\",\"step\":{\"type\":\"ask\",\"question\":{\"direction\":\"forward\",\"seeds\":"
                                        .formatted(UUID.randomUUID())
                                + "[{\"item\":\"%s\",\"lot\":\"%s\"}]}}}".formatted(hall.code("C"), hall.code("X9")));
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        try (Screen manager = hall.screen("recallManager", Device.DESK)) {
            manager.go("/recalls/" + number).shows("This will be stopped");
            choose(manager, "How far down", "Consumer");
            choose(manager, "Effectiveness checks", "A: all");
            write(manager, "Reason", "A fire can kill.");
            manager.isAccessible().press("Decide and stop");
            manager.shows("Stop in force").isAccessible();
        }
        Answer ship = hall.api()
                .post(
                        "/api/v1/entries",
                        ("{\"type\":\"ship\",\"id\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"lines\":["
                                        + "{\"item\":\"%s\",\"serial\":\"%s\"}]}")
                                .formatted(
                                        UUID.randomUUID(),
                                        hall.code("BIN"),
                                        hall.code("SHOP"),
                                        hall.code("B"),
                                        pack(hall, "0003")));
        assertThat(ship.code()).isEqualTo("recalled");
        try (Screen operator = hall.screen("operator", Device.PHONE)) {
            operator.go("/recalls/" + number + "/pull?place=" + hall.code("BIN"));
            operator.scan(pack(hall, "0003")).shows("Pulled");
            operator.scan(pack(hall, "0005")).scan(pack(hall, "0004")).isAccessible();
            awaitDone(hall, number, 2);
        }
        answered(hall, number);
        try (Screen manager = hall.screen("recallManager", Device.DESK)) {
            manager.go("/recalls/" + number + "/quantities").shows("adds up").isAccessible();
            manager.go("/recalls/" + number + "/record").shows("decide");
        }
        for (String step : List.of("\"type\":\"advance\",\"to\":\"reconciled\"", "\"type\":\"close\"")) {
            Answer taken = hall.api()
                    .post(
                            "/api/v1/recalls/" + number + "/steps",
                            "{\"id\":\"%s\",\"step\":{%s}}".formatted(UUID.randomUUID(), step));
            assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        }
        try (Screen viewer = hall.screen("viewer", Device.PHONE)) {
            viewer.go("/recalls/" + number).shows("The case is closed").isAccessible();
            viewer.go("/lookup?recall=" + number).shows(pack(hall, "0003"));
        }
    }

    private static void awaitDone(Hall hall, String number, int rows) {
        long giveUpNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (hall.get("/api/v1/recalls/" + number + "/pulls")
                        .json()
                        .at("/done")
                        .asInt()
                < rows) {
            assertThat(System.nanoTime()).as("pulled in vain").isLessThan(giveUpNs);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static void answered(Hall hall, String number) {
        Answer answer = hall.api()
                .post(
                        "/api/v1/recalls/" + number + "/steps",
                        "{\"id\":\"%s\",\"step\":{\"type\":\"answer\",\"consignee\":\"%s\",\"channel\":\"phone\","
                                        .formatted(UUID.randomUUID(), hall.code("SHOP"))
                                + "\"by\":\"Ms Lund\","
                                + "\"lines\":[{\"item\":\"%s\",\"onHand\":\"2\"}]}}".formatted(hall.code("B")));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }
}
