/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.exchange.ActRows.Stated;
import org.gozinto.ledger.EntryRow;
import org.gozinto.ledger.Refusal;
import org.gozinto.movement.Movements;
import org.gozinto.movement.Trial;
import org.gozinto.movement.Trial.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Says what would become of rows of acts, and records none.
 *
 * <p>The rows of a file are judged by the ledger, all together, so that each is judged on what those before it would
 * have done. A file that is too much for that is judged by its cells and the masters, and the answer says so. Not safe
 * for several threads.
 */
final class ActPreview {

    /** What is looked at: all that recording looks at. */
    static final String LEDGER = "ledger";

    /** What is looked at: the cells and the masters, see {@link ActCheck}. */
    static final String MASTERS = "masters";

    /** Rows that are needed to see whether a file can be judged by the ledger: one more than can be. */
    static final int FIRST_ROWS = Movements.TRIED_MAX + 1;

    private final Imports.Rooms rooms;
    private final SheetFile file;
    private final Actor actor;
    private @Nullable String checked;

    ActPreview(Imports.Rooms rooms, SheetFile file, Actor actor) {
        this.rooms = rooms;
        this.file = file;
        this.actor = actor;
    }

    /** What was looked at; null before the first rows. */
    @Nullable
    String checked() {
        return checked;
    }

    /** The verdicts on the first {@link #FIRST_ROWS}, or on all rows of a file that has fewer. */
    List<RowVerdict> first(List<Stated> rows) {
        if (rows.size() < FIRST_ROWS) {
            List<JsonNode> acts = new ArrayList<>();
            rows.stream().filter(s -> s.refusal() == null).forEach(s -> acts.add(s.act()));
            if (rooms.movements().tried(acts, actor) instanceof Trial.Judged(List<Verdict> verdicts)) {
                checked = LEDGER;
                return byLedger(rows, verdicts);
            }
        }
        checked = MASTERS;
        return byMasters(rows);
    }

    private List<RowVerdict> byLedger(List<Stated> rows, List<Verdict> judged) {
        var next = judged.iterator();
        List<RowVerdict> verdicts = new ArrayList<>(rows.size());
        for (Stated stated : rows) {
            Refusal refusal = stated.refusal();
            verdicts.add(refusal == null ? verdict(stated, next.next()) : refused(stated, refusal));
        }
        return verdicts;
    }

    private RowVerdict verdict(Stated stated, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Possible(String alerts) ->
                taken(stated, SheetRun.RECORDED, null).alerts(alerts);
            case Verdict.Repeated(Long seq) -> taken(stated, SheetRun.REPEATED, seq);
            case Verdict.Refused(Refusal refusal) -> refused(stated, Addresses.in(file, stated.row(), refusal));
        };
    }

    /** The verdicts on further rows of a file that is too large for the ledger. */
    List<RowVerdict> byMasters(List<Stated> rows) {
        var check = new ActCheck(rooms, actor);
        List<RowVerdict> verdicts = new ArrayList<>(rows.size());
        for (Stated stated : rows) {
            verdicts.add(byMasters(stated, check));
        }
        return verdicts;
    }

    private RowVerdict byMasters(Stated stated, ActCheck check) {
        if (stated.refusal() != null) {
            return refused(stated, stated.refusal());
        }
        EntryRow known = rooms.entries().byId(stated.id());
        if (known != null) {
            return taken(stated, SheetRun.REPEATED, known.seq());
        }
        Refusal refusal = check.refusal(stated.act());
        return refusal == null
                ? taken(stated, SheetRun.RECORDED, null)
                : refused(stated, Addresses.in(file, stated.row(), refusal));
    }

    private static RowVerdict taken(Stated stated, String status, @Nullable Long seq) {
        return RowVerdict.entry(stated.row().number(), status, seq, stated.id(), stated.warnings());
    }

    private static RowVerdict refused(Stated stated, Refusal refusal) {
        return RowVerdict.refused(stated.row().number(), refusal, stated.warnings());
    }
}
