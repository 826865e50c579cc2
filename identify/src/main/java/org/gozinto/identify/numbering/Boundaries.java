/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify.numbering;

import java.util.List;

/**
 * Where a number can be divided into the parts of its template again.
 *
 * <p>From the left, and from the right, each part's end is certain as long as the part has a fixed width or ends at a
 * character that it cannot have. Where the two meet in one part, its ends are certain too.
 *
 * @param left the first part that has no certain end when one comes from the left; the number of parts when all have
 * @param right the same from the right; -1 when all have
 */
record Boundaries(List<Part> parts, int left, int right) {

    static Boundaries of(Template template) {
        List<Part> parts = template.parts();
        int left = 0;
        while (left < parts.size() && isEnded(parts, left, left + 1)) {
            left++;
        }
        int right = parts.size() - 1;
        while (right >= 0 && isEnded(parts, right, right - 1)) {
            right--;
        }
        return new Boundaries(parts, left, right);
    }

    private static boolean isEnded(List<Part> parts, int index, int neighbour) {
        Part part = parts.get(index);
        // The item is the same in all numbers of a template.
        boolean item = part instanceof Part.Value value && value.variable() == Variable.ITEM;
        if (part.width() > 0 || item || neighbour < 0 || neighbour >= parts.size()) {
            return true;
        }
        char end = delimiter(parts, neighbour, neighbour > index);
        // A variable that has the character in it is refused when it is filled in.
        return part instanceof Part.Value ? end != 0 : end != 0 && (end < '0' || end > '9');
    }

    private static char delimiter(List<Part> parts, int index, boolean first) {
        if (parts.get(index) instanceof Part.Literal literal) {
            return literal.text().charAt(first ? 0 : literal.text().length() - 1);
        }
        return 0;
    }

    /** Whether two different fillings can make the same number. */
    boolean areUnclear() {
        return left < right;
    }

    /** The character that ends this part, so that the part cannot have it; 0 for none. */
    char delimiter(int index) {
        int neighbour = index < left ? index + 1 : index - 1;
        boolean needed = index != left && neighbour >= 0 && neighbour < parts.size();
        return needed ? delimiter(parts, neighbour, neighbour > index) : 0;
    }
}
