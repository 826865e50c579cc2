/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What sort of case it is. */
enum Kind {
    /** From consumers too: there is a risk. */
    RECALL("recall", 'R'),
    /** From the market, without a risk that the law calls for a recall: a mislabelling, a poor quality. */
    MARKET_WITHDRAWAL("marketWithdrawal", 'W'),
    /** Of what has not left our hands yet. */
    STOCK_RECOVERY("stockRecovery", 'S'),
    /** A drill on the real book that changes nothing. */
    MOCK("mock", 'M');

    final String word;

    /** The first letter of the numbers of such cases. */
    final char letter;

    Kind(String word, char letter) {
        this.word = word;
        this.letter = letter;
    }

    static @Nullable Kind of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(k -> k.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    /** Whether it is about the real world: it stops, tells and is told of. */
    boolean isReal() {
        return this != MOCK;
    }
}
