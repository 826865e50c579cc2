/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/**
 * Something to know about a text that was read.
 *
 * @param code stable name, such as {@code requires} or {@code checkDigit}
 * @param detail a sentence for a person
 * @param position index in the text that was given
 */
public record Remark(String code, String detail, int position) {}
