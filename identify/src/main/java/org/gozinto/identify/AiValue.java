/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/**
 * One application identifier with its value.
 *
 * @param ai the identifier, two to four digits
 * @param title data title of the GS1 General Specifications §3.2, such as {@code BATCH/LOT}
 * @param value the value as it was given (unescaped, percent-decoded), never normalised
 * @param meaning what it says
 * @param position index of the value in the text that was given
 */
public record AiValue(String ai, String title, String value, Meaning meaning, int position) implements Said {

    @Override
    public String id() {
        return ai;
    }
}
