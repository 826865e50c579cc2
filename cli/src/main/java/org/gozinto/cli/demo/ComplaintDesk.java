/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.demo;

import org.gozinto.cli.client.Api;
import org.gozinto.cli.client.ClientIds;
import org.gozinto.cli.client.Content;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.simulator.CustomerComplaint;
import org.gozinto.simulator.Troubles;

/** Enters what riders say, as customer service does: the kinds of failure, then one complaint after the other. */
final class ComplaintDesk {

    private static final String SCOOTER = "SCOOTER-S1";

    private final Api api;
    private final ClientIds ids;

    ComplaintDesk(Api api, ClientIds ids) {
        this.api = api;
        this.ids = ids;
    }

    /** Takes all of them; each must be matched with its scooter. */
    void take(Troubles troubles) {
        for (Troubles.Code code : Troubles.CODES) {
            Json.Fields body = new Json.Fields()
                    .with("code", code.code())
                    .with("name", code.name())
                    .with("parent", code.parent())
                    .with("severity", code.severity())
                    .with("active", new Json.Flag(true));
            api.need(Request.postOnce("/api/v1/complaint-codes", Content.json(body)));
        }
        troubles.complaints().forEach(this::take);
    }

    private void take(CustomerComplaint said) {
        Json.Fields body = new Json.Fields()
                .with("id", ids.next())
                .with("item", SCOOTER)
                .with("serial", said.scooter())
                .with("description", said.description())
                .with("code", said.code())
                .with("country", said.country())
                .with("failedOn", said.failedOn().toString())
                .with("reportedOn", said.reportedOn().toString())
                .with("channel", "phone")
                .with(
                        "reporter",
                        new Json.Fields().with("name", said.reporter()).with("email", said.email()));
        Json taken = api.need(Request.postOnce("/api/v1/complaints", Content.json(body)))
                .json();
        Json state = taken.at("match", "state");
        if (state == null || !state.plain().equals("unit")) {
            throw new Failure(
                    Exit.DIFFERENCE, "A complaint about " + said.scooter() + " is not matched with that scooter.");
        }
    }
}
