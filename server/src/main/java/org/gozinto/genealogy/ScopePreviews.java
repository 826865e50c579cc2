/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gozinto.genealogy.SideBySideView.AskedSide;
import org.gozinto.genealogy.SideBySideView.Pair;
import org.gozinto.genealogy.SideBySideView.Side;
import org.gozinto.genealogy.Traces.Scoped;
import org.gozinto.ledger.Faults;
import org.gozinto.trace.Answer;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Shows what scopes would say before they are frozen, one or several beside each other. */
final class ScopePreviews {

    private static final int SIDES_MAX = 8;
    private static final int NAME_LENGTH_MAX = 200;

    private final Traces traces;

    ScopePreviews(Traces traces) {
        this.traces = traces;
    }

    PreviewView preview(SideBySideView.Asked asked) {
        var faults = new Faults();
        Scopes.expectWhole(faults, "/question", asked.question());
        ScopeFigures.Costs costs = ScopeFigures.costs(faults, asked.unitCosts(), asked.currency());
        faults.refuse("There is no preview");
        return seen(checked(asked.question()), "/question/", costs).view();
    }

    private static ScopeQuestion checked(@Nullable ScopeQuestion question) {
        if (question == null) {
            throw new IllegalStateException("a missing question is refused");
        }
        return question;
    }

    private record Seen(PreviewView view, Answer answer) {}

    private Seen seen(ScopeQuestion question, String pointer, ScopeFigures.Costs costs) {
        long start = System.nanoTime();
        Scoped scoped = Scopes.pointed(pointer, () -> traces.scoped(question, false));
        Answer answer = scoped.answered().answer();
        TraceView view =
                traces.views(scoped.answered()).view(answer, List.of(), traces.hash(answer.knownAtSeq()), null);
        long partners = view.summary().consignees().stream()
                .map(TraceView.Consignee::partner)
                .distinct()
                .count();
        return new Seen(
                new PreviewView(
                        view.complete(),
                        view.cuts().size(),
                        view.knownAt(),
                        answer.units().size(),
                        ScopeFigures.items(view.summary()),
                        (int) partners,
                        view.summary(),
                        view.balance(),
                        scoped.emptySeeds(),
                        ScopeFigures.cost(view.summary(), costs),
                        msSince(start)),
                answer);
    }

    private static long msSince(long startNs) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
    }

    SideBySideView compare(SideBySideView.AskedSides asked) {
        long start = System.nanoTime();
        var faults = new Faults();
        List<AskedSide> sides = asked.questions() == null ? List.of() : asked.questions();
        faults.expect(
                !sides.isEmpty() && sides.size() <= SIDES_MAX,
                "/questions",
                asked.questions() == null ? "is missing" : "has " + sides.size(),
                "1 to " + SIDES_MAX + " questions with names");
        checkSides(faults, sides);
        ScopeFigures.Costs costs = ScopeFigures.costs(faults, asked.unitCosts(), asked.currency());
        faults.refuse("Nothing can be compared");
        String head = String.valueOf(traces.head());
        List<Side> shown = new ArrayList<>();
        List<Pair> pairs = new ArrayList<>();
        var first = new RoaringBitmap();
        for (int i = 0; i < sides.size(); i++) {
            ScopeQuestion question = checked(sides.get(i).question());
            // All of one state of the ledger, unless a question says another.
            ScopeQuestion pinned = question.trace().knownAt() == null ? question.knownAt(head) : question;
            Seen seen = seen(pinned, "/questions/" + i + "/question/", costs);
            String name = String.valueOf(sides.get(i).name());
            shown.add(new Side(name, seen.view()));
            RoaringBitmap ids = Scopes.ids(seen.answer());
            if (i == 0) {
                first = ids;
            } else {
                pairs.add(pair(name, first, ids));
            }
        }
        return new SideBySideView(shown, pairs, msSince(start));
    }

    private static Pair pair(String name, RoaringBitmap first, RoaringBitmap other) {
        long both = RoaringBitmap.andCardinality(first, other);
        return new Pair(name, first.getLongCardinality() - both, both, other.getLongCardinality() - both);
    }

    private static void checkSides(Faults faults, List<AskedSide> sides) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < Math.min(sides.size(), SIDES_MAX); i++) {
            AskedSide side = sides.get(i);
            String name = side == null ? null : side.name();
            String pointer = "/questions/" + i;
            boolean isName = faults.expect(
                    name != null && !name.isBlank() && name.length() <= NAME_LENGTH_MAX && Faults.isKeepable(name),
                    pointer + "/name",
                    name == null ? "is missing" : "is empty, too long, or has a NUL or half a character",
                    "1 to " + NAME_LENGTH_MAX + " characters");
            faults.expect(
                    !isName || names.add(String.valueOf(name)), pointer + "/name", "is given twice", "a name for each");
            Scopes.expectWhole(faults, pointer + "/question", side == null ? null : side.question());
        }
    }
}
