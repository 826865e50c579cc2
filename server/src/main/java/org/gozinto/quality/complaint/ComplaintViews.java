/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gozinto.item.Item;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.EntryRow;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.StepChain;
import org.gozinto.ledger.StepChain.Taken;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.UnitRefs;
import org.gozinto.quality.complaint.ComplaintStore.Listed;
import org.gozinto.quality.complaint.ComplaintView.AttachmentView;
import org.gozinto.quality.complaint.ComplaintView.DuplicateView;
import org.gozinto.quality.complaint.ComplaintView.MatchView;
import org.gozinto.quality.complaint.ComplaintView.Said;
import org.gozinto.quality.complaint.ComplaintView.WarningView;
import org.gozinto.quality.complaint.ComplaintView.WordView;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/** Shows complaints. Safe for use by many threads. */
final class ComplaintViews {

    private final Matching matching;
    private final Links links;
    private final UnitRefs refs;
    private final ComplaintStore store;
    private final ComplaintCodes codes;
    private final Rows rows;
    private final AnswerTokens tokens;
    private final Entries entries;

    /** What complaints are shown by. */
    record Parts(
            Matching matching,
            Links links,
            UnitRefs refs,
            ComplaintStore store,
            ComplaintCodes codes,
            Rows rows,
            AnswerTokens tokens) {}

    ComplaintViews(Parts parts, Entries entries) {
        this.matching = parts.matching();
        this.links = parts.links();
        this.refs = parts.refs();
        this.store = parts.store();
        this.codes = parts.codes();
        this.rows = parts.rows();
        this.tokens = parts.tokens();
        this.entries = entries;
    }

    ComplaintView of(File<Step> file) {
        Complaint complaint = Complaint.of(Follower.steps(file));
        Matching.Match match = matching.of(complaint.said());
        Links.Found found = links.of(complaint, match.unit());
        List<WarningView> warnings = new ArrayList<>(match.warnings());
        warnings.addAll(found.warnings());
        Item item = refs.item(match.itemId());
        ComplaintCode code = complaint.code() == null ? null : codes.find(complaint.code());
        Matching.Said said = complaint.said();
        return new ComplaintView(
                file.head().code(),
                file.head().id(),
                complaint.state(),
                file.head().title(),
                complaint.mergedInto(),
                store.merged(file.head().number()),
                complaint.reportedOn().toString(),
                complaint.failedOn() == null ? null : complaint.failedOn().toString(),
                complaint.description(),
                complaint.code(),
                code == null ? null : code.name(),
                rows.severity(complaint),
                complaint.confirmed(),
                complaint.place(),
                complaint.country(),
                complaint.injuries(),
                complaint.reporter(),
                complaint.channel(),
                item == null ? null : item.code(),
                item == null ? null : item.name(),
                new Said(said.item(), said.serial(), said.lot(), said.scanned()),
                match(match, file.steps().get((int) complaint.saidAt() - 1).atUs()),
                found.linked(),
                found.age(),
                warnings,
                duplicates(file, complaint),
                attachments(file),
                words(file),
                tokens.url(file),
                closed(file, complaint),
                ComplaintRules.next(complaint),
                file.last(),
                time(file.head().openedAtUs()),
                file.head().actor());
    }

    /** What something would be matched with. */
    MatchView match(Matching.Match match) {
        Unit unit = match.unit();
        return new MatchView(
                match.state().word, unit == null ? null : refs.of(unit), refs.of(match.candidates()), null);
    }

    private MatchView match(Matching.Match match, long saidUs) {
        Unit unit = match.unit();
        EntryRow first = unit == null ? null : entries.bySeq(unit.firstSeq());
        Long atUs = unit == null ? null : Long.valueOf(first == null ? saidUs : Math.max(saidUs, first.recordedAtUs()));
        return new MatchView(
                match.state().word,
                unit == null ? null : refs.of(unit),
                refs.of(match.candidates()),
                atUs == null ? null : time(atUs));
    }

    private List<DuplicateView> duplicates(File<Step> file, Complaint complaint) {
        List<DuplicateView> found = store.duplicates(file.head().number());
        Set<String> named = found.stream().map(DuplicateView::number).collect(Collectors.toSet());
        List<DuplicateView> all = new ArrayList<>(found);
        complaint.likes().stream()
                .filter(like ->
                        !named.contains(like) && !like.equals(file.head().code()))
                .distinct()
                .forEach(like -> all.add(new DuplicateView(like, "said")));
        return all;
    }

    private static List<AttachmentView> attachments(File<Step> file) {
        List<AttachmentView> all = new ArrayList<>();
        for (Taken<Step> taken : file.steps()) {
            if (taken.step() instanceof Step.Attach attach) {
                all.add(new AttachmentView(
                        String.valueOf(attach.hash()),
                        String.valueOf(attach.name()),
                        String.valueOf(attach.contentType()),
                        attach.size() == null ? 0 : attach.size(),
                        time(taken.atUs()),
                        taken.actor()));
            }
        }
        return all;
    }

    /** What was said to and by the reporter, oldest first. */
    static List<WordView> words(File<Step> file) {
        List<WordView> all = new ArrayList<>();
        for (Taken<Step> taken : file.steps()) {
            if (taken.step() instanceof Step.Reply reply) {
                all.add(word(taken, "us", reply.text()));
            } else if (taken.step() instanceof Step.Said said) {
                all.add(word(taken, "customer", said.text()));
            }
        }
        return all;
    }

    private static WordView word(Taken<Step> taken, String from, @Nullable String text) {
        return new WordView(taken.n(), from, String.valueOf(text), time(taken.atUs()), taken.actor());
    }

    private static ComplaintView.@Nullable Outcome closed(File<Step> file, Complaint complaint) {
        if (complaint.closedAt() == 0) {
            return null;
        }
        Taken<Step> taken = file.steps().get((int) complaint.closedAt() - 1);
        return taken.step() instanceof Step.Close close
                ? new ComplaintView.Outcome(
                        String.valueOf(close.reason()), close.outcome(), time(taken.atUs()), taken.actor())
                : null;
    }

    // --- lists

    /** One page of a list; {@code found} may have one more than fits. */
    Page<ComplaintView.Head> heads(List<Listed> found, int limit) {
        List<Listed> shown = found.size() > limit ? found.subList(0, limit) : found;
        List<Long> numbers = shown.stream().map(l -> l.row().number()).toList();
        Map<Long, Long> duplicates = numbers.isEmpty() ? Map.of() : store.duplicateCounts(numbers);
        Map<Long, Unit> units = refs.byIds(shown.stream()
                .flatMap(l -> Stream.of(l.row().unitId(), l.row().lotId()))
                .filter(id -> id != 0)
                .collect(Collectors.toSet()));
        Map<String, String> names = names();
        String next =
                found.size() > limit ? String.valueOf(shown.getLast().row().number()) : null;
        return new Page<>(
                shown.stream()
                        .map(l -> head(
                                l, units, names, duplicates.getOrDefault(l.row().number(), 0L)))
                        .toList(),
                Paging.cursor(next));
    }

    private ComplaintView.Head head(Listed listed, Map<Long, Unit> units, Map<String, String> names, long duplicates) {
        ComplaintStore.Row row = listed.row();
        Unit unit = units.get(row.unitId());
        Unit lot = units.get(row.lotId());
        Item item = refs.item(row.itemId());
        String serial = unit != null && unit.kind() == Unit.Kind.SERIAL ? unit.number() : row.serial();
        return new ComplaintView.Head(
                listed.code(),
                listed.state(),
                listed.title(),
                row.reported().toString(),
                row.failed() == null ? null : row.failed().toString(),
                row.code(),
                row.code() == null ? null : names.get(row.code()),
                row.severity(),
                item == null ? null : item.code(),
                item == null ? null : item.name(),
                serial,
                lot == null ? row.lot() : lot.number(),
                unit == null ? null : String.valueOf(unit.id()),
                row.country(),
                new ComplaintView.HeadMatch(row.match()),
                duplicates,
                time(listed.openedAtUs()));
    }

    /** What codes are called. */
    Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        codes.all()
                .forEach(code -> names.put(Objects.requireNonNull(code.code()), Objects.requireNonNull(code.name())));
        return names;
    }

    /** Steps after one, oldest first. */
    static Page<ComplaintView.StepView> steps(File<Step> file, long after, int limit) {
        return file.page(after, limit, ComplaintViews::step);
    }

    static ComplaintView.StepView step(Taken<Step> taken) {
        return new ComplaintView.StepView(
                taken.n(),
                taken.id(),
                StepChain.word(taken.step()),
                time(taken.atUs()),
                taken.actor(),
                taken.role(),
                taken.step(),
                HexFormat.of().formatHex(taken.hash()));
    }

    static String time(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS).toString();
    }
}
