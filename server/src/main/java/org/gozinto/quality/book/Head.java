/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.book;

import org.gozinto.ledger.StepChain;

/**
 * A record as a row.
 *
 * @param number grows by one with each record of any kind
 * @param id made by the client that opened it
 * @param code what people call it, such as C-2026-00001
 * @param state a word of its kind
 * @param requestHash of what was sent to open it
 */
public record Head(
        long number,
        String id,
        String code,
        String title,
        String state,
        byte[] requestHash,
        String actor,
        long openedAtUs) {

    StepChain.Owner owner() {
        return new StepChain.Owner(number, id, code);
    }
}
