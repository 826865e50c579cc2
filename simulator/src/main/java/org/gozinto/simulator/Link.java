/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.math.BigDecimal;

/** Which input of a run went into which output, and how much of it. */
public record Link(Unit in, Unit out, BigDecimal qty) {

    void write(JsonText json) {
        json.open('{').name("in");
        in.write(json);
        json.name("out");
        out.write(json);
        json.name("qty").text(qty.toPlainString()).close('}');
    }
}
