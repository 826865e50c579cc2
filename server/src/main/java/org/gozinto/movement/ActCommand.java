/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.util.List;
import org.gozinto.ledger.Command;
import org.gozinto.ledger.HashChain;
import org.jspecify.annotations.Nullable;

/**
 * An act on its way into the ledger.
 *
 * @param text the act as it was sent, in canonical JSON
 * @param recordedAtUs when it was recorded in the book it is replayed from, or null
 * @param told the alerts about recalls and fit rules that it was answered with there, each canonical JSON: no replay
 *     can tell what was recalled, or which rules there were, when
 */
record ActCommand(
        Act act,
        String text,
        byte[] requestHash,
        String actor,
        @Nullable Long recordedAtUs,
        List<String> told) implements Command {

    static ActCommand of(Act act, String actor) {
        String text = ActText.of(act);
        return new ActCommand(act, text, HashChain.of(text), actor, null, List.of());
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
