/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/**
 * One value of a code that has no application identifiers.
 *
 * @param id the identifier or flag in front of it, or the name of the field where the place alone tells it
 * @param title the name for people
 * @param value the characters as they were given, not empty
 * @param meaning what the characters mean
 * @param position index of the value's first character in the text that was read
 */
public record DataValue(String id, String title, String value, Meaning meaning, int position) implements Said {}
