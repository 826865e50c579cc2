/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What orders and numbers the units of an answer does so as the plain way would. */
class RollTest {

    private static final List<String> PARTS =
            List.of("L", "-", "0", "00", "7", "10", "9", "x", "é", "😀", "\uFFFD", "");

    private static String code(Random random) {
        var code = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            code.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return code.toString();
    }

    @Property(tries = 2_000)
    void bytesAreInTheOrderOfTexts(@ForAll long seed) {
        var random = new Random(seed);
        String left = code(random);
        String right = code(random);
        var text = new Utf8(0);
        text.append(left);
        int middle = text.size();
        text.append(right);
        assertThat(text.text(0, text.size())).isEqualTo(left + right);
        assertThat(text.size()).isEqualTo((left + right).getBytes(StandardCharsets.UTF_8).length);
        assertThat(Integer.signum(NumberOrder.compare(text, 0, middle, middle, text.size())))
                .isEqualTo(Integer.signum(NumberOrder.compare(left, right)));
    }

    @Property(tries = 500)
    void sortsAsAStableSortDoes(@ForAll long seed) {
        var random = new Random(seed);
        int size = random.nextInt(200);
        int from = random.nextInt(size + 1);
        int[] keys = random.ints(size, 0, 1 + random.nextInt(50)).toArray();
        int[] values = IntStream.range(0, size).toArray();
        NaturalSort.sort(values, from, size, (left, right) -> Integer.compare(keys[left], keys[right]));
        assertThat(Arrays.stream(values).skip(from).boxed())
                .isEqualTo(IntStream.range(from, size)
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> keys[i]))
                        .toList());
    }

    @Property(tries = 500)
    void numbersAreInTheOrderOfIds(@ForAll long seed) {
        var random = new Random(seed);
        int limit = 1 + random.nextInt(20_000);
        var numbering = new Numbering(limit);
        int[] ids = random.ints(random.nextInt(300), 0, limit).toArray();
        Arrays.stream(ids).forEach(numbering::add);
        numbering.number();
        int[] distinct = Arrays.stream(ids).sorted().distinct().toArray();
        assertThat(numbering.size()).isEqualTo(distinct.length);
        for (int number = 0; number < distinct.length; number++) {
            assertThat(numbering.of(distinct[number])).isEqualTo(number);
            assertThat(numbering.id(number)).isEqualTo(distinct[number]);
        }
        int other = random.nextInt(limit);
        assertThat(numbering.of(other)).isEqualTo(Math.max(-1, Arrays.binarySearch(distinct, other)));
        assertThat(numbering.of(-1)).isEqualTo(-1);
        assertThat(numbering.of(limit + 5_000)).isEqualTo(-1);
    }
}
