/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The edges in a table with a covering index from each end, asked by recursive queries. The queries look at no times:
 * in the graph every path respects them, so that the answer is the same and the peer has less to do.
 */
final class EdgesInPostgres implements Peer {

    private static final String FORWARD_COUNT = """
            with recursive reached(unit) as (
              select unnest(?::int[])
              union
              select edge.dst from reached join edge on edge.src = reached.unit
            )
            select count(*) from reached
            """;
    private static final String BACKWARD_COUNT = """
            with recursive reached(unit) as (
              select unnest(?::int[])
              union
              select edge.src from reached join edge on edge.dst = reached.unit
            )
            select count(*) from reached
            """;
    private static final String FORWARD = """
            with recursive reached(unit) as (
              select unnest(?::int[])
              union
              select edge.dst from reached join edge on edge.src = reached.unit
            )
            select unit from reached order by unit
            """;
    private static final String BACKWARD = """
            with recursive reached(unit) as (
              select unnest(?::int[])
              union
              select edge.src from reached join edge on edge.dst = reached.unit
            )
            select unit from reached order by unit
            """;

    // The format of "copy … with (format binary)".
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int HEADER = SIGNATURE.length + 2 * Integer.BYTES;
    private static final int ROW = Short.BYTES + 4 * Integer.BYTES + 2 * Integer.BYTES + 2 * Long.BYTES;
    private static final int ROWS_A_CALL = 4_000;

    private @Nullable EmbeddedPostgres postgres;
    private @Nullable Connection open;
    private @Nullable PreparedStatement forwardCount;
    private @Nullable PreparedStatement backwardCount;

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public void load(VehicleGraph graph, Path folder) throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("max_wal_size", "4GB")
                .setDataDirectory(folder.resolve("edges"))
                .start();
        postgres = server;
        Connection connection = server.getPostgresDatabase().getConnection();
        open = connection;
        run("create table edge (src int not null, dst int not null, at bigint not null, qty bigint not null)");
        copy(graph, connection);
        run("set maintenance_work_mem = '1GB'");
        run("create index edge_from on edge (src) include (dst, at, qty)");
        run("create index edge_to on edge (dst) include (src, at, qty)");
        run("vacuum (analyze) edge");
        run("checkpoint");
        run("set work_mem = '256MB'");
        forwardCount = connection.prepareStatement(FORWARD_COUNT);
        backwardCount = connection.prepareStatement(BACKWARD_COUNT);
    }

    private Connection connection() {
        if (open == null) {
            throw new IllegalStateException("nothing was loaded");
        }
        return open;
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private static void copy(VehicleGraph graph, Connection connection) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy edge (src, dst, at, qty) from stdin with (format binary)");
        var sending = new Sending(copy);
        Edges.tell(graph, sending::edge);
        sending.end();
    }

    private static final class Sending {
        private final CopyIn copy;
        private final ByteBuffer bytes = ByteBuffer.allocate(HEADER + ROW * ROWS_A_CALL);

        private Sending(CopyIn copy) {
            this.copy = copy;
            bytes.put(SIGNATURE).putInt(0).putInt(0);
        }

        private void edge(int from, int to, long us, long qty) {
            if (bytes.remaining() < ROW) {
                send();
            }
            bytes.putShort((short) 4);
            bytes.putInt(Integer.BYTES).putInt(from).putInt(Integer.BYTES).putInt(to);
            bytes.putInt(Long.BYTES).putLong(us).putInt(Long.BYTES).putLong(qty);
        }

        private void send() {
            try {
                copy.writeToCopy(bytes.array(), 0, bytes.position());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            bytes.clear();
        }

        private void end() throws SQLException {
            send();
            bytes.putShort((short) -1);
            send();
            copy.endCopy();
        }
    }

    @Override
    public long bytes() throws SQLException {
        try (var statement = connection().createStatement();
                var rows = statement.executeQuery("select pg_total_relation_size('edge')")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public int count(Asked asked) throws SQLException {
        PreparedStatement query = asked.forward() ? forwardCount : backwardCount;
        if (query == null) {
            throw new IllegalStateException("nothing was loaded");
        }
        try (ResultSet rows = asked(query, asked)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public int[] units(Asked asked) throws SQLException {
        int[] units = new int[1024];
        int count = 0;
        try (PreparedStatement query = connection().prepareStatement(asked.forward() ? FORWARD : BACKWARD);
                ResultSet rows = asked(query, asked)) {
            while (rows.next()) {
                units = count == units.length ? Arrays.copyOf(units, count * 2) : units;
                units[count++] = rows.getInt(1);
            }
        }
        return Arrays.copyOf(units, count);
    }

    private ResultSet asked(PreparedStatement query, Asked asked) throws SQLException {
        query.setArray(1, connection().createArrayOf("int4", asked.seeds().toArray()));
        return query.executeQuery();
    }

    @Override
    public void close() throws IOException, SQLException {
        if (open != null) {
            open.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
