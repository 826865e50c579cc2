/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.util.List;
import org.gozinto.care.fit.FitView.RuleAnswer;

/**
 * An item that rules about a thing name, and whether it fits.
 *
 * @param only to which of the item rules that would say yes are narrowed, such as {@code revision B}; empty when they
 *     are not
 */
public record FitRow(
        Item object,
        String answer,
        List<String> only,
        List<RuleAnswer> rules,
        List<Reason> missing,
        List<String> replacedBy) {

    /** @param item its code */
    public record Item(String item, String name) {}
}
