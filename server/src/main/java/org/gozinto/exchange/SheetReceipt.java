/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a table, or would become of it.
 *
 * @param checked in a preview of acts: {@code ledger} when each was judged as recording would judge it, {@code masters}
 *     when stock and holds were not looked at
 * @param of how many rows have something in them
 * @param rows one verdict for each of them, in the order of the file
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SheetReceipt(
        String kind,
        boolean dryRun,
        @Nullable String checked,
        SheetView sheet,
        int of,
        RowCounts counts,
        List<RowVerdict> rows) {}
