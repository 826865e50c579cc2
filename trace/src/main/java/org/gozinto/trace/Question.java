/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the graph, with the whole policy; the answer repeats it.
 *
 * @param asOfUs leave out what happened after this instant (microseconds since 1970 UTC); null for everything
 * @param knownAtSeq leave out entries with a greater seq; null for everything
 * @param knownAtUs leave out entries recorded after this instant; null for everything
 * @param killSteps steps that pass no label, such as "pasteurised"
 * @param floor the weakest precision followed; null for all
 * @param badPieces how many pieces of each seed lot are bad, 0 or more, for {@link Reached#chance()}; forward with
 *     amounts, for seeds that are counted in pieces; null when that is not asked
 */
public record Question(
        Direction direction,
        List<Seed> seeds,
        @Nullable Long asOfUs,
        @Nullable Long knownAtSeq,
        @Nullable Long knownAtUs,
        Hosts hosts,
        Contents contents,
        boolean amounts,
        @Nullable Contact contact,
        Set<String> killSteps,
        @Nullable Precision floor,
        Stop stop,
        Limits limits,
        @Nullable Long badPieces) {

    public Question {
        seeds = List.copyOf(seeds);
        killSteps = Set.copyOf(killSteps);
        if (badPieces != null && badPieces < 0) {
            throw new IllegalArgumentException(badPieces + " bad pieces");
        }
    }

    /** A question that does not ask for the chance of a bad piece. */
    public Question(
            Direction direction,
            List<Seed> seeds,
            @Nullable Long asOfUs,
            @Nullable Long knownAtSeq,
            @Nullable Long knownAtUs,
            Hosts hosts,
            Contents contents,
            boolean amounts,
            @Nullable Contact contact,
            Set<String> killSteps,
            @Nullable Precision floor,
            Stop stop,
            Limits limits) {
        this(
                direction,
                seeds,
                asOfUs,
                knownAtSeq,
                knownAtUs,
                hosts,
                contents,
                amounts,
                contact,
                killSteps,
                floor,
                stop,
                limits,
                null);
    }

    /** Where did these units go, by the default policy. */
    public static Question forward(Seed... seeds) {
        return of(Direction.FORWARD, seeds);
    }

    /** What are these units made from, by the default policy. */
    public static Question backward(Seed... seeds) {
        return of(Direction.BACKWARD, seeds);
    }

    private static Question of(Direction direction, Seed... seeds) {
        return new Question(
                direction,
                List.of(seeds),
                null,
                null,
                null,
                Hosts.NOW,
                Contents.EVER,
                false,
                null,
                Set.of(),
                null,
                Stop.NOWHERE,
                Limits.NONE);
    }

    /** The same question about other seeds. */
    public Question withSeeds(List<Seed> others) {
        return with(parts -> parts.seeds = others);
    }

    public Question asOf(@Nullable Long us) {
        return with(parts -> parts.asOfUs = us);
    }

    public Question knownAt(@Nullable Long seq, @Nullable Long us) {
        return with(parts -> {
            parts.knownAtSeq = seq;
            parts.knownAtUs = us;
        });
    }

    public Question hosts(Hosts which) {
        return with(parts -> parts.hosts = which);
    }

    public Question contents(Contents which) {
        return with(parts -> parts.contents = which);
    }

    public Question withAmounts() {
        return with(parts -> parts.amounts = true);
    }

    public Question contact(@Nullable Contact which) {
        return with(parts -> parts.contact = which);
    }

    public Question killSteps(Set<String> steps) {
        return with(parts -> parts.killSteps = steps);
    }

    public Question floor(@Nullable Precision weakest) {
        return with(parts -> parts.floor = weakest);
    }

    public Question stop(Stop where) {
        return with(parts -> parts.stop = where);
    }

    public Question limits(Limits most) {
        return with(parts -> parts.limits = most);
    }

    /** Asks how likely a bad piece is in each unit, when so many pieces of each seed lot are bad. */
    public Question badPieces(@Nullable Long ofEachSeed) {
        return with(parts -> parts.badPieces = ofEachSeed);
    }

    private Question with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.question();
    }

    /** A question while a part of it is changed. */
    private static final class Parts {
        private final Direction direction;
        private List<Seed> seeds;
        private @Nullable Long asOfUs;
        private @Nullable Long knownAtSeq;
        private @Nullable Long knownAtUs;
        private Hosts hosts;
        private Contents contents;
        private boolean amounts;
        private @Nullable Contact contact;
        private Set<String> killSteps;
        private @Nullable Precision floor;
        private Stop stop;
        private Limits limits;
        private @Nullable Long badPieces;

        private Parts(Question of) {
            direction = of.direction;
            seeds = of.seeds;
            asOfUs = of.asOfUs;
            knownAtSeq = of.knownAtSeq;
            knownAtUs = of.knownAtUs;
            hosts = of.hosts;
            contents = of.contents;
            amounts = of.amounts;
            contact = of.contact;
            killSteps = of.killSteps;
            floor = of.floor;
            stop = of.stop;
            limits = of.limits;
            badPieces = of.badPieces;
        }

        private Question question() {
            return new Question(
                    direction,
                    seeds,
                    asOfUs,
                    knownAtSeq,
                    knownAtUs,
                    hosts,
                    contents,
                    amounts,
                    contact,
                    killSteps,
                    floor,
                    stop,
                    limits,
                    badPieces);
        }
    }
}
