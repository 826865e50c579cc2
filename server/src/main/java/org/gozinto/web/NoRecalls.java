/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.util.Collection;
import java.util.List;
import java.util.function.LongConsumer;
import org.gozinto.recall.PublicRecalls;

/** Where there is no room for recalls, nothing is recalled. */
final class NoRecalls implements PublicRecalls {

    @Override
    public long revision() {
        return 0;
    }

    @Override
    public List<PublicRecall> current() {
        return List.of();
    }

    @Override
    public List<Standing> of(Collection<Long> unitIds) {
        return List.of();
    }

    @Override
    public void forEachUnit(String recall, LongConsumer taker) {}
}
