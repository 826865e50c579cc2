/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {

    @ParameterizedTest
    @CsvSource({
        "09506000134352,09506000134352",
        "9506000134352,09506000134352",
        "614141007349,00614141007349",
        "95050003,00000095050003",
    })
    void gtinsAreFourteenDigitsInside(String text, String digits) {
        assertThat(Gtin.of(text)).isEqualTo(Reading.ok(new Gtin(digits)));
        assertThat(new Gtin(digits).shortest()).isEqualTo(text.length() == 14 ? text.substring(1) : text);
    }

    @ParameterizedTest
    @CsvSource({
        "9506000134351,checkDigit,12",
        "95060001343,length,11",
        "950600013435212345,length,14",
        "95060O0134352,notDigit,5",
        "'',length,0",
        "９506000134352,notDigit,0",
    })
    void badGtinsAreRefusedWithReasonAndPosition(String text, String code, int position) {
        assertThat(Gtin.of(text)).isInstanceOfSatisfying(Reading.Bad.class, bad -> {
            assertThat(bad.code()).isEqualTo(code);
            assertThat(bad.position()).isEqualTo(position);
        });
    }

    @Test
    void otherKeysHaveTheirLengthAndCheckDigit() {
        assertThat(Sscc.of("006141411234567890").isOk()).isTrue();
        assertThat(Sscc.of("006141411234567891").isOk()).isFalse();
        assertThat(Gln.of("9506000134376").isOk()).isTrue();
        assertThat(Gln.of("950600013437").isOk()).isFalse();
        assertThatThrownBy(() -> new Gtin("123")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void everyBodyHasOneCheckDigit(@ForAll @NumericChars @StringLength(17) String body) {
        int right = CheckDigit.of(body);
        for (int digit = 0; digit < 10; digit++) {
            assertThat(Sscc.of(body + digit).isOk()).isEqualTo(digit == right);
        }
    }

    @Property(tries = 2000)
    void anyTextIsReadOrRefused(@ForAll @StringLength(max = 20) String text) {
        for (Reading<?> read : new Reading<?>[] {Gtin.of(text), Sscc.of(text), Gln.of(text)}) {
            if (read instanceof Reading.Bad<?> bad) {
                assertThat(bad.position()).isBetween(0, text.length());
            }
        }
    }
}
