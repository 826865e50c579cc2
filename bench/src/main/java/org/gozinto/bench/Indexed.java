/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import org.gozinto.trace.Answer;
import org.gozinto.trace.Question;
import org.gozinto.trace.Reached;
import org.gozinto.trace.index.Index;
import org.gozinto.trace.index.Register;
import org.gozinto.trace.index.SnapshotFile;
import org.gozinto.trace.index.View;

/** A graph in the trace index of this process. */
final class Indexed implements AutoCloseable {

    static final int AT_A_TIME = 20_000;
    /** What is appended while the index is in use comes from a maker that follows. */
    private static final VehicleGraph NEXT = VehicleGraph.of(0.005);

    private final VehicleGraph graph;
    private final Makers makers;
    private final Joiner joiner = new Joiner();
    private final Index index;
    private final double seconds;
    private final long rows;
    private final long bytes;

    /** Appends the graph, and waits until all of it is joined. */
    Indexed(VehicleGraph graph) throws InterruptedException {
        this.graph = graph;
        this.makers = new Makers(graph, NEXT);
        this.index = new Index(makers, joiner);
        long start = System.nanoTime();
        graph.tell(AT_A_TIME, makers.base(0), index::append);
        joiner.rest();
        this.seconds = (System.nanoTime() - start) / 1e9;
        this.rows = index.view().rows();
        this.bytes = index.view().bytes();
    }

    VehicleGraph graph() {
        return graph;
    }

    double seconds() {
        return seconds;
    }

    /** Movements that it holds. */
    long rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }

    double bytesAnEdge() {
        return (double) bytes / graph.edges();
    }

    /** Which units a question reaches: what the peers are asked for. */
    Repeated reach(double effort, Asked asked) throws SQLException {
        View view = index.view();
        Question question = asked.question();
        return Repeated.of(effort, () -> view.reach(question));
    }

    /** Everything: the units with since when, where they are and by which paths, and the hash of it all. */
    Repeated answer(double effort, Asked asked, boolean amounts) throws SQLException {
        View view = index.view();
        Question question = amounts ? asked.question().withAmounts() : asked.question();
        return Repeated.of(effort, () -> view.answer(question).units().size());
    }

    /** The units of the whole answer, ascending. */
    int[] units(Asked asked) {
        Answer answer = index.view().answer(asked.question());
        int[] units = answer.units().stream().mapToInt(Reached::unit).toArray();
        Arrays.sort(units);
        return units;
    }

    /** The index in its file. */
    record Filed(double writtenSeconds, double readSeconds, long bytes) {}

    /** Writes a file and takes an index from it again, as a restart does; what units and places are is in it too. */
    Filed filed(Path folder) throws IOException {
        View view = index.view();
        var register = new Register();
        for (int unit = 0; unit < view.unitCount(); unit++) {
            register.add(view.unit(unit));
        }
        for (int place = 0; place < view.placeCount(); place++) {
            register.add(view.place(place), place, view.isConsumer(place));
        }
        Path file = folder.resolve("trace.index");
        long start = System.nanoTime();
        SnapshotFile.write(file, view, register, new byte[32]);
        long written = System.nanoTime();
        if (!(SnapshotFile.read(file, mark -> true, joiner) instanceof SnapshotFile.Taken taken)
                || taken.index().view().rows() != rows) {
            throw new IllegalStateException("the file does not give the index back");
        }
        long read = System.nanoTime();
        long size = Files.size(file);
        SnapshotFile.delete(file);
        return new Filed((written - start) / 1e9, (read - written) / 1e9, size);
    }

    long edgesFollowed(Asked asked, int[] units) {
        var reached = new BitSet(graph.units());
        Arrays.stream(units).forEach(reached::set);
        return Edges.followed(graph, reached, asked.forward());
    }

    /** Appends entries one by one, as they come while the server runs. */
    Latencies live() throws InterruptedException {
        var latencies = new Latencies(NEXT.entries());
        NEXT.tell(1, makers.base(1), (entries, units, places) -> {
            long start = System.nanoTime();
            index.append(entries, units, places);
            latencies.add(System.nanoTime() - start);
        });
        joiner.rest();
        return latencies;
    }

    @Override
    public void close() {
        joiner.close();
    }
}
