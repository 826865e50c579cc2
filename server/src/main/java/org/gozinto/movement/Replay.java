/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.JsonText;
import org.gozinto.ledger.Ledger;
import org.gozinto.ledger.Outcome;
import org.gozinto.ledger.Tables;
import org.gozinto.place.Places;
import org.gozinto.unit.Units;
import org.gozinto.unit.UseOfItems;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does every act of a ledger again in another, empty book. All tables but the masters are derived, so the copy must
 * come out the same, down to the last hash.
 */
final class Replay {

    private static final int UNITS_A_GROUP = 10_000;

    private final Connection source;
    private final Database target;
    private final JsonMapper json;
    private final Clock clock;

    /** @param source a connection in a transaction that sees one moment */
    Replay(Connection source, Database target, JsonMapper json, Clock clock) {
        this.source = source;
        this.target = target;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param hash of the last entry, in hex
     * @param difference the first thing that is not as it must be, or null
     */
    record Result(long entries, String hash, @Nullable String difference) {}

    Result run() throws SQLException {
        Tables.copyMasters(source, target);
        var places = new Places(target, json, clock);
        var items = new Items(target, json, clock, new UseOfItems(new Units(target), places));
        var clerk = ActClerk.replaying(items, places, target.dialect());
        try (var ledger = new Ledger(target, clerk, clock);
                var query = source.prepareStatement(
                        "select seq, id, recorded_at_us, actor, body, request_hash, hash, answer from entry"
                                + " order by seq")) {
            query.setFetchSize(1_000);
            try (var rows = query.executeQuery()) {
                return replay(rows, ledger);
            }
        }
    }

    private Result replay(java.sql.ResultSet rows, Ledger ledger) throws SQLException {
        byte[] previous = HashChain.GENESIS;
        long seq = 0;
        List<ActCommand> group = new ArrayList<>();
        int weight = 0;
        String difference = null;
        while (difference == null && rows.next()) {
            seq++;
            byte[] hash = rows.getBytes("hash");
            difference = broken(rows, seq, previous);
            if (difference == null) {
                ActCommand command = command(rows);
                group.add(command);
                weight += command.weight();
            }
            if (weight >= UNITS_A_GROUP) {
                difference = difference != null ? difference : submit(ledger, group);
                group = new ArrayList<>();
                weight = 0;
            }
            previous = hash;
        }
        if (difference == null) {
            difference = submit(ledger, group);
        }
        if (difference == null && !Arrays.equals(previous, ledger.head().hash())) {
            difference = "the replayed ledger ends in another hash";
        }
        return new Result(seq, HexFormat.of().formatHex(previous), difference);
    }

    /** What is wrong with an entry's place in the chain, or null. */
    private static @Nullable String broken(java.sql.ResultSet rows, long expectedSeq, byte[] previous)
            throws SQLException {
        long seq = rows.getLong("seq");
        if (seq != expectedSeq) {
            return "entry " + expectedSeq + " is missing; " + seq + " follows";
        }
        byte[] hash = HashChain.next(
                previous,
                seq,
                rows.getString("id"),
                rows.getLong("recorded_at_us"),
                rows.getString("actor"),
                rows.getString("body"));
        return Arrays.equals(hash, rows.getBytes("hash"))
                ? null
                : "entry " + seq + " was changed: its hash does not fit";
    }

    private ActCommand command(java.sql.ResultSet rows) throws SQLException {
        String body = rows.getString("body");
        return new ActCommand(
                ActReader.read(json.readTree(body)),
                body,
                rows.getBytes("request_hash"),
                rows.getString("actor"),
                rows.getLong("recorded_at_us"),
                told(rows.getString("answer")));
    }

    /** The alerts of an answer that are about recalls or fit rules. */
    private List<String> told(String answer) {
        if (!answer.contains("\"recall\":") && !answer.contains("\"rule\":")) {
            return List.of();
        }
        List<String> alerts = new ArrayList<>();
        for (JsonNode alert : json.readTree(answer).path("alerts")) {
            for (String about : List.of("recall", "rule")) {
                if (alert.has(about)) {
                    alerts.add(new JsonText()
                            .object()
                            .member("code", alert.path("code").stringValue())
                            .member("detail", alert.path("detail").stringValue())
                            .member(about, alert.path(about).stringValue())
                            .endObject()
                            .toString());
                }
            }
        }
        return alerts;
    }

    private static @Nullable String submit(Ledger ledger, List<ActCommand> group) {
        List<Outcome> outcomes = ledger.submit(group, false);
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Refused refused) {
                return "entry with id " + group.get(i).id() + " cannot be done again: "
                        + refused.refusal().detail();
            }
        }
        return null;
    }
}
