/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.util.List;

/** How many rows became what; {@code warned} counts those that were taken with a remark, beside their status. */
record RowCounts(int created, int changed, int unchanged, int recorded, int repeated, int refused, int warned) {

    static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0, 0, 0);

    RowCounts plus(List<RowVerdict> verdicts) {
        return new RowCounts(
                created + with(verdicts, SheetRun.CREATED),
                changed + with(verdicts, SheetRun.CHANGED),
                unchanged + with(verdicts, SheetRun.UNCHANGED),
                recorded + with(verdicts, SheetRun.RECORDED),
                repeated + with(verdicts, SheetRun.REPEATED),
                refused + with(verdicts, RowVerdict.REFUSED),
                warned + (int) verdicts.stream().filter(RowVerdict::isWarned).count());
    }

    private static int with(List<RowVerdict> verdicts, String status) {
        return (int) verdicts.stream().filter(v -> v.status().equals(status)).count();
    }
}
