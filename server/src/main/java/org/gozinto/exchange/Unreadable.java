/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.util.List;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.jspecify.annotations.Nullable;

/** Refusals of documents as a whole: nothing of them was recorded. */
final class Unreadable {

    private Unreadable() {}

    static RefusedException of(String code, String detail, @Nullable String expected) {
        return at(code, "", detail, expected);
    }

    static RefusedException at(String code, String pointer, String detail, @Nullable String expected) {
        var fault = new Refusal.Fault(
                pointer, detail, expected, "Correct the document and send it again; nothing was recorded.");
        return new Refusal(400, code, "The document cannot be read", detail, List.of(fault)).asException();
    }

    /** A fault at a position of the text, counted from 1. */
    static RefusedException at(String code, int line, int column, String detail) {
        return of(code, "Line " + line + ", column " + column + ": " + detail, "a well-formed EPCIS document");
    }
}
