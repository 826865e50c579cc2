/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import org.jspecify.annotations.Nullable;

/** An act that someone asks the ledger to record. */
public interface Command {

    /** The UUID that the client made before sending, in lower case. */
    String id();

    /** SHA-256 over what was asked, so that the same id with other content is noticed. */
    byte[] requestHash();

    /** Who asks. */
    String actor();

    /** Roughly how many units it touches; the writer keeps its groups near a limit by it. */
    int weight();

    /** When it was recorded, for entries that are replayed from another book; null lets the writer's clock decide. */
    default @Nullable Long recordedAtUs() {
        return null;
    }
}
