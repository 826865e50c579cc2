/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.gozinto.screens.Screen.Device;
import org.gozinto.story.Answer;
import org.junit.jupiter.api.Test;

/** Quality on screen: from a complaint to its cause, and from goods that wait to what becomes of them. */
class QualityScreensTest {

    private static final int LOTS = 6;
    private static final int PACKS_OF_A_LOT = 60;
    private static final int FAILED = 14;

    private static Screen write(Screen screen, String label, String words) {
        screen.page()
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .fill(words);
        return screen;
    }

    private static Screen choose(Screen screen, String label, String words) {
        Locator field = screen.page()
                .getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .last();
        field.click();
        screen.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(words))
                .first()
                .click();
        return screen;
    }

    private static Answer sent(Hall hall, String path, String members) {
        Answer answer = hall.api().post("/api/v1/" + path, "{\"id\":\"" + UUID.randomUUID() + "\"," + members + "}");
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
        return answer;
    }

    private static String pack(Hall hall, int number) {
        return "%s-%04d".formatted(hall.code("PK"), number);
    }

    /** Packs of six cell lots, made one after the other and sold to the shop. */
    private static Hall packs() {
        Hall hall = Hall.open();
        for (int lot = 1; lot <= LOTS; lot++) {
            hall.record("""
                    {"type":"receive","from":'ACME',"to":'DOCK',"occurredAt":"2026-01-01T10:00:00Z",
                     "lines":[{"item":'C',"lot":"X%d","qty":"600","expiry":"2031-01-01"}]}""".formatted(lot));
        }
        List<String> serials = new ArrayList<>();
        for (int pack = 0; pack < LOTS * PACKS_OF_A_LOT; pack++) {
            hall.record("""
                    {"type":"produce","run":"%s","occurredAt":"2026-01-02T%02d:%02d:00Z","equipment":"LINE-%d",
                     "consume":[{"item":'C',"lot":"X%d","qty":"10","from":'DOCK'}],
                     "produce":[{"item":'B',"serial":"%s","to":'BIN'}],"close":true}""".formatted(
                    hall.code("MO" + pack), pack / 60, pack % 60, 1 + pack % 3, 1 + pack % LOTS, pack(hall, pack)));
            serials.add('"' + pack(hall, pack) + '"');
        }
        hall.record(
                "{\"type\":\"ship\",\"from\":'BIN',\"to\":'SHOP',\"occurredAt\":\"2026-01-05T10:00:00Z\",\"lines\":[{"
                        + "\"item\":'B',\"serials\":[" + String.join(",", serials) + "]}]}");
        return hall;
    }

    @Test
    void aStrangerComesFromADozenComplaintsToTheSmallestRecall() {
        Hall hall = packs();
        String heat = hall.code("HEAT");
        assertThat(hall.api()
                        .post(
                                "/api/v1/complaint-codes",
                                "{\"code\":\"%s\",\"name\":\"Overheats %s\",\"severity\":\"critical\"}"
                                        .formatted(heat, heat))
                        .status())
                .isEqualTo(201);
        for (int failed = 0; failed < FAILED; failed++) {
            // Every sixth pack is of lot X3.
            sent(
                    hall,
                    "complaints",
                    "\"item\":\"%s\",\"serial\":\"%s\",\"description\":\"It got hot.\",\"code\":\"%s\",\"failedOn\":\"2026-03-%02d\""
                            .formatted(hall.code("B"), pack(hall, 2 + LOTS * (failed * 4)), heat, 1 + failed));
        }
        try (Screen quality = hall.screen("quality", Device.DESK)) {
            quality.go("/quality/complaints?code=" + heat).shows("It got hot.").isAccessible();
            quality.picture("quality-complaints");
            quality.go("/quality/causes?new=1&code=" + heat + "&item=" + hall.code("B"));
            quality.isAccessible().button("Ask").click();
            quality.shows("Explanation 1").shows(FAILED + " of " + FAILED);
            quality.that(quality.page().locator(".quality-factors").first()).containsText("X3");
            quality.shows("The smallest recall").isAccessible();
            quality.picture("quality-cause");
            quality.press("Open a recall of");
            quality.that(quality.page()).hasURL(Pattern.compile("/recalls/R-\\d{4}-\\d+"));
            quality.shows("X3");
        }
        try (Screen viewer = hall.screen("viewer", Device.PHONE)) {
            viewer.go("/quality/causes").shows("Answered").isAccessible();
            viewer.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile(heat)))
                    .first()
                    .click();
            viewer.shows("Explanation 1").isAccessible();
            viewer.picture("quality-cause-phone");
        }
    }

    @Test
    void aComplaintIsTakenByScanCodedAndAnswered() {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'DOCK',"occurredAt":"2026-01-01T10:00:00Z",
                 "lines":[{"item":'B',"serial":'PK'}]}""");
        try (Screen quality = hall.screen("quality", Device.DESK)) {
            quality.go("/quality/codes").press("Add a code");
            write(quality, "Code", hall.code("SMOKE"));
            write(quality, "Name", "Smoke " + hall.code("S"));
            choose(quality, "Severity", "Serious").isAccessible().button("Keep").click();
            quality.shows("Smoke " + hall.code("S"));
        }
        try (Screen operator = hall.screen("operator", Device.PHONE)) {
            operator.go("/quality/complaints?new=1").shows("What happened");
            operator.scan(hall.code("PK")).shows("Battery pack");
            write(operator, "What happened", "It smoked in the " + hall.code("kitchen") + ".");
            operator.isAccessible().button("Take it").click();
            operator.shows("Piece known").shows("What it is about").isAccessible();
            operator.picture("quality-complaint-phone");
            operator.press("Say what is wrong");
            choose(operator, "What is wrong", "Smoke " + hall.code("S"));
            operator.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Say what is wrong"))
                    .click();
            operator.shows("Smoke " + hall.code("S"));
            operator.press("Reply");
            write(operator, "Reply", "Please stop using it.");
            operator.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Reply"))
                    .click();
            operator.shows("Please stop using it.");
            operator.press("Address for the customer").shows(Pattern.compile("/complaint/"));
        }
    }

    @Test
    void whatWaitsIsInspectedRejectedAndDisposedOf() {
        Hall hall = Hall.open();
        String item = hall.code("GLUE");
        assertThat(hall.api()
                        .post(
                                "/api/v1/items",
                                "{\"code\":\"%s\",\"name\":\"Glue\",\"tracking\":\"lot\",\"unit\":\"KG\",\"inspection\":\"received\"}"
                                        .formatted(item))
                        .status())
                .isEqualTo(201);
        assertThat(hall.api()
                        .post("/api/v1/inspection-plans", """
                                {"code":"%s","name":"Incoming glue","item":"%s","stage":"received",
                                 "sampling":{"type":"fixed","n":2},"characteristics":[{"code":"V","name":"Viscosity",
                                 "kind":"measurement","unit":"mPas","lower":"9","upper":"11","class":"major"}]}""".formatted(item, item))
                        .status())
                .isEqualTo(201);
        hall.record("""
                {"type":"receive","from":'ACME',"to":'DOCK',"occurredAt":"2026-01-01T10:00:00Z",
                 "lines":[{"item":'GLUE',"lot":'G1',"qty":"10"}]}""");
        try (Screen quality = hall.screen("quality", Device.DESK)) {
            quality.go("/quality/inspections").shows(hall.code("G1")).isAccessible();
            quality.go("/quality/inspections?new=1").scan(hall.code("G1"));
            quality.that(quality.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Lot")))
                    .hasValue(hall.code("G1"));
            quality.isAccessible()
                    .page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Inspect"))
                    .click();
            write(quality, "Readings", "12.1 12.4");
            quality.button("Keep the readings").click();
            quality.shows("The plan says: reject").isAccessible();
            quality.picture("quality-inspection");
            quality.button("Judge").click();
            quality.button("Reject").click();
            quality.shows("Rejected");
            quality.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("N-\\d{4}-\\d+")))
                    .first()
                    .click();
            quality.shows("Containment").isAccessible();
            quality.press("Decide what becomes of it");
            write(quality, "Reason", "Too thick to use.");
            quality.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Decide what becomes of it"))
                    .click();
            quality.shows("Scrap").shows("Too thick to use.");
            quality.picture("quality-nonconformance");
            quality.go("/quality/certificates").shows("No certificates yet").isAccessible();
            quality.go("/quality/plans").shows("Incoming glue").isAccessible();
            quality.go("/quality/signals").isAccessible();
        }
        assertThat(hall.get("/api/v1/units?item=" + item + "&lot=" + hall.code("G1"))
                        .body())
                .contains("scrap");
    }
}
