/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.util.List;

/**
 * An answer with all that was weighed for it.
 *
 * @param weighed the rules about the two, in the order of their codes
 * @param replacedBy items that replace the object, the nearest first
 */
record Judgement(Answer answer, List<Weighed> weighed, List<String> replacedBy) {

    /**
     * A rule that was weighed.
     *
     * @param truth of a rule that fits or excludes: whether both sides are met; of one that needs: whether the need is
     *     not met
     * @param decided whether the answer follows from it
     * @param detail what it says of the two, as a sentence
     * @param missing the facts for lack of which its truth is unknown
     */
    record Weighed(Rule rule, Truth truth, boolean decided, String detail, List<Reason> missing) {

        Weighed deciding(boolean does) {
            return new Weighed(rule, truth, does, detail, missing);
        }
    }
}
