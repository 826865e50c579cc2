/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trace as a drawing: boxes with their places, and curves between them.
 *
 * @param complete that of the answer; what is drawn of it says {@code truncated}
 * @param shown how many of {@code of} units, runs, vessels and partners are in the boxes
 * @param truncated some are in none
 */
public record PictureView(
        boolean complete,
        String hash,
        TraceView.KnownAt knownAt,
        int width,
        int height,
        List<Node> nodes,
        List<Edge> edges,
        int shown,
        int of,
        boolean truncated) {

    /**
     * A box.
     *
     * @param id what {@code open=} takes, for a fold
     * @param kind lot, serial, container, run, partner, place or fold
     * @param count how many it stands for
     * @param folded the first units of a fold
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Node(
            String id,
            int x,
            int y,
            int width,
            int height,
            String kind,
            TraceView.@Nullable Named unit,
            String title,
            String subtitle,
            int count,
            String state,
            boolean seed,
            @Nullable List<TraceView.Named> folded,
            boolean opens) {}

    /**
     * A line.
     *
     * @param precision that of its least sure part
     * @param count how many steps of the trace it stands for
     */
    public record Edge(String from, String to, String precision, String path, int count) {}
}
