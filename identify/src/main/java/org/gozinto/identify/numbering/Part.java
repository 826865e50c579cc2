/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify.numbering;

/** A piece of a template, with where it begins in the template's text. */
sealed interface Part {

    int position();

    /** How many characters it has in every number, or 0 when that varies. */
    int width();

    /** Text that stands in every number. */
    record Literal(int position, String text) implements Part {
        @Override
        public int width() {
            return text.length();
        }
    }

    record Day(int position, DayPart part) implements Part {
        @Override
        public int width() {
            return part.width();
        }
    }

    record Value(int position, Variable variable, int width) implements Part {}

    record Counter(int position, Alphabet alphabet, int width) implements Part {}

    record Random(int position, int width) implements Part {}

    record Checked(int position, Check check) implements Part {
        @Override
        public int width() {
            return check.width();
        }
    }
}
