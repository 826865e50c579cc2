/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gozinto.cli.client.Api;
import org.gozinto.cli.client.ClientIds;
import org.gozinto.cli.client.Content;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.text.Screen;
import org.gozinto.cli.text.Table;
import org.gozinto.simulator.Story;

/** How much of the bad lot is where, and that the answer can be shown again: the amounts, the proof and the scope. */
final class Evidence {

    private static final String MARGIN = "  ";
    private static final String SCOPES = "/api/v1/scopes";
    private static final int ROWS = 5;
    private static final Map<String, String> PARTS = parts();

    private final Api api;
    private final Screen screen;
    private final ClientIds ids;
    private final Answers answers;
    private final Story story;
    private String scope = "";

    Evidence(Api api, Screen screen, ClientIds ids, Answers answers, Story story) {
        this.api = api;
        this.screen = screen;
        this.ids = ids;
        this.answers = answers;
        this.story = story;
    }

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("onHand", "in stock, in what was made of it or loose");
        parts.put("atPartners", "with partners");
        parts.put("scrapped", "scrapped");
        parts.put("inProcess", "in open runs");
        parts.put("loss", "lost in runs");
        parts.put("killed", "behind a kill step");
        parts.put("elsewhere", "elsewhere");
        return parts;
    }

    /** Tells how many cells of the lot are in what, and that none is missing. */
    void amounts() {
        Answers.Forward told = answers.amounts(story.supplierLot(), story.item());
        Json balance = told.first().get("balance");
        if (balance == null) {
            throw new Failure(Exit.DIFFERENCE, "A trace with amounts has no balance.");
        }
        title("How many of the bad cells are where?");
        Table parts = new Table("", "");
        PARTS.forEach((part, words) -> {
            String amount = balance.text(part, "0");
            if (!amount.equals("0")) {
                parts.row(amount, words);
            }
        });
        screen.lines(parts.lines(MARGIN));
        String entered = balance.text("entered", "0");
        String sum = balance.text("sum", "");
        if (new BigDecimal(entered).compareTo(new BigDecimal(sum)) != 0) {
            throw new Failure(Exit.DIFFERENCE, entered + " cells came in, and the parts add up to " + sum + ".");
        }
        say(screen.good("It adds up") + ": " + entered + " cells came in, and " + sum + " are accounted for.");
        shares(told.units());
    }

    /** What is in a pack: the number that is certain, or the least, the expected and the greatest. */
    private void shares(List<Json> units) {
        Map<String, Integer> alike = new TreeMap<>();
        for (Json unit : units) {
            Json amount = unit.get("amount");
            if (amount != null && unit.get("serial") != null && isPart(unit)) {
                String least = amount.text("min", "0");
                String most = amount.text("max", "0");
                String expected = amount.text("expected", "0");
                String words = least.equals(most)
                        ? (most.equals("0") ? "none any more" : expected + " each, for certain")
                        : least + " to " + most + " each, " + expected + " expected";
                alike.merge(unit.text("item", "") + ": " + words, 1, Integer::sum);
            }
        }
        List<Map.Entry<String, Integer>> rows = new ArrayList<>(alike.entrySet());
        rows.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
        Table table = new Table("", "");
        rows.stream().limit(ROWS).forEach(row -> table.row(row.getValue().toString(), row.getKey()));
        if (!table.isEmpty()) {
            say("In what was made of them:");
            screen.lines(table.lines(MARGIN + MARGIN));
            if (rows.size() > ROWS) {
                say("and " + (rows.size() - ROWS) + " other shares.");
            }
        }
    }

    /** What was made from the cells; what only holds such a thing has the same cells again. */
    private static boolean isPart(Json unit) {
        return unit.text("relation", "").equals("madeFrom");
    }

    /** Has the answer checked, and freezes it. */
    void freeze(Json trace) {
        title("Can we show this again next year?");
        Json checked = answers.check(story.supplierLot(), story.item(), trace);
        if (!checked.flag("same")) {
            throw new Failure(Exit.DIFFERENCE, "The reference answers otherwise: " + checked.text("detail", ""));
        }
        say("Worked out again by the reference from all entries: " + screen.good("the same") + ".");
        scope = ids.next();
        Json asked = new Json.Fields()
                .with("id", scope)
                .with("name", "Cells of lot " + story.supplierLot())
                .with(
                        "question",
                        new Json.Fields()
                                .with("direction", "forward")
                                .with("item", story.item())
                                .with("supplierLot", story.supplierLot())
                                .with("hosts", "now"));
        Json head =
                api.need(Request.postOnce(SCOPES, Content.json(asked))).json().at("version", "head");
        if (head == null) {
            throw new Failure(Exit.SERVER_FAILED, "A frozen answer has no version.");
        }
        say("Frozen as scope " + scope + ": " + head.text("units", "?") + " units as known at entry "
                + head.text("seq", "?") + ". What is recorded from now on does not change it.");
    }

    /** Asks again what was frozen. */
    void evaluate() {
        Json evaluated = api.need(Request.postOnce(SCOPES + "/" + scope + ":evaluate", Content.json(new Json.Fields())))
                .json();
        if (evaluated.flag("added")) {
            throw new Failure(Exit.DIFFERENCE, "A decision moved nothing, and yet the answer is another one now.");
        }
        say("The scope, asked again at entry " + evaluated.text("seq", "?")
                + ", has the same answer: a decision moves nothing.");
    }

    private void title(String text) {
        screen.blank();
        screen.line(screen.strong(text));
    }

    private void say(String text) {
        Screen.wrapped(text, Screen.COLUMNS - MARGIN.length()).forEach(line -> screen.line(MARGIN + line));
    }
}
