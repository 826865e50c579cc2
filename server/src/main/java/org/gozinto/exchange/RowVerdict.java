/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row, or would become of it.
 *
 * @param row its number in the spreadsheet
 * @param status created, changed, unchanged; recorded, repeated; refused
 * @param record code of the item, place or partner
 * @param seq of the entry
 * @param id of the entry
 * @param warnings what looks odd and was taken all the same
 * @param alerts what the ledger remarks, such as a suspect twin
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RowVerdict(
        int row,
        String status,
        @Nullable String record,
        @Nullable Long seq,
        @Nullable String id,
        @Nullable List<String> warnings,
        @JsonRawValue @Nullable String alerts,
        @Nullable String code,
        @Nullable String title,
        @Nullable String detail,
        @Nullable List<Refusal.Fault> errors) {

    static final String REFUSED = "refused";
    static final String WARNED = "warned";

    static RowVerdict kept(int row, String status, String record, List<String> warnings) {
        return new RowVerdict(row, status, record, null, null, some(warnings), null, null, null, null, null);
    }

    static RowVerdict entry(int row, String status, @Nullable Long seq, String id, List<String> warnings) {
        return new RowVerdict(row, status, null, seq, id, some(warnings), null, null, null, null, null);
    }

    static RowVerdict refused(int row, Refusal refusal, List<String> warnings) {
        return new RowVerdict(
                row,
                REFUSED,
                null,
                null,
                null,
                some(warnings),
                null,
                refusal.code(),
                refusal.title(),
                refusal.detail(),
                refusal.faults());
    }

    RowVerdict alerts(@Nullable String json) {
        return new RowVerdict(row, status, record, seq, id, warnings, json, code, title, detail, errors);
    }

    private static @Nullable List<String> some(List<String> warnings) {
        return warnings.isEmpty() ? null : List.copyOf(warnings);
    }

    @JsonIgnore
    boolean isRefused() {
        return status.equals(REFUSED);
    }

    /** Whether it was taken with a remark. */
    @JsonIgnore
    boolean isWarned() {
        return !isRefused() && (warnings != null || alerts != null);
    }
}
