/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gozinto.care.RecallsOf;
import org.gozinto.genealogy.Chronicle;
import org.gozinto.quality.book.UnitRef;
import org.gozinto.quality.book.UnitRefs;
import org.gozinto.quality.complaint.ComplaintCode;
import org.gozinto.quality.complaint.ComplaintFacts;
import org.gozinto.unit.RecallTag;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/** Reads what is known of a unit and of what is in it, and has it judged. Safe for use by many threads. */
final class CoverageDesk implements Coverages {

    /** Parts of one answer. */
    private static final int PARTS_MAX = 2_000;

    private final TermBook terms;
    private final FactReader reader;
    private final UnitRefs refs;
    private final RecallsOf recalls;
    private final ComplaintFacts complaints;
    private final Clock clock;

    CoverageDesk(
            TermBook terms,
            FactReader reader,
            UnitRefs refs,
            RecallsOf recalls,
            ComplaintFacts complaints,
            Clock clock) {
        this.terms = terms;
        this.reader = reader;
        this.refs = refs;
        this.recalls = recalls;
        this.complaints = complaints;
        this.clock = clock;
    }

    /**
     * @param meters what was read off the product on that day besides what is kept
     * @param seen the terms that may be seen
     */
    private record Question(
            Unit unit,
            LocalDate asOf,
            @Nullable Instant knownAt,
            TermBook.Promises promises,
            Set<String> codes,
            Map<String, BigDecimal> meters,
            Predicate<Promise> seen) {}

    @Override
    public CoverageView of(Unit unit, LocalDate asOf, @Nullable Instant knownAt) {
        return answer(new Question(unit, asOf, knownAt, terms.promises(knownAt), Set.of(), Map.of(), p -> true));
    }

    @Override
    public Judged judge(
            Unit product,
            @Nullable Unit part,
            LocalDate on,
            @Nullable String complaintCode,
            Map<String, BigDecimal> meters) {
        CoverageView view = answer(new Question(
                product, on, null, terms.promises(null), withAbove(complaintCode), Map.copyOf(meters), p -> true));
        String id = part == null ? "" : String.valueOf(part.id());
        return new Judged(
                view,
                view.parts().stream()
                        .filter(one -> one.unit().unit().equals(id))
                        .findFirst()
                        .orElse(null));
    }

    @Override
    public CoverageView open(Unit unit, LocalDate asOf, boolean withSecret) {
        return answer(new Question(
                unit,
                asOf,
                null,
                terms.promises(null),
                Set.of(),
                Map.of(),
                promise -> promise.shown() == Promise.Shown.SERIAL
                        || withSecret && promise.shown() == Promise.Shown.SECRET));
    }

    /** What would be promised under other terms. */
    CoverageView tried(Unit unit, LocalDate asOf, Collection<Term> drafts) {
        return answer(new Question(unit, asOf, null, terms.tried(drafts), Set.of(), Map.of(), p -> true));
    }

    /** A code and the codes above it. */
    private Set<String> withAbove(@Nullable String code) {
        Set<String> found = new LinkedHashSet<>();
        if (code != null) {
            Map<String, @Nullable String> above = new HashMap<>();
            complaints.codes().forEach(known -> above.put(String.valueOf(known.code()), parent(known)));
            String at = code;
            while (at != null && found.add(at)) {
                at = above.get(at);
            }
        }
        return found;
    }

    private static @Nullable String parent(ComplaintCode code) {
        return code.parent();
    }

    private CoverageView answer(Question question) {
        boolean withChanges = question.promises.readsChanges();
        FactReader.Moment moment = reader.at(question.knownAt, withChanges);
        long untilUs = ChronoUnit.MICROS.between(
                Instant.EPOCH, question.asOf.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        Chronicle.Parts parts = moment.reading().parts(question.unit.id(), untilUs, PARTS_MAX);
        Set<Long> ids = new LinkedHashSet<>();
        parts.parts().forEach(part -> ids.add(part.unitId()));
        Map<Long, Unit> units = refs.byIds(ids);
        List<Unit> all = new ArrayList<>(units.values());
        all.add(question.unit);
        Map<Long, UnitFacts> facts = new HashMap<>();
        moment.of(all).forEach(one -> facts.put(one.unitId(), one));
        UnitFacts product = facts.get(question.unit.id());
        if (product == null) {
            return unknownThen(question);
        }
        product = withMeters(product, question);
        var asked = new Engine.Asked(question.asOf, question.codes);
        Engine.Judged judged = Engine.judge(product, question.promises.of(product.item()), asked);
        List<Judgement> seen = seen(judged.lines(), question);
        List<CoverageView.PartView> partViews = new ArrayList<>(parts.parts().size());
        Map<Long, UnitRef> named = named(all);
        for (Chronicle.Part part : parts.parts()) {
            UnitFacts of = facts.get(part.unitId());
            UnitRef ref = named.get(part.unitId());
            if (of != null && ref != null) {
                partViews.add(part(part, of, ref, product, judged.lines(), question, asked));
            }
        }
        return view(question, product, seen, partViews, parts.more(), judged, named);
    }

    private static List<Judgement> seen(List<Judgement> lines, Question question) {
        return lines.stream().filter(line -> question.seen.test(line.promise())).toList();
    }

    private Map<Long, UnitRef> named(Collection<Unit> units) {
        Map<Long, UnitRef> named = new HashMap<>();
        refs.of(units).forEach(ref -> named.put(Long.valueOf(ref.unit()), ref));
        return named;
    }

    private static CoverageView.PartView part(
            Chronicle.Part part,
            UnitFacts facts,
            UnitRef ref,
            UnitFacts product,
            List<Judgement> lines,
            Question question,
            Engine.Asked asked) {
        When since = Turns.when(part.since());
        PartEngine.Judged judged = PartEngine.judge(
                new PartEngine.Built(facts, part.position(), since),
                product,
                lines,
                question.promises.naming(facts.item()),
                asked);
        List<Judgement> seen = seen(judged.lines(), question);
        CoverageViews.Standing standing = CoverageViews.standing(seen);
        return new CoverageView.PartView(
                ref,
                part.position(),
                String.valueOf(part.hostId()),
                EventDays.shown(since),
                judged.replacement(),
                standing.state(),
                CoverageViews.text(standing.until()),
                CoverageViews.lines(seen, product, question.asOf));
    }

    private static UnitFacts withMeters(UnitFacts facts, Question question) {
        if (question.meters.isEmpty()) {
            return facts;
        }
        List<UnitFacts.Reading> readings = new ArrayList<>(facts.readings());
        question.meters.forEach((name, amount) ->
                readings.add(new UnitFacts.Reading(name, true, amount, amount.toPlainString(), question.asOf)));
        return facts.withReadings(readings);
    }

    private CoverageView view(
            Question question,
            UnitFacts product,
            List<Judgement> seen,
            List<CoverageView.PartView> parts,
            boolean more,
            Engine.Judged judged,
            Map<Long, UnitRef> named) {
        CoverageViews.Standing standing = CoverageViews.standing(seen);
        List<RecallsOf.Standing> recalled = recalls(question.unit);
        UnitRef ref = named.get(question.unit.id());
        Set<String> codes = new HashSet<>();
        question.promises.of(product.item()).stream()
                .filter(question.seen)
                .forEach(promise -> codes.add(promise.code()));
        return new CoverageView(
                ref == null ? refs.of(question.unit) : ref,
                question.asOf.toString(),
                knownAt(question),
                standing.state(),
                CoverageViews.text(standing.until()),
                CoverageViews.facts(product),
                CoverageViews.lines(seen, product, question.asOf),
                parts,
                more,
                judged.considered().stream()
                        .filter(one -> codes.contains(one.term()))
                        .toList(),
                recalled.stream().map(RecallsOf.Standing::recall).toList(),
                recalled.stream().anyMatch(one -> one.remediedOn() == null));
    }

    private String knownAt(Question question) {
        return CoverageViews.time(question.knownAt == null ? clock.instant() : question.knownAt);
    }

    /** The recalls of a unit and of its lot. */
    private List<RecallsOf.Standing> recalls(Unit unit) {
        Map<Long, List<RecallsOf.Standing>> found =
                recalls.of(unit.lotId() == 0 ? List.of(unit.id()) : List.of(unit.id(), unit.lotId()));
        List<RecallsOf.Standing> own = new ArrayList<>(found.getOrDefault(unit.id(), List.of()));
        Set<RecallTag> tags = new HashSet<>();
        own.forEach(one -> tags.add(one.recall()));
        found.getOrDefault(unit.lotId(), List.of()).stream()
                .filter(one -> tags.add(one.recall()))
                .forEach(own::add);
        return own;
    }

    /** The unit was not recorded by then. */
    private CoverageView unknownThen(Question question) {
        var nothing = new CoverageView.FactsView(
                null, null, null, null, null, null, null, null, null, null, null, List.of(), List.of(), 0, null, null,
                0);
        return new CoverageView(
                refs.of(question.unit),
                question.asOf.toString(),
                knownAt(question),
                "unknown",
                null,
                nothing,
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of(),
                false);
    }
}
