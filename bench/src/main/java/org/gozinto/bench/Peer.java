/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Another engine that holds the edges of a graph. One that is found as a service takes part when it is there. */
interface Peer extends AutoCloseable {

    String title();

    /** Takes all edges, with times and quantities, and makes itself ready to be asked from both ends. */
    void load(VehicleGraph graph, Path folder) throws IOException, SQLException;

    /** Bytes on disk that the edges and their lists take. */
    long bytes() throws IOException, SQLException;

    /** How many units a question reaches, its seeds among them. */
    int count(Asked asked) throws SQLException;

    /** The units that a question reaches, ascending. */
    int[] units(Asked asked) throws SQLException;

    @Override
    void close() throws IOException, SQLException;
}
