/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gozinto.access.Actor;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the rows of a table. Each row stands alone: one that is refused takes no other with it. Not safe for
 * several threads.
 */
final class SheetRun implements AutoCloseable {

    static final String CREATED = "created";
    static final String CHANGED = "changed";
    static final String UNCHANGED = "unchanged";
    static final String RECORDED = "recorded";
    static final String REPEATED = "repeated";

    /** Rows between two notes of the progress. */
    private static final int PORTION_ROWS = 1_000;

    /** Masters are each made in a transaction of their own, so they take longer. */
    private static final int PORTION_MASTERS = 100;

    /** Units that a portion of acts touches, roughly. */
    private static final int PORTION_WEIGHT = 8_000;

    private final SheetFile file;
    private final RowSource rows;
    private final @Nullable MasterRows masters;
    private final @Nullable ActRows acts;
    private final @Nullable ActPreview preview;

    SheetRun(Imports.Rooms rooms, SheetFile file, Actor actor, boolean dryRun) {
        this.file = file;
        this.masters = file.kind().isMaster() ? new MasterRows(rooms, file, actor, dryRun) : null;
        this.acts = file.kind().isMaster() ? null : new ActRows(rooms, file, actor);
        this.preview = dryRun && !file.kind().isMaster() ? new ActPreview(rooms, file, actor) : null;
        this.rows = RowSource.of(file);
    }

    /** Passes over rows that were done before. */
    void skip(int count) {
        for (int i = 0; i < count; i++) {
            SheetRow row = rows.next();
            if (row == null) {
                return;
            }
            if (masters != null) {
                masters.remember(row);
            }
        }
    }

    /** The verdicts on the next rows; none at the end. */
    List<RowVerdict> next() {
        if (masters != null) {
            return nextMasters(masters);
        }
        ActRows into = Objects.requireNonNull(acts);
        return preview == null ? nextActs(into) : nextTried(into, preview);
    }

    private List<RowVerdict> nextMasters(MasterRows into) {
        List<RowVerdict> verdicts = new ArrayList<>();
        while (verdicts.size() < PORTION_MASTERS) {
            SheetRow row = rows.next();
            if (row == null) {
                break;
            }
            verdicts.add(into.verdict(row));
        }
        return verdicts;
    }

    private List<RowVerdict> nextActs(ActRows into) {
        List<ActRows.Stated> portion = portion(into, PORTION_ROWS, PORTION_WEIGHT);
        return portion.isEmpty() ? List.of() : into.recorded(portion);
    }

    private List<RowVerdict> nextTried(ActRows into, ActPreview trial) {
        return trial.checked() == null
                ? trial.first(portion(into, ActPreview.FIRST_ROWS, Long.MAX_VALUE))
                : trial.byMasters(portion(into, PORTION_ROWS, PORTION_WEIGHT));
    }

    private List<ActRows.Stated> portion(ActRows into, int rowsMax, long weightMax) {
        List<ActRows.Stated> portion = new ArrayList<>();
        long weight = 0;
        while (portion.size() < rowsMax && weight < weightMax) {
            SheetRow row = rows.next();
            if (row == null) {
                break;
            }
            ActRows.Stated stated = into.read(row);
            portion.add(stated);
            weight += stated.weight();
        }
        return portion;
    }

    /** What a preview of acts looked at; null of anything else. */
    @Nullable
    String checked() {
        return preview == null ? null : preview.checked();
    }

    /** The refusal of a row for its cells. */
    static Refusal invalid(List<Refusal.Fault> faults) {
        Refusal.Fault first = faults.getFirst();
        return new Refusal(
                422,
                "invalid",
                "Some cells are wrong",
                first.pointer() + " " + first.detail() + ".",
                List.copyOf(faults));
    }

    SheetKind kind() {
        return file.kind();
    }

    @Override
    public void close() {
        rows.close();
    }
}
