/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.genealogy.Traces.Answered;
import org.gozinto.trace.Answer;
import org.gozinto.trace.Relation;

/** An answer of this moment, of which nothing is kept. What is asked of it is put into words when it is asked. */
public final class LiveAnswer {

    private final Answered answered;
    private final TraceViews views;

    LiveAnswer(Answered answered, TraceViews views) {
        this.answered = answered;
        this.views = views;
    }

    /** The last entry that was read. */
    public long seq() {
        return answered.answer().knownAtSeq();
    }

    public TraceView.SummaryView summary() {
        return views.view(answered.answer(), List.of(), "", null).summary();
    }

    /** Where its units are, counted. */
    public ScopeSpots spots() {
        return SpotCounter.count(answered.answer().units(), answered.book());
    }

    /**
     * Some units, in the order of the answer.
     *
     * @param left how many more there are
     */
    public record Some(List<TraceView.ReachedView> units, long left) {}

    /**
     * The units that the question names itself, or all the others; containers are none of them.
     *
     * @param max how many are put into words
     */
    public Some some(boolean seeds, int max) {
        Answer answer = answered.answer();
        List<TraceView.ReachedView> found = new ArrayList<>();
        long left = 0;
        for (int position = 0; position < answer.units().size(); position++) {
            boolean isSeed = answer.relation(position) == Relation.SEED;
            if (isSeed != seeds || views.isContainer(answer.unit(position))) {
                continue;
            }
            if (found.size() < max) {
                found.add(views.reached(answer.units().get(position)));
            } else {
                left++;
            }
        }
        return new Some(List.copyOf(found), left);
    }
}
