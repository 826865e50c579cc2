/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Property
    void readsWhatItWrote(@ForAll("values") Json value) {
        assertThat(Json.read(value.toString())).isEqualTo(value);
    }

    @Provide
    Arbitrary<Json> values() {
        Arbitrary<Json> plain = Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(20).map(Json.Text::new),
                Arbitraries.bigDecimals().map(number -> new Json.Digits(number.toString())),
                Arbitraries.of(true, false).map(Json.Flag::new),
                Arbitraries.just(new Json.Nothing()));
        return Arbitraries.recursive(() -> plain, inner -> Arbitraries.oneOf(list(inner), object(inner)), 0, 3);
    }

    private static Arbitrary<Json> list(Arbitrary<Json> inner) {
        return inner.list().ofMaxSize(4).map(Json.Array::new);
    }

    private static Arbitrary<Json> object(Arbitrary<Json> inner) {
        return Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), inner)
                .ofMaxSize(4)
                .map(Json.Fields::new);
    }

    @Test
    void keepsTheDigitsOfNumbers() {
        assertThat(Json.read("[1.10, 12345678901234567890, -0.5e-3]").toString())
                .isEqualTo("[1.10,12345678901234567890,-0.5e-3]");
    }

    @Test
    void readsEscapes() {
        assertThat(Json.read("\"\\u00fc\\n\\\"\\/\\\\\\ud83d\\ude00\"").plain()).isEqualTo("ü\n\"/\\😀");
    }

    @Test
    void writesControlCharactersAsEscapes() {
        assertThat(new Json.Text("a\u0001\tb").toString()).isEqualTo("\"a\\u0001\\tb\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "01",
                "1.",
                "+1",
                "nul",
                "'a'",
                "\"a",
                "\"\n\"",
                "\"\\x\"",
                "1 2",
                "{\"a\":1,\"a\":2}",
                "{a:1}",
                "[1 2]",
                "\"\\u12g4\"",
                "NaN"
            })
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void saysWhereItWentWrong() {
        assertThatThrownBy(() -> Json.read("{\n  \"a\": x\n}")).hasMessage("line 2, column 8: a value was expected");
    }

    @Test
    void refusesBottomlessNesting() {
        assertThatThrownBy(() -> Json.read("[".repeat(100_000))).hasMessageContaining("nested deeper");
    }

    @Test
    void leavesOutWhatHasNoValue() {
        List<String> none = new ArrayList<>();
        Json.Fields fields =
                new Json.Fields().with("a", (String) null).with("b", "x").with("c", Json.texts(none));
        assertThat(fields.toString()).isEqualTo("{\"b\":\"x\",\"c\":[]}");
    }

    @Test
    void givesMembersWithDefaults() {
        Json json = Json.read("{\"n\":3,\"t\":\"x\",\"f\":true,\"o\":{\"p\":\"q\"},\"z\":null,\"l\":[1,2]}");
        assertThat(json.number("n", 0)).isEqualTo(3);
        assertThat(json.number("t", 7)).isEqualTo(7);
        assertThat(json.text("n")).isEqualTo("3");
        assertThat(json.text("z", "none")).isEqualTo("none");
        assertThat(json.flag("f")).isTrue();
        assertThat(json.at("o", "p")).isEqualTo(new Json.Text("q"));
        assertThat(json.at("o", "x", "y")).isNull();
        assertThat(json.list("l")).hasSize(2);
        assertThat(json.list("o")).isEmpty();
    }
}
