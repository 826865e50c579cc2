/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import org.gozinto.ledger.Command;
import org.gozinto.ledger.HashChain;
import org.jspecify.annotations.Nullable;

/**
 * An act on its way into the ledger.
 *
 * @param text the act as it was sent, in canonical JSON
 * @param recordedAtUs when it was recorded in the book it is replayed from, or null
 */
record ActCommand(
        Act act,
        String text,
        byte[] requestHash,
        String actor,
        @Nullable Long recordedAtUs) implements Command {

    static ActCommand of(Act act, String actor) {
        String text = ActText.of(act);
        return new ActCommand(act, text, HashChain.of(text), actor, null);
    }

    @Override
    public String id() {
        return act.heading().id();
    }

    @Override
    public int weight() {
        return act.weight();
    }
}
