/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a table was read.
 *
 * @param format csv or xlsx
 * @param encoding of CSV
 * @param columns headings with the fields that they name
 * @param unknownColumns headings that name no field; nothing of them was read
 * @param remarks what a person should know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SheetView(
        String format,
        @Nullable String encoding,
        @Nullable String delimiter,
        List<ColumnView> columns,
        List<String> unknownColumns,
        List<String> remarks) {

    /** A column: {@code C}, what stands over it, and the field that it is. */
    record ColumnView(String column, String heading, String field) {}

    static SheetView of(SheetFile file) {
        List<ColumnView> columns = file.columns().stream()
                .filter(c -> c.field() != null)
                .map(c -> new ColumnView(
                        Cell.address(c.index(), 1).replaceAll("\\d", ""), c.heading(), String.valueOf(c.field())))
                .toList();
        return new SheetView(
                file.format(),
                file.encoding(),
                file.delimiter() == null ? null : String.valueOf(file.delimiter()),
                columns,
                file.unknownColumns(),
                file.remarks());
    }

    /** With one remark more. */
    SheetView remarked(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new SheetView(format, encoding, delimiter, columns, unknownColumns, List.copyOf(more));
    }
}
