/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.List;

/**
 * One act of the HTTP contract, ready to be sent: {@link #json()} is the body of {@code POST /api/v1/entries} and one
 * line of {@code POST /api/v1/entries:batch}. Acts are plain values; a consumer may switch over the kinds.
 */
public sealed interface Act {

    /** What every act has. */
    Header header();

    /** The word that the contract has for this kind of act. */
    default String type() {
        return ActText.typeOf(this);
    }

    /** Appends this act as one JSON object. */
    default void writeTo(StringBuilder out) {
        ActText.write(this, out);
    }

    /** This act as one JSON object on one line. */
    default String json() {
        StringBuilder out = new StringBuilder(320);
        writeTo(out);
        return out.toString();
    }

    /** Partner to location. */
    record Receive(Header header, String from, String to, List<Line> lines) implements Act {}

    /** Goods that begin here. */
    record Commission(Header header, String to, List<Line> lines) implements Act {}

    /** Inputs into a run and outputs out of it; inside one act all inputs come first. */
    record Produce(Header header, String run, List<Line> consume, List<Line> produce, List<Link> links, boolean close)
            implements Act {}

    /** Location to location. */
    record Move(Header header, String from, String to, Goods goods) implements Act {}

    /** Location to partner. */
    record Ship(Header header, String from, String to, Goods goods) implements Act {}

    /** Partner to location. */
    record Return(Header header, String from, String to, Goods goods) implements Act {}

    /** Location to scrap. */
    record Scrap(Header header, String from, List<Line> lines) implements Act {}

    /** Signed quantities, location to adjustment or back. */
    record Adjust(Header header, String at, List<Line> lines) implements Act {}

    /** Counted quantities; the ledger posts the difference. */
    record Count(Header header, String at, List<Line> lines) implements Act {}

    /** Location into a position of a host. */
    record Install(Header header, Unit host, String position, String from, List<Line> lines) implements Act {}

    /** Host to location. */
    record Remove(Header header, Unit host, String to, List<Line> lines) implements Act {}

    /** Location into a container, which stands at {@code from} when this is the first that is heard of it. */
    record Pack(Header header, String container, String from, Goods goods) implements Act {}

    /** Container to location. */
    record Unpack(Header header, String container, String to, Goods goods) implements Act {}

    /** A block on units for the purposes named. */
    record Hold(Header header, List<Unit> units, List<String> blocks) implements Act {}

    /** The end of the hold that the entry {@code hold} made. */
    record Release(Header header, List<Unit> units, String hold) implements Act {}

    /** The lines of the entry {@code corrects} backwards. */
    record VoidEntry(Header header, String corrects) implements Act {}
}
