/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import org.gozinto.genealogy.ScopeStore.Version;
import org.gozinto.genealogy.TraceView.ReachedView;
import org.gozinto.ledger.Database;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The SQL of the units of scopes. They stand in blocks, in the order of the answer; those of an answer that an earlier
 * release froze stand in rows of their own.
 */
final class ScopeUnitStore {

    private static final List<String> COLUMNS = List.of("version", "n", "unit_count", "body");

    /** Rows that are read at once; a block is a row. */
    private static final int ROWS_A_READ = 1_000;

    private static final int BLOCKS_A_READ = 4;

    private static final String ROWS = "select n, unit_id, body from scope_unit where version = ? order by n";
    private static final String BLOCKS = "select n, body from scope_block where version = ? order by n";

    private final Database database;
    private final JsonMapper json;

    ScopeUnitStore(Database database, JsonMapper json) {
        this.database = database;
        // What an earlier release wrote may have members that are no more.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** Where a block begins in the answer, how many units it has, and what is in it. */
    record Block(long n, int units, byte[] body) {}

    /** A unit of a version, and its number in the order of the answer, from 0. */
    record Unit(long n, ReachedView view) {}

    ReachedView unit(String body) {
        return json.readValue(body, ReachedView.class);
    }

    // --- writing

    /** How many of the units of a version are in blocks: those from the first on. */
    long written(Version version) {
        return database.read()
                .sql("select n + unit_count from scope_block where version = ? order by n desc limit 1")
                .param(version.number())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void append(Version version, List<Block> blocks) {
        List<Object[]> rows = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            rows.add(new Object[] {version.number(), block.n(), (long) block.units(), block.body()});
        }
        database.transaction(connection -> {
            database.dialect().append(connection, "scope_block", COLUMNS, List.copyOf(rows));
            return rows.size();
        });
    }

    // --- reading

    /** Units of a version after a number, as many as are written. */
    List<Unit> page(Version version, long after, int limit) {
        return version.isInBlocks() ? ofBlocks(version, after, limit) : ofRows(version, after, limit);
    }

    private List<Unit> ofRows(Version version, long after, int limit) {
        return database.read()
                .sql("select n, body from scope_unit where version = ? and n > ? order by n limit ?")
                .param(version.number())
                .param(after)
                .param(limit)
                .query((rows, n) -> new Unit(rows.getLong(1), unit(rows.getString(2))))
                .list();
    }

    private List<Unit> ofBlocks(Version version, long after, int limit) {
        int blocksMax = limit / ScopeBlock.UNITS_MAX + 2;
        List<Block> blocks = database.read()
                .sql("""
                        select n, unit_count, body from scope_block
                        where version = ? and n > ? and n + unit_count > ? order by n limit ?
                        """)
                .param(version.number())
                .param(after - ScopeBlock.UNITS_MAX)
                .param(after + 1)
                .param(blocksMax)
                .query((rows, n) -> new Block(rows.getLong(1), rows.getInt(2), rows.getBytes(3)))
                .list();
        List<Unit> units = new ArrayList<>();
        for (Block block : blocks) {
            long n = block.n();
            for (String line : lines(version, block.body())) {
                if (n > after && units.size() < limit) {
                    units.add(new Unit(n, unit(line)));
                }
                n++;
            }
        }
        return units;
    }

    private static List<String> lines(Version version, byte[] block) {
        try {
            return ScopeBlock.lines(block);
        } catch (DataFormatException e) {
            throw new DamagedException(version, e);
        }
    }

    /** What is stored of a version cannot be read, since it was changed past the server. */
    static final class DamagedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DamagedException(Version version, Throwable cause) {
            super("the units of version " + version.number() + " of a scope are damaged", cause);
        }
    }

    /** Takes a unit of a version, in the order of the answer. */
    interface Reader {
        void take(long n, long unitId, String body);
    }

    void read(Version version, Reader reader) {
        database.moment(connection -> {
            try (var units = cursor(connection, version)) {
                while (units.next()) {
                    reader.take(units.n(), units.unitId(), units.body());
                }
            }
            return version;
        });
    }

    /** Takes the units of one or two versions, each as JSON; null where it is not in one. */
    interface Follower {
        void take(long unitId, @Nullable String before, @Nullable String after);
    }

    /**
     * Gives every unit of two versions, in the order of the answers and as of one moment.
     *
     * @return false when the two are not in the same order, since one of them was changed past the server
     */
    boolean compare(Version before, Version after, Follower follower) {
        RoaringBitmap was = ids(before);
        RoaringBitmap is = ids(after);
        return database.moment(connection -> {
            try (var a = cursor(connection, before);
                    var b = cursor(connection, after)) {
                return merge(a, b, new Both(was, is), follower);
            }
        });
    }

    private record Both(RoaringBitmap before, RoaringBitmap after) {}

    /** Both are in the order of the names of units, which never change: what both have comes in the same order. */
    private static boolean merge(Cursor a, Cursor b, Both ids, Follower follower) throws SQLException {
        boolean hasA = a.next();
        boolean hasB = b.next();
        while (hasA || hasB) {
            if (hasA && hasB && a.unitId() == b.unitId()) {
                follower.take(a.unitId(), a.body(), b.body());
                hasA = a.next();
                hasB = b.next();
            } else if (hasA && !ids.after().contains((int) a.unitId())) {
                follower.take(a.unitId(), a.body(), null);
                hasA = a.next();
            } else if (hasB && !ids.before().contains((int) b.unitId())) {
                follower.take(b.unitId(), null, b.body());
                hasB = b.next();
            } else {
                return false;
            }
        }
        return true;
    }

    /** The ids of the units of a version. */
    RoaringBitmap ids(Version version) {
        return version.isInBlocks()
                ? bitmap(database.read()
                        .sql("select unit_ids from scope_version where number = ?")
                        .param(version.number())
                        .query((rows, n) -> rows.getBytes(1))
                        .single())
                : idsOfRows(version);
    }

    private RoaringBitmap idsOfRows(Version version) {
        var ids = new RoaringBitmap();
        read(version, (n, unitId, body) -> ids.add(Math.toIntExact(unitId)));
        return ids;
    }

    private static RoaringBitmap bitmap(byte[] bytes) {
        try {
            var ids = new RoaringBitmap();
            ids.deserialize(ByteBuffer.wrap(bytes));
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the units of a version are, as it was counted; null where it was not. */
    @Nullable
    ScopeSpots spots(Version version) {
        return database.read()
                .sql("select body from scope_spots where version = ?")
                .param(version.number())
                .query((rows, n) -> ScopeSpots.of(rows.getBytes(1)))
                .optional()
                .orElse(null);
    }

    /** Where the units of a version are, by the units themselves. */
    ScopeSpots counted(Version version) {
        var counter = new SpotCounter();
        read(version, (n, unitId, body) -> counter.add(unit(body)));
        return counter.end();
    }

    /** Keeps what was counted, unless somebody else was faster. */
    void keep(Version version, ScopeSpots spots) {
        byte[] body = spots.bytes();
        database.write(transaction -> addSpots(transaction, version, body));
    }

    static int addSpots(JdbcClient transaction, Version version, byte[] spots) {
        return transaction
                .sql("insert into scope_spots (version, body) values (?, ?) on conflict (version) do nothing")
                .param(version.number())
                .param(spots)
                .update();
    }

    static byte[] bytes(RoaringBitmap ids) {
        var bytes = new ByteArrayOutputStream(ids.serializedSizeInBytes());
        try (var out = new DataOutputStream(bytes)) {
            ids.serialize(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    // --- unit by unit

    private static Cursor cursor(Connection connection, Version version) throws SQLException {
        return version.isInBlocks() ? new BlockCursor(connection, version) : new RowCursor(connection, version);
    }

    /** Walks the units of a version in the order of its answer. */
    private abstract static class Cursor implements AutoCloseable {

        private final PreparedStatement query;
        final ResultSet rows;

        Cursor(Connection connection, String sql, Version version, int rowsARead) throws SQLException {
            query = connection.prepareStatement(sql);
            query.setFetchSize(rowsARead);
            query.setLong(1, version.number());
            rows = query.executeQuery();
        }

        abstract boolean next() throws SQLException;

        abstract long n() throws SQLException;

        abstract long unitId() throws SQLException;

        abstract String body() throws SQLException;

        @Override
        public void close() throws SQLException {
            query.close();
        }
    }

    private static final class RowCursor extends Cursor {

        RowCursor(Connection connection, Version version) throws SQLException {
            super(connection, ROWS, version, ROWS_A_READ);
        }

        @Override
        boolean next() throws SQLException {
            return rows.next();
        }

        @Override
        long n() throws SQLException {
            return rows.getLong(1);
        }

        @Override
        long unitId() throws SQLException {
            return rows.getLong(2);
        }

        @Override
        String body() throws SQLException {
            return rows.getString(3);
        }
    }

    private static final class BlockCursor extends Cursor {

        private final Version version;
        private List<String> lines = List.of();
        private long first;
        private int at;

        BlockCursor(Connection connection, Version version) throws SQLException {
            super(connection, BLOCKS, version, BLOCKS_A_READ);
            this.version = version;
        }

        @Override
        boolean next() throws SQLException {
            at++;
            while (at >= lines.size()) {
                if (!rows.next()) {
                    return false;
                }
                first = rows.getLong(1);
                lines = lines(version, rows.getBytes(2));
                at = 0;
            }
            return true;
        }

        @Override
        long n() {
            return first + at;
        }

        @Override
        long unitId() {
            return ScopeBlock.unitId(lines.get(at));
        }

        @Override
        String body() {
            return lines.get(at);
        }
    }
}
