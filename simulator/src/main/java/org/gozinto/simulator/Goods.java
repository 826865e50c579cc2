/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.List;

/** What travels: lines, containers with everything in them, or both. */
public record Goods(List<Line> lines, List<String> containers) {

    static Goods loose(List<Line> lines) {
        return new Goods(lines, List.of());
    }

    static Goods packed(List<String> containers) {
        return new Goods(List.of(), containers);
    }

    void write(JsonText json) {
        if (!lines.isEmpty()) {
            ActText.lines(json, "lines", lines);
        }
        if (!containers.isEmpty()) {
            json.texts("containers", containers);
        }
    }
}
