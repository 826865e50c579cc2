/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.neo4j.io.ByteUnit;

/**
 * The edges as relationships of Neo4j in this process, walked over its Java API: no query is parsed or planned. Times
 * are not looked at: in the graph every path respects them.
 */
public final class EdgesInNeo4j implements Peer {

    private static final RelationshipType EDGE = RelationshipType.withName("EDGE");
    private static final String DATABASE = "neo4j";
    private static final int A_TRANSACTION = 50_000;
    private static final long PAGES = ByteUnit.gibiBytes(2);

    private @Nullable DatabaseManagementService service;
    private @Nullable GraphDatabaseService database;
    private Path store = Path.of("");
    /** The node of each unit, and the unit of each node; nodes have numbers close to each other. */
    private long[] nodes = {};

    private int[] unitOfNode = {};

    /** Made by the service loader. */
    public EdgesInNeo4j() {}

    @Override
    public String title() {
        return "Neo4j";
    }

    @Override
    public void load(VehicleGraph graph, Path folder) throws IOException {
        store = Files.createDirectory(folder.resolve("neo4j"));
        start();
        try (var loading = new Loading(database())) {
            nodes = new long[graph.units()];
            for (int unit = 0; unit < nodes.length; unit++) {
                nodes[unit] = loading.newNode();
            }
            Edges.tell(graph, (from, to, us, qty) -> loading.edge(nodes[from], nodes[to], us, qty));
        }
        // All of it is on disk when it has stopped.
        close();
        start();
        unitOfNode = new int[(int) Arrays.stream(nodes).max().orElse(0) + 1];
        for (int unit = 0; unit < nodes.length; unit++) {
            unitOfNode[(int) nodes[unit]] = unit;
        }
    }

    private void start() {
        DatabaseManagementService started = new DatabaseManagementServiceBuilder(store)
                .setConfig(GraphDatabaseSettings.pagecache_memory, PAGES)
                .build();
        service = started;
        database = started.database(DATABASE);
    }

    private GraphDatabaseService database() {
        if (database == null) {
            throw new IllegalStateException("nothing was loaded");
        }
        return database;
    }

    /** Writes in transactions of a size that Neo4j likes. */
    private static final class Loading implements AutoCloseable {
        private final GraphDatabaseService database;
        private Transaction transaction;
        private int written;

        private Loading(GraphDatabaseService database) {
            this.database = database;
            this.transaction = database.beginTx();
        }

        private long newNode() {
            next();
            return number(transaction.createNode());
        }

        private void edge(long from, long to, long us, long qty) {
            next();
            Relationship edge = node(transaction, from).createRelationshipTo(node(transaction, to), EDGE);
            edge.setProperty("at", us);
            edge.setProperty("qty", qty);
        }

        private void next() {
            if (++written % A_TRANSACTION == 0) {
                close();
                transaction = database.beginTx();
            }
        }

        @Override
        public void close() {
            transaction.commit();
            transaction.close();
        }
    }

    // Numbers are deprecated in favour of texts, which cost more to read; the peer is to be as quick as it can be.
    @SuppressWarnings("deprecation")
    private static long number(Node node) {
        return node.getId();
    }

    @SuppressWarnings("deprecation")
    private static Node node(Transaction transaction, long number) {
        return transaction.getNodeById(number);
    }

    @Override
    public long bytes() throws IOException {
        try (Stream<Path> files = Files.walk(store.resolve("data/databases").resolve(DATABASE))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Override
    public int count(Asked asked) {
        return reached(asked).cardinality();
    }

    @Override
    public int[] units(Asked asked) {
        return reached(asked).stream().map(node -> unitOfNode[node]).sorted().toArray();
    }

    private BitSet reached(Asked asked) {
        var seen = new BitSet(unitOfNode.length);
        Deque<Node> open = new ArrayDeque<>();
        try (Transaction transaction = database().beginTx()) {
            asked.seeds().forEach(unit -> see(node(transaction, nodes[unit]), seen, open));
            while (!open.isEmpty()) {
                Node at = open.removeFirst();
                Direction direction = asked.forward() ? Direction.OUTGOING : Direction.INCOMING;
                try (var edges = at.getRelationships(direction, EDGE)) {
                    edges.forEach(edge -> see(asked.forward() ? edge.getEndNode() : edge.getStartNode(), seen, open));
                }
            }
        }
        return seen;
    }

    private static void see(Node node, BitSet seen, Deque<Node> open) {
        int number = (int) number(node);
        if (!seen.get(number)) {
            seen.set(number);
            open.addLast(node);
        }
    }

    @Override
    public void close() {
        if (service != null) {
            service.shutdown();
        }
    }
}
