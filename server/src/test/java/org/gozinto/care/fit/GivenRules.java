/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import tools.jackson.databind.json.JsonMapper;

/** Rules and selections from JSON with single quotes. */
final class GivenRules {

    private static final JsonMapper JSON = new JsonMapper();

    private GivenRules() {}

    /** {@code A fits B} with the members of both sides. */
    static Rule rule(String code, String subject, String relation, String object, String... more) {
        String members = more.length == 0 ? "" : "," + String.join(",", more);
        return Rule.of(JSON.readValue(
                ("{'code':'" + code + "','version':1,'subject':{" + subject + "},'relation':'" + relation
                                + "','object':{" + object + "}" + members + "}")
                        .replace('\'', '"'),
                FitRule.class));
    }

    static Selector selector(String members) {
        return Selector.of(JSON.readValue(("{" + members + "}").replace('\'', '"'), FitRule.Selection.class));
    }
}
