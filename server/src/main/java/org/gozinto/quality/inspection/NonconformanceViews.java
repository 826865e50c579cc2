/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.gozinto.item.Item;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.StepChain;
import org.gozinto.ledger.StepChain.Taken;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.Head;
import org.gozinto.quality.book.Kind;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Shows non-conformances. Safe for use by many threads. */
final class NonconformanceViews {

    private final NonconformanceFiles files;
    private final Subjects subjects;
    private final Records records;
    private final JsonMapper json;
    private final Clock clock;

    NonconformanceViews(NonconformanceFiles files, Subjects subjects, Records records, JsonMapper json, Clock clock) {
        this.files = files;
        this.subjects = subjects;
        this.records = records;
        this.json = json;
        this.clock = clock;
    }

    NonconformanceView of(File<NonconformanceStep> file) {
        NonconformanceStep.Open open = Standing.opening(file);
        Item item = subjects.items().existing(open.item());
        Standing standing = Standing.of(file, item);
        List<Unit> units = subjects.inOrder(Subjects.numbers(open.units()));
        Head head = file.head();
        return new NonconformanceView(
                head.code(),
                head.id(),
                head.title(),
                head.state(),
                open.severity(),
                open.description(),
                item.code(),
                item.name(),
                open.lot(),
                subjects.refs(units),
                units.size(),
                open.qty(),
                item.quantity(standing.left()),
                item.unit(),
                files.held(file),
                contained(file),
                dispositions(file),
                Standing.actions(file).stream().map(this::action).toList(),
                new NonconformanceView.LinksView(open.complaint(), open.inspection(), open.run()),
                notes(file),
                closed(file),
                InspectionViews.time(head.openedAtUs()),
                head.actor(),
                file.last(),
                next(file, standing));
    }

    private static List<NonconformanceView.ContainedView> contained(File<NonconformanceStep> file) {
        List<NonconformanceView.ContainedView> views = new ArrayList<>();
        for (Taken<NonconformanceStep> taken : file.steps()) {
            if (taken.step() instanceof NonconformanceStep.Contain contain) {
                views.add(new NonconformanceView.ContainedView(
                        taken.n(),
                        String.valueOf(contain.scope()),
                        contain.blocks() == null ? List.of() : contain.blocks(),
                        contain.units() == null ? 0 : contain.units().size(),
                        contain.entries() == null ? List.of() : contain.entries(),
                        InspectionViews.time(taken.atUs()),
                        taken.actor()));
            }
        }
        return views;
    }

    private static List<NonconformanceView.DispositionView> dispositions(File<NonconformanceStep> file) {
        List<NonconformanceView.DispositionView> views = new ArrayList<>();
        for (Taken<NonconformanceStep> taken : file.steps()) {
            if (taken.step() instanceof NonconformanceStep.Dispose dispose) {
                views.add(new NonconformanceView.DispositionView(
                        taken.n(),
                        String.valueOf(dispose.as()),
                        dispose.qty(),
                        dispose.serials(),
                        dispose.partner(),
                        dispose.run(),
                        String.valueOf(dispose.reason()),
                        InspectionViews.time(taken.atUs()),
                        taken.actor(),
                        dispose.entries() == null ? List.of() : dispose.entries()));
            }
        }
        return views;
    }

    private NonconformanceView.ActionView action(Standing.Action action) {
        var agreed = (NonconformanceStep.Act) action.agreed().step();
        Taken<NonconformanceStep> done = action.done();
        Taken<NonconformanceStep> verified = action.verified();
        String due = String.valueOf(agreed.due());
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        return new NonconformanceView.ActionView(
                action.agreed().n(),
                String.valueOf(agreed.text()),
                String.valueOf(agreed.owner()),
                due,
                done == null && LocalDate.parse(due).isBefore(today),
                action.isOpen(),
                done == null
                        ? null
                        : new NonconformanceView.DoneView(
                                done.step() instanceof NonconformanceStep.Done d ? d.result() : null,
                                InspectionViews.time(done.atUs()),
                                done.actor()),
                verified == null ? null : action.isEffective(),
                verified == null
                        ? null
                        : new NonconformanceView.VerifiedView(
                                verified.step() instanceof NonconformanceStep.Verify v
                                        ? String.valueOf(v.evidence())
                                        : "",
                                InspectionViews.time(verified.atUs()),
                                verified.actor()));
    }

    private static List<NonconformanceView.NoteView> notes(File<NonconformanceStep> file) {
        List<NonconformanceView.NoteView> views = new ArrayList<>();
        for (Taken<NonconformanceStep> taken : file.steps()) {
            String text = switch (taken.step()) {
                case NonconformanceStep.Note note -> note.text();
                case NonconformanceStep.Reopen reopen -> reopen.reason();
                default -> null;
            };
            if (text != null) {
                views.add(new NonconformanceView.NoteView(
                        taken.n(), text, InspectionViews.time(taken.atUs()), taken.actor()));
            }
        }
        return views;
    }

    private static NonconformanceView.@Nullable ClosedView closed(File<NonconformanceStep> file) {
        NonconformanceView.ClosedView closed = null;
        for (Taken<NonconformanceStep> taken : file.steps()) {
            if (taken.step() instanceof NonconformanceStep.Close close
                    && file.head().state().equals("closed")) {
                closed = new NonconformanceView.ClosedView(
                        String.valueOf(close.reason()), InspectionViews.time(taken.atUs()), taken.actor());
            }
        }
        return closed;
    }

    private static List<String> next(File<NonconformanceStep> file, Standing standing) {
        if (file.head().state().equals("closed")) {
            return List.of("note", "reopen");
        }
        List<String> next = new ArrayList<>(List.of("note", "contain", "act"));
        List<Standing.Action> actions = Standing.actions(file);
        if (standing.left() > 0) {
            next.add("dispose");
        }
        if (!actions.isEmpty()) {
            next.add("done");
        }
        if (actions.stream().anyMatch(a -> a.done() != null)) {
            next.add("verify");
        }
        if (standing.left() == 0 && actions.stream().noneMatch(Standing.Action::isOpen)) {
            next.add("close");
        }
        return next;
    }

    NonconformanceView.StepView step(Taken<NonconformanceStep> taken) {
        return new NonconformanceView.StepView(
                taken.n(),
                taken.id(),
                StepChain.word(taken.step()),
                InspectionViews.time(taken.atUs()),
                taken.actor(),
                taken.role(),
                taken.step(),
                HexFormat.of().formatHex(taken.hash()));
    }

    /** Steps after one, oldest first. */
    Page<NonconformanceView.StepView> steps(File<NonconformanceStep> file, long after, int limit) {
        return file.page(after, limit, this::step);
    }

    Page<NonconformanceView.Head> heads(Records.Filter filter, @Nullable String cursor, int limit) {
        Page<Records.Listed> page = records.page(Kind.NONCONFORMANCE, filter, cursor, limit);
        return new Page<>(page.items().stream().map(this::head).toList(), page.nextCursor());
    }

    private NonconformanceView.Head head(Records.Listed listed) {
        Head head = listed.head();
        NonconformanceStep step = json.readValue(listed.opening(), NonconformanceStep.class);
        NonconformanceStep.Open open = step instanceof NonconformanceStep.Open o ? o : null;
        return new NonconformanceView.Head(
                head.code(),
                head.id(),
                head.state(),
                head.title(),
                open == null ? null : open.severity(),
                open == null ? null : open.item(),
                open == null ? null : open.lot(),
                InspectionViews.time(head.openedAtUs()),
                head.actor());
    }
}
