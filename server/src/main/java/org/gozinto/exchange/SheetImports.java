/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/** Takes in tables: CSV and XLSX of items, places, partners and acts. Safe for use by many threads. */
class SheetImports {

    /** Rows that are answered at once, at the most. */
    private static final int ROWS_MAX = 100_000;

    private static final int NAME_MAX = 200;

    private final Imports.Rooms rooms;
    private final ImportJobs jobs;

    SheetImports(Imports.Rooms rooms, ImportJobs jobs) {
        this.rooms = rooms;
        this.jobs = jobs;
    }

    /**
     * How a file was sent.
     *
     * @param kind what its rows are said to be
     * @param name of the file
     */
    record Delivery(
            @Nullable String kind,
            boolean dryRun,
            boolean background,
            @Nullable String name,
            @Nullable String contentType) {

        @Nullable
        SheetKind asked() {
            if (kind == null) {
                return null;
            }
            SheetKind known = SheetKind.of(kind);
            if (known == null) {
                throw Paging.badParameter("kind", "is \"" + kind + "\"", "items, places, partners or acts");
            }
            return known;
        }

        /** Whether the sender says that it is a table. */
        boolean isTable() {
            String file = name == null ? "" : name.toLowerCase(Locale.ROOT);
            return kind != null
                    || isTableByType()
                    || file.endsWith(".csv")
                    || file.endsWith(".tsv")
                    || file.endsWith(".xlsx");
        }

        /** Whether the media type says so. */
        boolean isTableByType() {
            String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
            return type.startsWith("text/csv")
                    || type.startsWith("text/tab-separated-values")
                    || type.contains("spreadsheetml");
        }

        /** The name without folders, which some browsers send too. */
        @Nullable
        String shortName() {
            if (name == null || name.isBlank()) {
                return null;
            }
            String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                    .replaceAll("\\p{Cntrl}", "");
            return last.length() <= NAME_MAX ? last : last.substring(last.length() - NAME_MAX);
        }
    }

    /** The answer: a {@link SheetReceipt} or, in the background, a {@link JobView}; null when it is no table. */
    @Nullable
    Object take(byte[] content, Delivery delivery, Actor actor) {
        SheetFile file = SheetFile.read(content, delivery.asked(), delivery.isTable());
        if (file == null) {
            return null;
        }
        actor.require(Permission.IMPORT);
        if (file.kind().isMaster()) {
            actor.require(Permission.MASTERS);
        }
        if (delivery.background()) {
            if (delivery.dryRun()) {
                throw Paging.badParameter("background", "stands beside dryRun", "one of the two");
            }
            return jobs.add(file, delivery.shortName(), actor);
        }
        return receipt(file, delivery.dryRun(), actor);
    }

    private SheetReceipt receipt(SheetFile file, boolean dryRun, Actor actor) {
        int of = file.count();
        if (of > ROWS_MAX) {
            throw Refusal.of("too-many-rows", "Too many rows to answer at once", "The file has " + of + " rows.")
                    .status(413)
                    .at("", "at most " + ROWS_MAX + " rows", "Send it with background=true, or in several files.")
                    .asException();
        }
        List<RowVerdict> all = new ArrayList<>(of);
        String checked;
        try (var run = new SheetRun(rooms, file, actor, dryRun)) {
            for (List<RowVerdict> some = run.next(); !some.isEmpty(); some = run.next()) {
                all.addAll(some);
            }
            checked = run.checked();
        }
        all.sort(Comparator.comparingInt(RowVerdict::row));
        return new SheetReceipt(
                file.kind().word(), dryRun, checked, view(file, checked), of, RowCounts.NONE.plus(all), all);
    }

    private static SheetView view(SheetFile file, @Nullable String checked) {
        SheetView view = SheetView.of(file);
        return ActPreview.MASTERS.equals(checked)
                ? view.remarked("There is too much in the file to be judged as a whole: cells, places, items and how"
                        + " these are tracked were looked at, but not stock, holds and doubled serials.")
                : view;
    }
}
