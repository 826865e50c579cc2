/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/** One value in a code: what it is called, what it says and where in the raw text it stands. */
public sealed interface Said permits AiValue, DataValue {

    /**
     * What the code's family calls it: an application identifier ({@code 10}), a data identifier ({@code 1T}), a flag
     * ({@code $$3}).
     */
    String id();

    /** The name for people. */
    String title();

    /** The characters as they were given. */
    String value();

    /** What the characters mean. */
    Meaning meaning();

    /** Index of its first character in the raw text. */
    int position();
}
