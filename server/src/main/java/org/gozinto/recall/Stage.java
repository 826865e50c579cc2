/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How far a case has come, in order. */
enum Stage {
    SIGNAL("signal"),
    INVESTIGATION("investigation"),
    HAZARD_EVALUATION("hazardEvaluation"),
    DECISION("decision"),
    SCOPED("scoped"),
    NOTIFIED("notified"),
    IN_PROGRESS("inProgress"),
    EFFECTIVENESS("effectiveness"),
    RECONCILED("reconciled"),
    CLOSED("closed");

    final String word;

    Stage(String word) {
        this.word = word;
    }

    static @Nullable Stage of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(s -> s.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    boolean isBefore(Stage other) {
        return compareTo(other) < 0;
    }
}
