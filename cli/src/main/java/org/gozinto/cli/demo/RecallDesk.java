/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gozinto.cli.client.Api;
import org.gozinto.cli.client.ClientIds;
import org.gozinto.cli.client.Content;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.simulator.Story;

/**
 * Brings the recall as far as a desk does on its first day: decided, scoped, stopped and published. What is left is for
 * whoever looks on: to pull the stock, tell the dealers, enter their answers and close.
 */
final class RecallDesk {

    private static final String RECALLS = "/api/v1/recalls";

    private final Api api;
    private final ClientIds ids;
    private final Story story;
    private String number = "";

    RecallDesk(Api api, ClientIds ids, Story story) {
        this.api = api;
        this.ids = ids;
        this.story = story;
    }

    /** The number of the case, such as R-2026-001. */
    String number() {
        return number;
    }

    /** Opens the case and decides it; the scope that came into force. */
    Json decide() {
        String lot = story.supplierLot();
        number = api.need(Request.postOnce(
                        RECALLS,
                        Content.json(new Json.Fields()
                                .with("id", ids.next())
                                .with("kind", "recall")
                                .with("title", "Cells of lot " + lot + " can short-circuit")
                                .with("signal", "A letter of " + story.supplier() + " about its lot " + lot + "."))))
                .json()
                .text("number", "");
        step(new Json.Fields()
                .with("type", "investigate")
                .with("findings", "The supplier found metal particles in the separator of cells of lot " + lot + "."));
        step(new Json.Fields()
                .with("type", "evaluateHazard")
                .with("hazard", "A cell can short-circuit while the battery is charged, and the battery can burn.")
                .with("severity", "critical")
                .with("likelihood", "possible")
                .with("atRisk", "Whoever sleeps where a scooter is charged.")
                .with("injuries", new Json.Digits("0"))
                .with("conclusion", "Every scooter and battery with these cells is recalled from its owner."));
        step(new Json.Fields()
                .with("type", "ask")
                .with(
                        "question",
                        new Json.Fields()
                                .with("direction", "forward")
                                .with("hosts", "now")
                                .with(
                                        "seeds",
                                        new Json.Array(List.of(new Json.Fields()
                                                .with("supplierLot", lot)
                                                .with("item", story.item()))))));
        Json decided = step(new Json.Fields()
                .with("type", "decide")
                .with("action", "act")
                .with("hazardClass", "I")
                .with("depth", "consumer")
                .with("level", "A")
                .with("reason", "A battery that burns can kill."));
        Json scope = decided.at("recall", "scope");
        if (scope == null) {
            throw new Failure(Exit.DIFFERENCE, "A decided recall has no scope.");
        }
        return scope;
    }

    /** Says to everybody which scooters are affected and what to do. */
    void publish() {
        Json english = new Json.Fields()
                .with("title", "Stop using this scooter")
                .with("product", "Scooter S1 and its battery pack, 36 V")
                .with("hazard", "Its battery can burn while it is charged.")
                .with(
                        "whatToDo",
                        "Unplug the charger and leave the scooter outdoors.\n"
                                + "Ask your dealer for the free exchange of the battery.\n"
                                + "Do not throw the battery away.")
                .with("remedy", "A new battery, free of charge.");
        Json german = new Json.Fields()
                .with("title", "Benutzen Sie diesen Scooter nicht mehr")
                .with("product", "Scooter S1 und sein Akku, 36 V")
                .with("hazard", "Der Akku kann beim Laden in Brand geraten.")
                .with(
                        "whatToDo",
                        "Ziehen Sie das Ladegerät ab und lassen Sie den Scooter im Freien.\nBitten Sie Ihren Händler um"
                                + " den kostenlosen Tausch des Akkus.\nWerfen Sie den Akku nicht weg.")
                .with("remedy", "Ein neuer Akku, kostenlos.");
        step(new Json.Fields()
                .with("type", "publish")
                .with("language", "en")
                .with("texts", new Json.Fields().with("en", english).with("de", german)));
    }

    /** What the public page says of a number; it must be what is known to be true. */
    String check(String code, String truth) {
        Json answer = api.need(Request.get("/check/api?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8)))
                .json();
        String said = answer.text("answer", "");
        if (!said.equals(truth)) {
            throw new Failure(
                    Exit.DIFFERENCE,
                    "The public page says " + said + " of " + code + ", and the truth is " + truth + ".");
        }
        return said;
    }

    private Json step(Json step) {
        return api.need(Request.postOnce(
                        RECALLS + "/" + number + "/steps",
                        Content.json(new Json.Fields().with("id", ids.next()).with("step", step))))
                .json();
    }
}
