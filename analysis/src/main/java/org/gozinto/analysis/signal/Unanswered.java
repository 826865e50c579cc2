/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import org.jspecify.annotations.Nullable;

/**
 * A lot about which no number would be honest.
 *
 * @param lot as the caller calls it
 * @param code of the complaints; null when it is about all codes of the lot
 * @param complaints how many there are
 * @param reason why there is no answer
 * @param detail in a sentence, with the values
 */
public record Unanswered(String lot, @Nullable String code, long complaints, Reason reason, String detail) {

    /** Why there is no answer. */
    public enum Reason {

        /** Complaints, but no unit of the lot was in service in the time that counts. */
        NO_EXPOSURE,

        /** Its exposure is no number, or a negative one, or its units left before they came. */
        BAD_EXPOSURE,

        /** The lot is more than half of the exposure of its item: it would be compared with itself. */
        NO_SIBLINGS,

        /** Of this item as many units failed as there are: no lot can stand out. */
        ALL_FAILED
    }
}
