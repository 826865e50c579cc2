/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The facts that a line gives about a lot where it is first named. */
public record Origin(
        @Nullable LocalDate manufactured,
        @Nullable LocalDate expiry,
        @Nullable String supplierLot) {

    void write(JsonText json) {
        if (expiry != null) {
            json.name("expiry").text(expiry.toString());
        }
        if (manufactured != null) {
            json.name("manufactured").text(manufactured.toString());
        }
        json.field("supplierLot", supplierLot);
    }
}
