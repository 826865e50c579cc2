/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.ledger.Refusal;

/** Gathers what stands against printing, so that one answer names all of it. */
final class Complaints {

    /** More would help nobody. */
    private static final int MOST = 200;

    private final Map<String, Refusal.Fault> faults = new LinkedHashMap<>();
    private long labels;

    /** What is wrong with one label. */
    final class OfLabel {
        private final String pointer;
        private boolean any;

        private OfLabel(String pointer) {
            this.pointer = pointer;
        }

        /** @param member of the label, such as {@code /serial}, or empty for the label itself */
        void add(String member, String detail, String expected) {
            if (!any) {
                any = true;
                labels++;
            }
            if (faults.size() < MOST) {
                String at = pointer + member;
                faults.putIfAbsent(at + " " + detail, new Refusal.Fault(at, detail, expected, null));
            }
        }

        boolean isGood() {
            return !any;
        }
    }

    OfLabel of(String pointer) {
        return new OfLabel(pointer);
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Throws what was gathered, if anything. */
    void refuse() {
        if (!faults.isEmpty()) {
            Refusal.Fault first = faults.values().iterator().next();
            String more = labels > 1 ? " " + labels + " labels have faults." : "";
            throw new Refusal(
                            422,
                            "label-invalid",
                            "A label would be wrong",
                            "Nothing is printed: " + first.pointer() + " " + first.detail() + "." + more,
                            List.copyOf(faults.values()))
                    .asException();
        }
    }
}
