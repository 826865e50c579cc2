/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.book;

/** What a record of the quality or care room is; its letter begins its number, such as C-2026-00001. */
public enum Kind {
    COMPLAINT("complaint", 'C'),
    INSPECTION("inspection", 'I'),
    NONCONFORMANCE("nonconformance", 'N'),
    CERTIFICATE("certificate", 'Q'),
    INQUIRY("inquiry", 'U'),
    CLAIM("claim", 'W'),
    RECOVERY("recovery", 'V'),
    REGISTRATION("registration", 'G');

    private final String word;
    private final char letter;

    Kind(String word, char letter) {
        this.word = word;
        this.letter = letter;
    }

    public String word() {
        return word;
    }

    char letter() {
        return letter;
    }
}
