/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.genealogy.ScopeQuestion;
import org.gozinto.genealogy.ScopeSeed;
import org.gozinto.genealogy.Scopes;
import org.gozinto.item.Item;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.quality.book.Change;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.Head;
import org.gozinto.quality.book.Kind;
import org.gozinto.quality.book.QualityBook;
import org.gozinto.quality.book.Sent;
import org.gozinto.unit.Inspected;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Non-conformances: opened, contained, disposed of, acted on, closed. Safe for use by many threads. */
final class NonconformanceFiles {

    static final List<String> SEVERITIES = List.of("critical", "serious", "minor", "negligible");
    private static final List<String> BLOCKS = List.of("ship", "consume", "sell");
    private static final int TITLE_LENGTH_MAX = 200;
    private static final int CONTAINED_MAX = 100_000;

    private final QualityBook<NonconformanceStep> book;
    private final Parts parts;
    private final JsonMapper json;

    /** What they are made with. */
    record Parts(
            Subjects subjects, Records records, Disposals disposals, Deeds deeds, Scopes scopes, Inspected inspected) {}

    NonconformanceFiles(QualityBook<NonconformanceStep> book, Parts parts, JsonMapper json) {
        this.book = book;
        this.parts = parts;
        this.json = json;
    }

    /** Opens one; what was sent before gets its first answer. */
    QualityBook.Done<NonconformanceStep> open(Asked.NewNonconformance asked, Actor actor) {
        actor.require(Permission.INSPECT);
        var faults = new Faults();
        Sent sent = Sent.of(faults, asked.id(), json.writeValueAsString(asked));
        String title = asked.title() == null ? "" : asked.title().strip();
        faults.expect(
                !title.isEmpty() && title.length() <= TITLE_LENGTH_MAX && Faults.isKeepable(title),
                "/title",
                asked.title() == null ? "is missing" : "is empty, too long, or has a NUL or half a character",
                "1 to " + TITLE_LENGTH_MAX + " characters");
        faults.expect(
                SEVERITIES.contains(asked.severity()),
                "/severity",
                asked.severity() == null ? "is missing" : "is unknown",
                String.join(", ", SEVERITIES));
        faults.text("/description", asked.description(), StepCheck.TEXT_LENGTH_MAX);
        faults.text("/complaint", asked.complaint(), 64);
        faults.text("/inspection", asked.inspection(), 64);
        faults.refuse("The non-conformance cannot be opened");
        QualityBook.Done<NonconformanceStep> before = book.opened(sent);
        if (before != null) {
            return before;
        }
        requireKnown(asked);
        Subjects.Subject subject = parts.subjects.find(new Subjects.Named(
                asked.item(), asked.lot(), asked.serial(), asked.serials(), asked.run(), asked.qty()));
        var opening = new NonconformanceStep.Open(
                subject.item().code(),
                subject.lot() == null ? null : subject.lot().number(),
                subject.ids(),
                subject.item().quantity(subject.qty()),
                asked.description(),
                String.valueOf(asked.severity()),
                asked.complaint(),
                asked.inspection(),
                asked.run());
        return opened(sent, title, opening, subject.units(), actor);
    }

    /** What it says that it comes from is there. */
    private void requireKnown(Asked.NewNonconformance asked) {
        var faults = new Faults();
        known(faults, "/complaint", Kind.COMPLAINT, asked.complaint());
        known(faults, "/inspection", Kind.INSPECTION, asked.inspection());
        faults.refuse("The non-conformance cannot be opened");
    }

    private void known(Faults faults, String at, Kind kind, @Nullable String number) {
        faults.expect(
                number == null || parts.records.exists(kind, number),
                at,
                "there is no " + number,
                "the number of a recorded " + kind.word());
    }

    private QualityBook.Done<NonconformanceStep> opened(
            Sent sent, String title, NonconformanceStep.Open opening, List<Unit> units, Actor actor) {
        long item = parts.subjects.items().existing(opening.item()).id();
        List<Long> ids = units.stream().map(Unit::id).toList();
        return book.open(
                sent,
                title,
                opening,
                actor,
                _ -> new Change(
                        "open", (transaction, number, n) -> parts.records.note(transaction, number, item, ids)));
    }

    /** What a rejection has made: the non-conformance, and the entries that hold. */
    record Rejected(String nonconformance, List<Long> entries) {}

    /**
     * Opens the non-conformance of a rejected inspection and holds what was rejected. All ids follow from that of the
     * inspection, so that this can be done again and does nothing twice.
     */
    Rejected rejected(Head inspection, InspectionStep.Open open, List<Unit> units, Actor actor) {
        String title = "Rejected: " + inspection.title();
        var opening = new NonconformanceStep.Open(
                open.item(),
                open.lot(),
                units.stream().map(u -> String.valueOf(u.id())).toList(),
                open.qty(),
                null,
                "serious",
                null,
                inspection.code(),
                open.run());
        var sent = new Sent(Deeds.id(inspection.id(), "nonconformance"), HashChain.of(inspection.code()));
        String code = opened(
                        sent, title.substring(0, Math.min(title.length(), TITLE_LENGTH_MAX)), opening, units, actor)
                .file()
                .head()
                .code();
        if (units.isEmpty()) {
            return new Rejected(code, List.of());
        }
        var contain = new Sent(Deeds.id(inspection.id(), "contain"), HashChain.of(inspection.code()));
        QualityBook.Done<NonconformanceStep> done = book.take(
                code,
                contain,
                actor,
                file -> contained(
                        file, contain.id(), new NonconformanceStep.Contain("lot", BLOCKS, null, null), actor));
        return new Rejected(
                code,
                done.step().step() instanceof NonconformanceStep.Contain c && c.entries() != null
                        ? c.entries()
                        : List.of());
    }

    /** Takes a step; what was sent before gets its first answer. */
    QualityBook.Done<NonconformanceStep> take(String code, Asked.NewNonconformanceStep asked, Actor actor) {
        var faults = new Faults();
        Sent sent = Sent.of(faults, asked.id(), code + json.writeValueAsString(asked.step()));
        faults.expect(asked.step() != null, "/step", "is missing", "a step with its type");
        faults.refuse("The step cannot be taken");
        NonconformanceStep step = asked.step();
        if (step == null) {
            throw new IllegalStateException("a missing step is refused");
        }
        actor.require(step.needs());
        StepCheck.require(step);
        return book.take(code, sent, actor, file -> judged(file, sent.id(), step, actor));
    }

    private QualityBook.Judged<NonconformanceStep> judged(
            File<NonconformanceStep> file, String id, NonconformanceStep step, Actor actor) {
        boolean closed = file.head().state().equals("closed");
        boolean ofClosed = step instanceof NonconformanceStep.Reopen || step instanceof NonconformanceStep.Note;
        if (closed && !ofClosed || !closed && step instanceof NonconformanceStep.Reopen) {
            throw wrongStage(
                    file, "it is " + file.head().state(), closed ? "Reopen it first." : "Nothing is to be done.");
        }
        return switch (step) {
            case NonconformanceStep.Contain contain -> contained(file, id, contain, actor);
            case NonconformanceStep.Dispose dispose -> disposed(file, id, dispose, actor);
            case NonconformanceStep.Done done -> {
                requireAction(file, done.n());
                yield new QualityBook.Judged<>(step, Change.to(file.head().state()));
            }
            case NonconformanceStep.Verify verify -> {
                if (requireAction(file, verify.n()).done() == null) {
                    throw wrongStage(file, "the action is not done", "Say that it is done first.");
                }
                yield new QualityBook.Judged<>(step, Change.to(file.head().state()));
            }
            case NonconformanceStep.Close _ -> {
                requireClosable(file);
                yield new QualityBook.Judged<>(step, Change.to("closed"));
            }
            case NonconformanceStep.Reopen _ ->
                new QualityBook.Judged<>(
                        step, Change.to(Standing.of(file, item(file)).state()));
            case NonconformanceStep.Note _, NonconformanceStep.Act _, NonconformanceStep.Open _ ->
                new QualityBook.Judged<>(step, Change.to(file.head().state()));
        };
    }

    private Item item(File<NonconformanceStep> file) {
        return parts.subjects.items().existing(Standing.opening(file).item());
    }

    private static Standing.Action requireAction(File<NonconformanceStep> file, @Nullable Long n) {
        return Standing.actions(file).stream()
                .filter(a -> n != null && a.agreed().n() == n)
                .findFirst()
                .orElseThrow(() -> Refusal.of("unknown-step", "No such step", "Step " + n + " agrees no action.")
                        .at("/step/n", "the number of a step that agrees an action", "Look at the actions.")
                        .asException());
    }

    private void requireClosable(File<NonconformanceStep> file) {
        Standing standing = Standing.of(file, item(file));
        if (standing.left() > 0) {
            throw wrongStage(
                    file,
                    "nothing is decided of " + standing.item().quantity(standing.left()) + " "
                            + standing.item().unit(),
                    "Dispose of the rest first.");
        }
        if (Standing.actions(file).stream().anyMatch(Standing.Action::isOpen)) {
            throw wrongStage(file, "an action is open", "Say that it is done, and whether it helped.");
        }
    }

    private static RefusedException wrongStage(File<NonconformanceStep> file, String why, String action) {
        return Refusal.of("wrong-stage", "Not at this stage", file.head().code() + ": " + why + ".")
                .status(409)
                .at("", "a step that fits", action)
                .asException();
    }

    // --- containment

    private QualityBook.Judged<NonconformanceStep> contained(
            File<NonconformanceStep> file, String id, NonconformanceStep.Contain asked, Actor actor) {
        NonconformanceStep.Open open = Standing.opening(file);
        boolean forward = "forward".equals(asked.scope());
        List<Unit> own = parts.subjects.inOrder(Subjects.numbers(open.units()));
        List<Unit> held = forward ? reached(own) : own;
        if (held.isEmpty()) {
            throw Refusal.of("nothing-there", "Nothing is to be held", "Nothing of it is in our hands.")
                    .at("/step/scope", "a scope with units in it", "Leave it out.")
                    .asException();
        }
        List<String> blocks = asked.blocks() == null ? BLOCKS : asked.blocks();
        String code = file.head().code();
        List<Long> entries = parts.deeds.recorded(parts.deeds.holdIds(id, held.size()));
        if (entries.isEmpty()) {
            entries = parts.deeds.record(
                    parts.deeds.holds(
                            id, code, held, blocks, code + ": " + file.head().title()),
                    actor);
        }
        var step = new NonconformanceStep.Contain(
                forward ? "forward" : "lot",
                blocks,
                held.stream().map(u -> String.valueOf(u.id())).toList(),
                entries);
        String state = file.head().state();
        return new QualityBook.Judged<>(step, Change.to(state.equals("open") ? "contained" : state));
    }

    /** What a trace forward of the units reaches and is in our hands, with the units themselves. */
    private List<Unit> reached(List<Unit> own) {
        List<ScopeSeed> seeds = new ArrayList<>();
        for (Unit unit : own) {
            boolean lot = unit.kind() == Unit.Kind.LOT;
            String issuer = unit.issuerId() == 0
                    ? ""
                    : parts.subjects.places().get(unit.issuerId()).code();
            seeds.add(new ScopeSeed(
                    parts.subjects.items().get(unit.itemId()).code(),
                    lot ? unit.number() : null,
                    lot ? null : unit.number(),
                    issuer,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
        }
        if (seeds.isEmpty()) {
            return List.of();
        }
        List<Long> ids = new ArrayList<>();
        parts.scopes
                .reach(ScopeQuestion.of("forward", seeds))
                .units()
                .forEach((int unit) -> ids.add(Integer.toUnsignedLong(unit)));
        if (ids.size() > CONTAINED_MAX) {
            throw Refusal.of("too-large", "Too many units", "The trace reaches " + ids.size() + " units.")
                    .at("/step/scope", "at most " + CONTAINED_MAX + " units", "Open a recall: it stops by rule.")
                    .asException();
        }
        return parts.subjects.inOurHands(parts.subjects.inOrder(ids));
    }

    // --- disposition

    private QualityBook.Judged<NonconformanceStep> disposed(
            File<NonconformanceStep> file, String id, NonconformanceStep.Dispose asked, Actor actor) {
        Standing standing = Standing.of(file, item(file));
        Disposals.Disposed disposed = parts.disposals.dispose(file, standing, id, asked, actor);
        String state = disposed.left() == 0 ? "dispositioned" : file.head().state();
        return new QualityBook.Judged<>(
                disposed.step(),
                new Change(state, (transaction, number, n) -> parts.inspected.accept(transaction, disposed.free())));
    }

    /** The non-conformance of this number, or a refusal with status 404. */
    File<NonconformanceStep> existing(String code) {
        return book.existing(code);
    }

    /** How many units are held because of it now. */
    int held(File<NonconformanceStep> file) {
        return parts.disposals.held(file).size();
    }
}
