/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.time.Instant;

/**
 * A recall that stops things, as everybody is told who meets one of them.
 *
 * @param recall its number, such as R-2026-001
 * @param since when it last began to stop anything
 */
public record Stop(String recall, String title, Instant since) {

    /** As the API shows it. */
    public RecallTag view() {
        return new RecallTag(recall, title, since.toString());
    }
}
