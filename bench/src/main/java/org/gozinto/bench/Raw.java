/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The peer: writes the rows that the server writes for the same acts, into the same tables with the same indexes and
 * the same durability, and does nothing else: it judges nothing, loads nothing and speaks no HTTP.
 */
final class Raw implements AutoCloseable {

    private static final String[] ENTRY = {
        "seq",
        "id",
        "type",
        "occurred_from_us",
        "occurred_to_us",
        "occurred_at",
        "recorded_at_us",
        "actor",
        "body",
        "request_hash",
        "hash",
        "answer"
    };
    private static final String[] UNIT = {
        "id", "kind", "item_id", "issuer_id", "number", "twin", "lot_id", "first_seq", "first_us"
    };
    private static final String[] MOVEMENT = {"seq", "n", "unit_id", "qty", "from_id", "to_id"};
    private static final String[] HOLDING = {"unit_id", "place_id", "qty"};

    /** Rows of one statement in a batch: the quickest that was found for SQLite. */
    private static final int ROWS_A_STEP = 64;

    private static final long PARTNER = 5;
    private static final long FROM = 7;
    private static final long TO = 8;
    private static final long US = 1_772_356_500_000_000L;

    private final Connection connection;
    private final boolean copies;
    private final Acts acts = new Acts();
    private final byte[] hash;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private long seq;
    private int units;

    Raw(Settings settings, Databases.Place place) throws SQLException, IOException {
        this.connection = place.connect();
        this.copies = place.url() != null;
        this.hash = hash("any");
        Path migrations = settings.home()
                .resolve("server/src/main/resources/db/migration")
                .resolve(place.engine().folder());
        try (var files = Files.list(migrations)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
                run(Files.readString(file));
            }
        }
        connection.setAutoCommit(false);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SQLite's driver runs one statement at a time; triggers have semicolons inside. */
    private void run(String script) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (copies) {
                statement.execute(script);
                return;
            }
            var sql = new StringBuilder();
            boolean body = false;
            for (String line : script.lines().filter(l -> !l.startsWith("--")).toList()) {
                sql.append(line).append('\n');
                body |= line.strip().equals("begin") || line.strip().endsWith(" begin");
                boolean ends = line.stripTrailing().endsWith(";");
                if (ends && (!body || line.strip().endsWith("end;"))) {
                    statement.execute(sql.toString());
                    sql.setLength(0);
                    body = false;
                }
            }
        }
    }

    /** Receives serials, as many in a transaction as the server takes together. */
    void receive(int first, int count, int transaction, boolean range) throws SQLException, IOException {
        for (int at = 0; at < count; at += transaction) {
            receive(first + at, Math.min(transaction, count - at), range);
            connection.commit();
        }
    }

    private void receive(int first, int count, boolean range) throws SQLException, IOException {
        List<@Nullable Object[]> entries = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>(count);
        List<@Nullable Object[]> movements = new ArrayList<>(count);
        List<@Nullable Object[]> holdings = new ArrayList<>(count);
        for (int at = 0; at < count; at += Acts.LINE) {
            int line = Math.min(Acts.LINE, count - at);
            entries.add(entry("receive", acts.receive(first + at, line, range)));
            for (int i = 0; i < line; i++) {
                long unit = ++units;
                rows.add(unit(unit, Acts.serial(first + at + i)));
                movements.add(new Object[] {seq, (long) i, unit, 1L, PARTNER, FROM});
                holdings.add(new Object[] {unit, PARTNER, -1L});
                holdings.add(new Object[] {unit, FROM, 1L});
            }
        }
        append("entry", ENTRY, entries);
        append("unit", UNIT, rows);
        append("movement", MOVEMENT, movements);
        append("holding", HOLDING, holdings);
    }

    private @Nullable Object[] entry(String type, String body) {
        seq++;
        String id = acts.id();
        return new @Nullable Object[] {
            seq,
            id,
            type,
            US,
            US,
            "2026-03-01T10:15:00+01:00",
            US,
            "admin-token",
            body,
            hash,
            hash,
            "{\"seq\":" + seq + ",\"id\":\"" + id + "\",\"hash\":\""
                    + HexFormat.of().formatHex(hash) + "\"}"
        };
    }

    private @Nullable Object[] unit(long unit, String number) {
        return new @Nullable Object[] {unit, 2L, 1L, 0L, number, 0L, 0L, seq, US};
    }

    /** One act, one transaction: every second one receives a new serial, the others move one that is there. */
    void act(int number, int moved) throws SQLException, IOException {
        if (number % 2 == 0) {
            long unit = ++units;
            insert("entry", ENTRY, entry("receive", acts.receive(number, 1, false)));
            insert("unit", UNIT, unit(unit, "X" + Acts.serial(number)));
            insert("movement", MOVEMENT, new Object[] {seq, 0L, unit, 1L, PARTNER, FROM});
            insert("holding", HOLDING, new Object[] {unit, PARTNER, -1L});
            insert("holding", HOLDING, new Object[] {unit, FROM, 1L});
        } else {
            insert("entry", ENTRY, entry("move", acts.move(moved)));
            insert("movement", MOVEMENT, new Object[] {seq, 0L, (long) moved, 1L, FROM, TO});
            PreparedStatement delete = prepared("delete from holding where unit_id = ? and place_id = ?");
            delete.setLong(1, moved);
            delete.setLong(2, FROM);
            delete.executeUpdate();
            insert("holding", HOLDING, new Object[] {(long) moved, TO, 1L});
        }
        connection.commit();
    }

    /** The least that can be durable: one row, one transaction. */
    void row() throws SQLException, IOException {
        insert("movement", MOVEMENT, new Object[] {++seq, 0L, 1L, 1L, FROM, TO});
        connection.commit();
    }

    /** A unit by its number, by the index that the server uses. */
    boolean find(String number) throws SQLException {
        PreparedStatement query = prepared("select id, item_id, lot_id, expiry_day from unit where number = ?");
        query.setString(1, number);
        try (var rows = query.executeQuery()) {
            return rows.next();
        }
    }

    private void insert(String table, String[] columns, @Nullable Object[] row) throws SQLException {
        PreparedStatement insert = prepared(sql(table, columns, 1));
        for (int i = 0; i < row.length; i++) {
            insert.setObject(i + 1, row[i]);
        }
        insert.executeUpdate();
    }

    /** Statements are prepared once: the peer is to be as quick as it can be. */
    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    private static String sql(String table, String[] columns, int rows) {
        String row = "(" + "?, ".repeat(columns.length - 1) + "?)";
        return "insert into " + table + " (" + String.join(", ", columns) + ") values " + (row + ", ").repeat(rows - 1)
                + row;
    }

    private static void insert(PreparedStatement insert, List<@Nullable Object[]> rows, int step) throws SQLException {
        int parameter = 1;
        for (int i = 0; i < rows.size(); i++) {
            for (@Nullable Object value : rows.get(i)) {
                insert.setObject(parameter++, value);
            }
            if ((i + 1) % step == 0) {
                insert.addBatch();
                parameter = 1;
            }
        }
        insert.executeBatch();
    }

    private void append(String table, String[] columns, List<@Nullable Object[]> rows)
            throws SQLException, IOException {
        if (copies) {
            copy(table, columns, rows);
            return;
        }
        int whole = rows.size() - rows.size() % ROWS_A_STEP;
        insert(prepared(sql(table, columns, ROWS_A_STEP)), rows.subList(0, whole), ROWS_A_STEP);
        insert(prepared(sql(table, columns, 1)), rows.subList(whole, rows.size()), 1);
    }

    private void copy(String table, String[] columns, List<@Nullable Object[]> rows) throws SQLException, IOException {
        var text = new StringBuilder(rows.size() * columns.length * 12);
        for (@Nullable Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                text.append(i == 0 ? "" : "\t");
                switch (row[i]) {
                    case null -> text.append("\\N");
                    case byte[] bytes ->
                        text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
                    case Object value -> text.append(value);
                }
            }
            text.append('\n');
        }
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy " + table + " (" + String.join(", ", columns) + ") from stdin",
                        new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)),
                        1 << 16);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
