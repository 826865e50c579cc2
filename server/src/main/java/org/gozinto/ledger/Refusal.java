/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done, in words that help the person who asked.
 *
 * @param status the HTTP status that fits: 400, 401, 403, 404, 409, 413, 415, 422, 429, 503 or 507
 * @param code a stable word such as {@code not-there}; clients may depend on it
 * @param title a short sentence for the code
 * @param detail what happened this time
 * @param faults the fields or lines at fault; may be empty
 */
public record Refusal(int status, String code, String title, String detail, List<Fault> faults) {

    /**
     * One field at fault.
     *
     * @param pointer JSON pointer (RFC 6901) into what was sent
     * @param expected what would have been accepted
     * @param action what to do about it
     */
    public record Fault(
            String pointer,
            String detail,
            @Nullable String expected,
            @Nullable String action) {}

    /** A refusal of what was asked (422). */
    public static Refusal of(String code, String title, String detail) {
        return new Refusal(422, code, title, detail, List.of());
    }

    /** The same refusal with another HTTP status. */
    public Refusal status(int other) {
        return new Refusal(other, code, title, detail, faults);
    }

    /** The same refusal with a fault added. */
    public Refusal at(String pointer, String expected, String action) {
        var more = new java.util.ArrayList<>(faults);
        more.add(new Fault(pointer, title, expected, action));
        return new Refusal(status, code, title, detail, List.copyOf(more));
    }

    /** This refusal as an exception, for paths that have nothing else to say. */
    public RefusedException asException() {
        return new RefusedException(this);
    }
}
