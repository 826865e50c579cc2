/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.util.List;
import org.gozinto.ledger.Refusal;

/** Says of a refusal which cells it is about. */
final class Addresses {

    private static final String LINE = "/lines/0";

    private Addresses() {}

    /** The refusal with cells for pointers, where the field has a column. */
    static Refusal in(SheetFile file, SheetRow row, Refusal refusal) {
        List<Refusal.Fault> faults = refusal.faults().stream()
                .map(f -> new Refusal.Fault(pointer(file, row, f.pointer()), f.detail(), f.expected(), f.action()))
                .toList();
        return new Refusal(refusal.status(), refusal.code(), refusal.title(), refusal.detail(), faults);
    }

    private static String pointer(SheetFile file, SheetRow row, String pointer) {
        String rest = pointer.startsWith(LINE) ? pointer.substring(LINE.length()) : pointer;
        String[] names = rest.split("/");
        String field = names.length < 2 ? "" : names[1];
        if (field.equals("reference")) {
            field = rest.endsWith("/type") ? "referenceType" : "document";
        } else if (field.equals("attributes") && names.length > 2) {
            field = SheetKind.ATTRIBUTES + names[2];
        } else if (field.equals("contact") && names.length > 2) {
            field = names[2].equals("name") ? "contactName" : names[2];
        } else if (field.equals("serial") && file.column("serial") == null) {
            field = "serials";
        }
        var column = file.column(field);
        return column == null ? pointer : row.address(column.index());
    }

    /** A cell behind the last heading is most often a delimiter in a text without quotes. */
    static void refuseMore(SheetFile file, SheetRow row, CellReader cells) {
        for (int i = file.columns().size(); i < row.cells().size(); i++) {
            if (!row.cell(i).isEmpty()) {
                cells.fault(
                        i,
                        "stands behind the last heading",
                        file.columns().size() + " cells",
                        "Put texts with the delimiter in quotes, or give the column a heading.");
                return;
            }
        }
    }
}
