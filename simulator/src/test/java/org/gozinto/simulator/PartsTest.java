/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartsTest {

    @Test
    void checkDigitsAreThoseOfPublishedNumbers() {
        // GTIN 09506000134352 and GLN 9506000134369 are GS1's own examples.
        assertThat(Numbers.gtin(13435)).isEqualTo("09506000134352");
        assertThat(Numbers.gln(13436)).isEqualTo("9506000134369");
        assertThat(Numbers.sscc(0)).hasSize(18).startsWith("39506000");
    }

    @Test
    void ssccSumsToATen() {
        for (int i = 0; i < 1000; i++) {
            String sscc = Numbers.sscc(i * 7919);
            int sum = 0;
            for (int digit = 0; digit < 18; digit++) {
                sum += (sscc.charAt(digit) - '0') * (digit % 2 == 0 ? 3 : 1);
            }
            assertThat(sum % 10).isZero();
        }
    }

    @Test
    void momentsReadBackAsTheSameInstant() {
        SplittableRandom random = new SplittableRandom(17);
        for (int i = 0; i < 2000; i++) {
            Moment moment = new Moment(random.nextLong(4_000_000_000_000L), random.nextInt(-720, 840));
            OffsetDateTime read = OffsetDateTime.parse(moment.toString());
            assertThat(read.toInstant()).isEqualTo(moment.instant());
            assertThat(read.getOffset()).isEqualTo(ZoneOffset.ofTotalSeconds(moment.offsetMinutes() * 60));
        }
    }

    @Test
    void idsAreUuidsOfTheirTimeAndDiffer() {
        ActIds ids = new ActIds(3);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            String id = ids.next(1_772_356_500_000L);
            assertThat(seen.add(id)).isTrue();
        }
        UUID last = UUID.fromString(ids.next(1_772_356_500_000L));
        assertThat(last.version()).isEqualTo(7);
        assertThat(last.variant()).isEqualTo(2);
        assertThat(last.getMostSignificantBits() >>> 16).isEqualTo(1_772_356_500_000L);
    }

    @Test
    void queueIsFirstInFirstOut() {
        SplittableRandom random = new SplittableRandom(5);
        IntQueue queue = new IntQueue();
        Deque<Integer> model = new ArrayDeque<>();
        for (int i = 0; i < 20_000; i++) {
            if (model.isEmpty() || random.nextInt(100) < 52) {
                queue.add(i);
                model.add(i);
            } else {
                assertThat(queue.take()).isEqualTo(model.remove());
            }
            assertThat(queue.size()).isEqualTo(model.size());
        }
        int[] rest = queue.take(model.size());
        assertThat(rest)
                .containsExactly(model.stream().mapToInt(Integer::intValue).toArray());
        assertThatThrownBy(queue::take).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void piecesAndSerialsNameEachOther() {
        int piece = Ware.PACK.piece(7);

        assertThat(piece).isEqualTo(0x50000007);
        assertThat(Ware.serial(piece)).isEqualTo("BP00000008");
        assertThat(Ware.PACK.named("PACK-36V", "BP00000008")).isEqualTo(piece);
        assertThatThrownBy(() -> Ware.PACK.named("PACK-36V", "BP00000000"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ware.PACK.named("PACK-36V", "BP0000+008"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
