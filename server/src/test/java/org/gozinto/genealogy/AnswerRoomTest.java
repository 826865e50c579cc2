/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.trace.TooLargeException;
import org.junit.jupiter.api.Test;

class AnswerRoomTest {

    @Test
    void aRefusedQuestionNamesTheLimitAndAWayOut() {
        Refusal refusal =
                AnswerRoom.refused(new TooLargeException(9_000, 5_000, 1_234)).refusal();
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.code()).isEqualTo("trace-too-large");
        assertThat(refusal.detail()).contains("9000", "5000", "reaches 1234 units");
        assertThat(refusal.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.action()).contains("asOf", "-Xmx"));
    }

    @Test
    void aLedgerThatIsTooLargeToBeReadAtOnceIsRefused() {
        assertThat(AnswerRoom.readingAll(1_000, () -> "read")).isEqualTo("read");
        assertThatThrownBy(() -> AnswerRoom.readingAll(Integer.MAX_VALUE, () -> "read"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("ledger-too-large"));
    }

    @Test
    void everyAnswerThatIsMadeAtTheSameTimeHasRoom() {
        long together = (long) AnswerRoom.AT_ONCE * AnswerRoom.LIMITS.movements() * 512;
        assertThat(together).isLessThan(Math.max(Runtime.getRuntime().maxMemory(), 2L << 30));
    }

    @Test
    void anAnswerThatIsMadeAloneHasMoreRoomAndLeavesHalfOfIt() {
        assertThat(AnswerRoom.ALONE.movements()).isGreaterThanOrEqualTo(AnswerRoom.LIMITS.movements());
        assertThat(AnswerRoom.ALONE.movements() * 512L)
                .isLessThanOrEqualTo(Math.max(Runtime.getRuntime().maxMemory(), 2L << 30) / 2);
    }
}
