/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.gozinto.cli.client.Api;
import org.gozinto.cli.client.ClientIds;
import org.gozinto.cli.client.Content;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.text.Names;
import org.gozinto.cli.text.Screen;
import org.gozinto.cli.text.Table;
import org.gozinto.simulator.Troubles;
import org.jspecify.annotations.Nullable;

/** A dozen riders say that their scooter gets hot. What do these scooters share that others do not? */
final class CauseStory {

    private static final String MARGIN = "  ";
    private static final String CAUSES = "/api/v1/causes";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE_MS = 200;
    private static final int WORDS_MAX = 56;

    private final Api api;
    private final Screen screen;
    private final ClientIds ids;
    private final Troubles troubles;

    CauseStory(Api api, Screen screen, ClientIds ids, Troubles troubles) {
        this.api = api;
        this.screen = screen;
        this.ids = ids;
        this.troubles = troubles;
    }

    /** Asks, shows the causes and the smallest recall; the number of the inquiry. */
    String tell() {
        screen.blank();
        screen.line(screen.strong("What is behind the heat?"));
        Json inquiry = answered(asked());
        String number = inquiry.text("number", "");
        Json answer = inquiry.get("answer");
        if (answer == null || answer.list("causes").isEmpty()) {
            say("Inquiry " + number + " finds no cause in " + said() + " complaints: "
                    + (answer == null ? inquiry.text("failure", "?") : answer.text("is", "?")) + ".");
        } else {
            say("Inquiry " + screen.strong(number) + " holds " + answer.text("failures", "?") + " scooters against "
                    + answer.text("controls", "?")
                    + " that are like them, in everything that is known of their making:");
            screen.lines(causes(answer).lines(MARGIN));
            smallest(number);
        }
        say("The simulator knows the truth: cells of lot " + troubles.cellLot() + ", and packs welded on "
                + troubles.equipment() + " from " + minute(troubles.from()) + " to " + minute(troubles.to())
                + ". The rest has no common cause.");
        return number;
    }

    private long said() {
        return troubles.complaints().stream()
                .filter(one -> one.code().equals(Troubles.HEAT))
                .count();
    }

    private String asked() {
        Json complaints = new Json.Fields().with("code", Troubles.HEAT);
        Json question = new Json.Fields()
                .with("id", ids.next())
                .with("title", "Packs that overheat")
                .with("complaints", complaints);
        return api.need(Request.postOnce(CAUSES, Content.json(question))).json().text("number", "");
    }

    private Json answered(String number) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Json inquiry = api.need(Request.get(CAUSES + "/" + number)).json();
            if (!inquiry.text("state", "").equals("running")) {
                return inquiry;
            }
            LockSupport.parkNanos(PAUSE_MS * 1_000_000);
        }
        throw new Failure(Exit.DIFFERENCE, "Inquiry " + number + " does not end.");
    }

    private static Table causes(Json answer) {
        Table table = new Table("", "what", "failed", "others", "odds");
        for (Json cause : answer.list("causes")) {
            Json with = cause.get("withIt");
            table.row(
                    cause.text("rank", ""),
                    words(cause),
                    with == null ? "" : with.text("failures", "") + " of " + with.text("of", ""),
                    with == null ? "" : with.text("controls", "") + " of " + with.text("ofControls", ""),
                    odds(cause.text("ratio")));
        }
        return table;
    }

    /** The first factor of a cause: others that it cannot be told from are on the page of the inquiry. */
    private static String words(Json cause) {
        Json window = cause.get("window");
        if (window != null) {
            return window.text("equipment", "") + " " + time(window.text("from", "")) + " to "
                    + time(window.text("to", ""));
        }
        Json factor = cause.list("factors").getFirst();
        Json unit = factor.get("unit");
        String name = unit == null
                ? factor.text("family", "") + " " + factor.text("words", factor.text("key", ""))
                : Names.unit(unit);
        return name.length() <= WORDS_MAX ? name : name.substring(0, WORDS_MAX - 1) + "…";
    }

    private static String odds(@Nullable String ratio) {
        return ratio == null ? "∞" : String.format(Locale.ROOT, "%.1f", Double.parseDouble(ratio));
    }

    /** What to recall: the point that the curve suggests. */
    private void smallest(String number) {
        Json curve = api.need(Request.postOnce(CAUSES + "/" + number + ":smallest", Content.json(new Json.Fields())))
                .json();
        List<Json> points = curve.list("curve");
        int at = (int) curve.number("suggested", -1);
        if (at < 0 || at >= points.size()) {
            return;
        }
        Json point = points.get(at);
        List<String> scopes = new ArrayList<>();
        point.list("scopes").forEach(scope -> scopes.add(scope.text("words", "")));
        say("The smallest recall that explains them: " + String.join("; ", scopes) + ". It reaches "
                + screen.strong(point.text("units", "?") + " scooters") + " and leaves "
                + point.text("unexplained", "?") + " complaints to chance.");
    }

    private static String minute(Instant at) {
        return time(at.toString());
    }

    /** {@code 2025-12-30 08:44}. */
    private static String time(String instant) {
        return instant.length() < 16 ? instant : instant.substring(0, 10) + " " + instant.substring(11, 16);
    }

    private void say(String text) {
        Screen.wrapped(text, Screen.COLUMNS - MARGIN.length()).forEach(line -> screen.line(MARGIN + line));
    }
}
