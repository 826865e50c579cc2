/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Knows which tables are masters, to be copied into another book, and which are derived, to be compared after a replay.
 */
public final class Tables {

    private static final int ROWS_A_WRITE = 5_000;
    /** Bytes of what is compressed in the rows of one write; such rows are large. */
    private static final long BYTES_A_WRITE = 4L << 20;

    private static final int ROWS_A_READ = 500;

    private record Table(String name, String where, String order, List<String> columns) {
        String select() {
            return "select " + String.join(", ", columns) + " from " + name + " " + where + " order by " + order;
        }
    }

    private static final List<Table> MASTERS = List.of(
            new Table("item", "", "id", List.of("id", "code", "gtin", "active", "version", "body")),
            new Table("item_code", "", "scheme, value, item_id", List.of("scheme", "value", "item_id", "shared")),
            new Table(
                    "place",
                    "where space = 0 and id > 4",
                    "id",
                    List.of("id", "space", "code", "kind", "parent_id", "gln", "active", "version", "body")),
            new Table(
                    "master_change",
                    "",
                    "kind, code, version",
                    List.of("kind", "code", "version", "at_us", "actor", "body")),
            new Table("numbering", "", "item_id", List.of("item_id", "version", "body")),
            new Table("label_template", "", "code", List.of("code", "version", "body")),
            new Table("printer", "", "code", List.of("code", "version", "body")),
            new Table("complaint_code", "", "code", List.of("code", "parent", "active", "version", "body")),
            new Table("term", "", "code", List.of("code", "kind", "active", "version", "body")),
            new Table(
                    "fit_rule",
                    "",
                    "code",
                    List.of("code", "subject_item", "object_item", "relation", "active", "version", "body")),
            new Table(
                    "app_user",
                    "",
                    "name",
                    List.of("name", "role", "password_hash", "active", "version", "created_at_us")),
            new Table(
                    "api_token",
                    "",
                    "id",
                    List.of(
                            "id",
                            "secret_hash",
                            "name",
                            "user_name",
                            "role",
                            "acts",
                            "session",
                            "created_at_us",
                            "expires_at_us",
                            "used_at_us",
                            "revoked_at_us")));

    /** What people decided by, and which numbers they were given. No act makes it, so no replay brings it back. */
    private static final List<Table> KEPT = List.of(
            new Table(
                    "scope",
                    "",
                    "number",
                    List.of("number", "id", "name", "question", "request_hash", "revision", "actor", "created_at_us")),
            new Table(
                    "scope_version",
                    "",
                    "number",
                    List.of(
                            "number",
                            "scope",
                            "version",
                            "seq",
                            "head_hash",
                            "known_at_us",
                            "answer_hash",
                            "content_hash",
                            "unit_count",
                            "complete",
                            "body",
                            "actor",
                            "frozen_at_us",
                            "unit_ids")),
            new Table("scope_unit", "", "version, n", List.of("version", "n", "unit_id", "body")),
            new Table("scope_block", "", "version, n", List.of("version", "n", "unit_count", "body")),
            new Table("scope_spots", "", "version", List.of("version", "body")),
            new Table("number_series", "", "item_id, kind", List.of("item_id", "kind", "voided")),
            new Table(
                    "number_block",
                    "",
                    "n",
                    List.of(
                            "n",
                            "id",
                            "item_id",
                            "kind",
                            "issuer_id",
                            "lot",
                            "template",
                            "first_number",
                            "last_number",
                            "number_count",
                            "printed",
                            "commissioned",
                            "voided",
                            "request_hash",
                            "at_us",
                            "actor")),
            new Table(
                    "pool_number",
                    "",
                    "block, n",
                    List.of("block", "n", "item_id", "kind", "issuer_id", "number", "printed", "void_n", "unit_id")),
            new Table("number_counter", "", "item_id, kind, scope", List.of("item_id", "kind", "scope", "next_value")),
            new Table(
                    "number_void",
                    "",
                    "n",
                    List.of(
                            "n",
                            "id",
                            "item_id",
                            "kind",
                            "issuer_id",
                            "number_count",
                            "reason",
                            "request_hash",
                            "at_us",
                            "actor")),
            new Table(
                    "number_use",
                    "",
                    "item_id, kind, scope, day",
                    List.of("item_id", "kind", "scope", "day", "taken", "commissioned")),
            new Table(
                    "label_print",
                    "",
                    "number",
                    List.of(
                            "number",
                            "id",
                            "request_hash",
                            "at_us",
                            "actor",
                            "template",
                            "template_version",
                            "format",
                            "dpi",
                            "sheet",
                            "printer",
                            "reason",
                            "block",
                            "labels",
                            "state",
                            "detail")),
            new Table("label_line", "", "print, n", List.of("print", "n", "kind", "item", "number", "lot", "copy")),
            new Table(
                    "stop",
                    "",
                    "recall",
                    List.of("recall", "title", "rules", "units", "revision", "since_us", "lifted")),
            new Table("stop_unit", "", "recall, unit_id", List.of("recall", "unit_id", "seq")),
            new Table("stop_entry", "", "recall, seq", List.of("recall", "seq")),
            new Table(
                    "recall",
                    "",
                    "number",
                    List.of("number", "id", "code", "kind", "title", "stage", "request_hash", "actor", "opened_at_us")),
            new Table(
                    "recall_step",
                    "",
                    "recall, n",
                    List.of("recall", "n", "id", "type", "at_us", "actor", "role", "body", "request_hash", "hash")),
            new Table("recall_remedy", "", "recall, unit_id", List.of("recall", "unit_id", "n", "day")),
            new Table(
                    "recall_link",
                    "",
                    "recall, consignee, made_at_us",
                    List.of("token_hash", "recall", "consignee", "made_at_us", "expires_at_us")),
            new Table(
                    "recall_notice",
                    "",
                    "recall, n",
                    List.of(
                            "recall",
                            "n",
                            "consignee",
                            "channel",
                            "language",
                            "kind",
                            "address",
                            "state",
                            "tries",
                            "next_us",
                            "sent_at_us",
                            "detail",
                            "document")),
            new Table("drill_plan", "", "id", List.of("id", "version", "body")),
            new Table(
                    "term_contract",
                    "",
                    "n",
                    List.of("n", "id", "unit_id", "term", "sold_day", "reference", "request_hash", "actor", "at_us")),
            new Table(
                    "term_reading",
                    "",
                    "n",
                    List.of("n", "id", "unit_id", "name", "kind", "value", "day", "request_hash", "actor", "at_us")),
            new Table(
                    "term_strike", "", "n", List.of("n", "id", "reading", "reason", "request_hash", "actor", "at_us")),
            new Table(
                    "quality_record",
                    "",
                    "number",
                    List.of(
                            "number",
                            "id",
                            "code",
                            "kind",
                            "opened_year",
                            "of_year",
                            "title",
                            "state",
                            "request_hash",
                            "actor",
                            "opened_at_us")),
            new Table(
                    "quality_step",
                    "",
                    "record, n",
                    List.of("record", "n", "id", "type", "at_us", "actor", "role", "body", "request_hash", "hash")),
            new Table(
                    "complaint",
                    "",
                    "number",
                    List.of(
                            "number",
                            "reported_day",
                            "failed_day",
                            "code",
                            "confirmed",
                            "severity",
                            "country",
                            "match",
                            "item_id",
                            "unit_id",
                            "lot_id",
                            "serial",
                            "lot",
                            "reporter",
                            "merged_into",
                            "words")),
            new Table("complaint_wanted", "", "number, complaint", List.of("number", "complaint")),
            new Table("complaint_content", "", "hash, n", List.of("hash", "n", "bytes")),
            new Table(
                    "complaint_link",
                    "",
                    "complaint, n, made_at_us",
                    List.of("token_hash", "complaint", "n", "made_at_us", "expires_at_us")),
            new Table("complaint_seen", "", "name", List.of("name", "value")),
            new Table("complaint_mail", "", "complaint, n", List.of("complaint", "n", "due_us")),
            new Table(
                    "signal_run",
                    "",
                    "number",
                    List.of(
                            "number",
                            "id",
                            "state",
                            "as_of_day",
                            "seq",
                            "started_at_us",
                            "finished_at_us",
                            "actor",
                            "level",
                            "request_hash",
                            "done",
                            "failure")),
            new Table(
                    "signal_finding",
                    "",
                    "run, kind, n",
                    List.of("run", "kind", "n", "lot_id", "code", "verdict", "body")),
            new Table("signal_lot", "", "lot_id", List.of("lot_id", "item", "run", "body")),
            new Table(
                    "quality_baseline",
                    "",
                    "id",
                    List.of("id", "item_id", "code", "from_day", "why", "recall", "request_hash", "actor", "at_us")),
            new Table(
                    "certificate",
                    "",
                    "number",
                    List.of(
                            "number",
                            "kind",
                            "received",
                            "unit_id",
                            "issuer",
                            "issuer_number",
                            "valid_until",
                            "withdrawn",
                            "paper_hash",
                            "paper")),
            new Table("registration", "", "number", List.of("number", "item_id", "serial", "unit_id", "erased")),
            new Table(
                    "registration_fact",
                    "",
                    "number, n",
                    List.of(
                            "number",
                            "n",
                            "at_us",
                            "type",
                            "on_day",
                            "bought_day",
                            "installed_day",
                            "proof",
                            "secret",
                            "country",
                            "channel")),
            new Table("registration_change", "", "seq", List.of("seq", "unit_id")),
            new Table("registration_seen", "", "name", List.of("name", "value")),
            new Table("owner_key", "", "number", List.of("number", "key")),
            new Table("owner", "", "number", List.of("number", "registration", "n", "mail_hash", "sealed")),
            new Table("owner_text", "", "registration, step", List.of("registration", "step", "owner", "sealed")),
            new Table("owner_proof", "", "owner, n, piece", List.of("owner", "n", "piece", "sealed")),
            new Table("owner_link", "", "owner, token_hash", List.of("token_hash", "owner")),
            new Table("unit_secret", "", "item_id, serial", List.of("item_id", "serial", "hash", "made_us", "version")),
            new Table("secret_run", "", "id", List.of("id", "request_hash", "item_id", "secrets", "at_us", "actor")),
            new Table("uninspected", "", "unit_id", List.of("unit_id", "way", "seq", "since_us", "rejected")),
            new Table("inspection_plan", "", "code", List.of("code", "version", "body")),
            new Table("inspection_unit", "", "record, unit_id", List.of("record", "unit_id", "item_id")),
            new Table(
                    "claim",
                    "",
                    "number",
                    List.of(
                            "number",
                            "opened_day",
                            "item_id",
                            "unit_id",
                            "lot_id",
                            "part_id",
                            "serial",
                            "lot",
                            "failed_day",
                            "code",
                            "country",
                            "partner",
                            "complaint",
                            "currency",
                            "asked",
                            "approved",
                            "paid",
                            "decided_day",
                            "month",
                            "removed_id",
                            "replaced_by",
                            "causal_id",
                            "supplier",
                            "recovery",
                            "recovered",
                            "words")),
            new Table(
                    "recovery",
                    "",
                    "number",
                    List.of("number", "supplier", "lot_id", "currency", "asked", "accepted", "received")));

    private static final List<Table> DERIVED = List.of(
            new Table("place", "where space = 1", "id", List.of("id", "code")),
            new Table(
                    "unit",
                    "",
                    "id",
                    List.of(
                            "id",
                            "kind",
                            "item_id",
                            "issuer_id",
                            "number",
                            "twin",
                            "lot_id",
                            "expiry_day",
                            "best_before_day",
                            "manufactured_day",
                            "first_seq",
                            "first_us",
                            "attributes")),
            // Without noted_seq: rows from before it was kept have 0 there, where a replay finds the entry. Those books
            // are sound and must not fail.
            new Table("supplier_lot", "", "number, partner_id, unit_id", List.of("number", "partner_id", "unit_id")),
            new Table(
                    "entry",
                    "",
                    "seq",
                    List.of(
                            "seq",
                            "id",
                            "type",
                            "occurred_from_us",
                            "occurred_to_us",
                            "document",
                            "place_id",
                            "corrects",
                            "hash",
                            "answer")),
            new Table("movement", "", "seq, n", List.of("seq", "n", "unit_id", "qty", "from_id", "to_id")),
            new Table("link", "", "seq, n", List.of("seq", "n", "in_id", "out_id", "qty")),
            new Table("holding", "", "unit_id, place_id", List.of("unit_id", "place_id", "qty", "position")),
            new Table("hold", "", "seq, unit_id", List.of("seq", "unit_id", "purposes", "reason", "released_seq")));

    private Tables() {}

    /** Copies the masters of a book into an empty one. */
    public static void copyMasters(Connection from, Database to) throws SQLException {
        copy(MASTERS, from, to);
    }

    /** Copies what stands beside the ledger and can be made by nobody again: frozen answers, reserved numbers. */
    public static void copyKept(Connection from, Database to) throws SQLException {
        copy(KEPT, from, to);
    }

    private static void copy(List<Table> tables, Connection from, Database to) throws SQLException {
        for (Table table : tables) {
            try (var query = from.prepareStatement(table.select())) {
                query.setFetchSize(ROWS_A_READ);
                try (var rows = query.executeQuery()) {
                    List<@Nullable Object[]> copied = new ArrayList<>();
                    long bytes = 0;
                    while (rows.next()) {
                        @Nullable Object[] row = row(rows, table.columns().size());
                        copied.add(row);
                        bytes += bytes(row);
                        if (copied.size() == ROWS_A_WRITE || bytes > BYTES_A_WRITE) {
                            append(to, table, copied);
                            copied = new ArrayList<>();
                            bytes = 0;
                        }
                    }
                    append(to, table, copied);
                }
            }
        }
    }

    private static long bytes(@Nullable Object[] row) {
        long bytes = 0;
        for (Object value : row) {
            bytes += value instanceof byte[] blob ? blob.length : 0;
        }
        return bytes;
    }

    private static void append(Database to, Table table, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            to.transaction(connection -> {
                to.dialect().append(connection, table.name(), table.columns(), rows);
                return rows.size();
            });
        }
    }

    private static @Nullable Object[] row(ResultSet rows, int columns) throws SQLException {
        @Nullable Object[] row = new @Nullable Object[columns];
        for (int i = 0; i < columns; i++) {
            row[i] = rows.getObject(i + 1);
        }
        return row;
    }

    /** The first row of the derived tables in which two books differ, in words; null when they agree. */
    public static @Nullable String firstDifference(Connection live, Connection rebuilt) throws SQLException {
        for (Table table : DERIVED) {
            try (var a = live.prepareStatement(table.select());
                    var b = rebuilt.prepareStatement(table.select())) {
                a.setFetchSize(ROWS_A_WRITE);
                b.setFetchSize(ROWS_A_WRITE);
                try (var liveRows = a.executeQuery();
                        var rebuiltRows = b.executeQuery()) {
                    String difference = firstDifference(table, liveRows, rebuiltRows);
                    if (difference != null) {
                        return difference;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable String firstDifference(Table table, ResultSet live, ResultSet rebuilt)
            throws SQLException {
        while (true) {
            boolean more = live.next();
            if (more != rebuilt.next()) {
                return more
                        ? "table " + table.name() + " has a row that the ledger does not account for: "
                                + text(table, live)
                        : "table " + table.name() + " lacks a row that the ledger accounts for: "
                                + text(table, rebuilt);
            }
            if (!more) {
                return null;
            }
            for (int i = 1; i <= table.columns().size(); i++) {
                if (!same(live.getObject(i), rebuilt.getObject(i))) {
                    return "table " + table.name() + ", column "
                            + table.columns().get(i - 1) + ": " + text(table, live) + " where the ledger gives "
                            + text(table, rebuilt);
                }
            }
        }
    }

    /** Engines give whole numbers in different widths. */
    private static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return x.longValue() == y.longValue();
        }
        return a instanceof byte[] x && b instanceof byte[] y ? Arrays.equals(x, y) : Objects.equals(a, b);
    }

    private static String text(Table table, ResultSet rows) throws SQLException {
        var text = new StringBuilder("{");
        for (int i = 1; i <= table.columns().size(); i++) {
            Object value = rows.getObject(i);
            String shown =
                    value instanceof byte[] bytes ? java.util.HexFormat.of().formatHex(bytes) : String.valueOf(value);
            text.append(i == 1 ? "" : ", ")
                    .append(table.columns().get(i - 1))
                    .append("=")
                    .append(shown.length() > 100 ? shown.substring(0, 100) + "…" : shown);
        }
        return text.append("}").toString();
    }
}
