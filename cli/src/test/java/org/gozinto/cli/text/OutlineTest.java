/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.gozinto.cli.json.Json;
import org.junit.jupiter.api.Test;

class OutlineTest {

    @Test
    void laysMembersListsAndTablesOut() {
        Json json = Json.read("""
                {"code":"X","none":null,"empty":[],"roles":["a","b"],"place":{"code":"A","kind":"bin"},
                 "rows":[{"a":"1","b":"x"},{"a":"20","b":null}],
                 "deep":[{"code":"Y","list":[{"n":"1"}]},{}]}
                """);
        assertThat(Outline.of(json))
                .containsExactly(
                        "code   X",
                        "roles  a, b",
                        "place  code A, kind bin",
                        "rows",
                        "   a  b",
                        "   1  x",
                        "  20",
                        "deep",
                        "  - code  Y",
                        "    list",
                        "      n",
                        "      1");
    }

    @Test
    void leavesColumnsWithoutValuesOut() {
        Table table = new Table("a", "b", "c").row("1", "", "x").row("-20", "", "yy");
        assertThat(table.lines("")).containsExactly("  a  c", "  1  x", "-20  yy");
    }

    @Test
    void breaksLinesAtBlanks() {
        assertThat(Screen.wrapped("one two three", 7)).containsExactly("one two", "three");
    }
}
