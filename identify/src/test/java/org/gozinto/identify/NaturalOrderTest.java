/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    private static final NaturalOrder ORDER = NaturalOrder.INSTANCE;

    @Test
    void digitRunsCompareAsNumbers() {
        List<String> serials =
                new ArrayList<>(List.of("SN10", "SN9", "SN-1", "SN009", "SN", "SN09", "10", "9", "A1B2", "A1B10"));
        serials.sort(ORDER);
        assertThat(serials).containsExactly("9", "10", "A1B2", "A1B10", "SN", "SN-1", "SN9", "SN09", "SN009", "SN10");
    }

    @Test
    void manyDigitsCompareWithoutOverflow() {
        assertThat(ORDER.compare("9".repeat(53), "1" + "0".repeat(53))).isNegative();
        assertThat(ORDER.compare("0".repeat(60) + "1", "2")).isNegative();
    }

    @Provide
    Arbitrary<String> serials() {
        return Arbitraries.strings().withChars("0019-Aa/:").ofMaxLength(8);
    }

    @Property(tries = 5000)
    void isATotalOrder(@ForAll("serials") String a, @ForAll("serials") String b, @ForAll("serials") String c) {
        assertThat(Integer.signum(ORDER.compare(a, b))).isEqualTo(-Integer.signum(ORDER.compare(b, a)));
        assertThat(ORDER.compare(a, b) == 0).isEqualTo(a.equals(b));
        if (ORDER.compare(a, b) <= 0 && ORDER.compare(b, c) <= 0) {
            assertThat(ORDER.compare(a, c)).isLessThanOrEqualTo(0);
        }
    }
}
