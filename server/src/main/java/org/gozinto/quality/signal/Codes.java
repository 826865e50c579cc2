/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.quality.complaint.ComplaintCode;
import org.jspecify.annotations.Nullable;

/** The tree of complaint codes. */
record Codes(Map<String, String> names, Map<String, String> parents) {

    static Codes of(List<ComplaintCode> list) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> parents = new HashMap<>();
        for (ComplaintCode one : list) {
            String code = one.code();
            if (code != null) {
                names.put(code, one.name() == null ? code : one.name());
                if (one.parent() != null) {
                    parents.put(code, one.parent());
                }
            }
        }
        return new Codes(names, parents);
    }

    @Nullable
    String name(String code) {
        return names.get(code);
    }

    /** Whether a code is another or below it; whatever it is when the other is null. */
    boolean isWithin(@Nullable String code, @Nullable String top) {
        if (top == null) {
            return true;
        }
        Set<String> seen = new HashSet<>();
        String at = code;
        while (at != null && seen.add(at)) {
            if (at.equals(top)) {
                return true;
            }
            at = parents.get(at);
        }
        return false;
    }
}
