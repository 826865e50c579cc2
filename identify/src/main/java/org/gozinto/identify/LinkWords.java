/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that links of GS1 Digital Link 1.0 had in place of application identifiers ("convenience alphas"). */
final class LinkWords {

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("gtin", "01"),
            Map.entry("itip", "8006"),
            Map.entry("cpid", "8010"),
            Map.entry("gmn", "8013"),
            Map.entry("gln", "414"),
            Map.entry("payTo", "415"),
            Map.entry("partyGln", "417"),
            Map.entry("gsrnp", "8017"),
            Map.entry("gsrn", "8018"),
            Map.entry("gcn", "255"),
            Map.entry("sscc", "00"),
            Map.entry("gdti", "253"),
            Map.entry("ginc", "401"),
            Map.entry("gsin", "402"),
            Map.entry("grai", "8003"),
            Map.entry("giai", "8004"));

    private static final Map<String, String> QUALIFIERS = Map.of(
            "cpv", "22", "lot", "10", "ser", "21", "tpx", "235", "glnx", "254", "cpsn", "8011", "srin", "8019", "refno",
            "8020", "uic-ext", "7040");

    private LinkWords() {}

    static @Nullable Ai find(AiTable table, String word, boolean key) {
        String code = (key ? KEYS : QUALIFIERS).get(word);
        return code == null ? null : table.find(code);
    }
}
