/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

/** What became of a command. */
public sealed interface Outcome {

    /** @param answer the JSON that is stored and given again when the same command comes twice */
    record Recorded(long seq, String answer) implements Outcome {}

    /** The same command was recorded before; nothing changed. */
    record Repeated(long seq, String answer) implements Outcome {}

    /** Nothing was recorded. */
    record Refused(Refusal refusal) implements Outcome {}
}
