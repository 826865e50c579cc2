/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.util.List;

/** Whether something fits. */
sealed interface Answer {

    /** The word of the API. */
    String word();

    /** @param by the rules that say that it fits */
    record Yes(List<Rule> by) implements Answer {
        @Override
        public String word() {
            return "yes";
        }
    }

    /** @param by the rules that it breaks */
    record No(List<Rule> by) implements Answer {
        @Override
        public String word() {
            return "no";
        }
    }

    /** @param missing what would have to be known; never empty */
    record Unknown(List<Reason> missing) implements Answer {
        @Override
        public String word() {
            return "unknown";
        }
    }
}
