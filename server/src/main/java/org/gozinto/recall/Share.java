/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.util.List;
import org.gozinto.recall.RecallStore.Taken;
import org.jspecify.annotations.Nullable;

/**
 * What became of what one consignee has of one item: what was put right first, then what it says of the rest. It cannot
 * say more than it has; what is over does not count.
 */
final class Share {

    private BigDecimal left;
    private final BigDecimal remedied;
    private final BigDecimal onHand;
    private final BigDecimal soldOn;
    private final BigDecimal announced;
    private final BigDecimal destroyed;
    private final BigDecimal used;

    /** @param net what is there, as the ledger has it */
    Share(CaseFile file, String consignee, String item, BigDecimal net, BigDecimal putRight) {
        left = net.max(BigDecimal.ZERO);
        remedied = take(putRight);
        Step.AnswerLine line = line(file, consignee, item);
        destroyed = take(line == null ? null : line.destroyed());
        used = take(line == null ? null : line.used());
        announced = take(line == null ? null : line.returned());
        onHand = take(line == null ? null : line.onHand());
        soldOn = take(line == null ? null : line.soldOn());
    }

    private static Step.@Nullable AnswerLine line(CaseFile file, String consignee, String item) {
        Taken answer = file.answers().get(consignee);
        List<Step.AnswerLine> lines =
                answer != null && answer.step() instanceof Step.Answer step && step.lines() != null
                        ? step.lines()
                        : List.of();
        return lines.stream().filter(l -> item.equals(l.item())).findFirst().orElse(null);
    }

    private BigDecimal take(@Nullable String said) {
        return said == null ? BigDecimal.ZERO : take(new BigDecimal(said));
    }

    private BigDecimal take(BigDecimal said) {
        BigDecimal counted = said.min(left);
        left = left.subtract(counted);
        return counted;
    }

    BigDecimal remedied() {
        return remedied;
    }

    BigDecimal onHand() {
        return onHand;
    }

    BigDecimal soldOn() {
        return soldOn;
    }

    /** Returned as they say, and not here yet: what arrived is not with them any more. */
    BigDecimal announced() {
        return announced;
    }

    BigDecimal destroyed() {
        return destroyed;
    }

    BigDecimal used() {
        return used;
    }

    /** What nobody says anything of. */
    BigDecimal open() {
        return left;
    }
}
