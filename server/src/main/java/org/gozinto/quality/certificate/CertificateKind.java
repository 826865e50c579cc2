/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.certificate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a certificate says: what was found (analysis), or that it conforms (conformity). */
enum CertificateKind {
    ANALYSIS("analysis"),
    CONFORMITY("conformity");

    private final String word;

    CertificateKind(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static @Nullable CertificateKind of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElse(null);
    }
}
