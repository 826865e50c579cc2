/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gozinto.ledger.Outcome;
import tools.jackson.databind.JsonNode;

/**
 * A made-up history: acts in requests, with the verdict that each must get.
 *
 * @param requests in their order
 * @param end the plain book after all of them
 */
record World(List<Request> requests, Naive end) {

    /** What must become of an act. */
    enum Verdict {
        RECORDED,
        REPEATED,
        REFUSED;

        static Verdict of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Recorded recorded -> RECORDED;
                case Outcome.Repeated repeated -> REPEATED;
                case Outcome.Refused refused -> REFUSED;
            };
        }
    }

    /** Acts that are sent together. */
    record Request(List<JsonNode> acts, boolean atomic, List<Verdict> verdicts) {}

    /** The history of this many acts that comes from the seed; a shorter one is its beginning. */
    static World of(long seed, int count) {
        var random = new Random(seed);
        var naive = new NaiveActs();
        var acts = new RandomActs(random, naive);
        Map<String, JsonNode> recorded = new HashMap<>();
        List<Request> requests = new ArrayList<>();
        int made = 0;
        while (made < count) {
            int size = random.nextInt(3) == 0 ? 1 + random.nextInt(6) : 1;
            boolean atomic = random.nextInt(5) == 0;
            Naive before = naive.book().copy();
            Map<String, JsonNode> recordedBefore = Map.copyOf(recorded);
            List<JsonNode> sent = new ArrayList<>();
            List<Verdict> verdicts = new ArrayList<>();
            for (int i = 0; i < size && made < count; i++, made++) {
                JsonNode act = acts.next();
                sent.add(act);
                verdicts.add(verdict(act, naive, recorded));
            }
            if (atomic && verdicts.contains(Verdict.REFUSED)) {
                naive.restore(before);
                recorded = new HashMap<>(recordedBefore);
                verdicts.replaceAll(v -> v == Verdict.RECORDED ? Verdict.REFUSED : v);
                repeatsOfWhatIsNotRecorded(sent, verdicts, recorded);
            }
            requests.add(new Request(sent, atomic, verdicts));
        }
        return new World(requests, naive.book());
    }

    private static Verdict verdict(JsonNode act, NaiveActs naive, Map<String, JsonNode> recorded) {
        String id = act.get("id").stringValue();
        JsonNode before = recorded.get(id);
        if (before != null) {
            return before.equals(act) ? Verdict.REPEATED : Verdict.REFUSED;
        }
        if (!naive.accepts(act)) {
            return Verdict.REFUSED;
        }
        recorded.put(id, act);
        return Verdict.RECORDED;
    }

    /** An act that stood twice in a request of which nothing was recorded is refused both times. */
    private static void repeatsOfWhatIsNotRecorded(
            List<JsonNode> sent, List<Verdict> verdicts, Map<String, JsonNode> recorded) {
        for (int i = 0; i < sent.size(); i++) {
            if (!recorded.containsKey(sent.get(i).get("id").stringValue())) {
                verdicts.set(i, Verdict.REFUSED);
            }
        }
    }

    /** The acts that were recorded, in their order. */
    List<JsonNode> recorded() {
        List<JsonNode> recorded = new ArrayList<>();
        for (Request request : requests) {
            for (int i = 0; i < request.acts.size(); i++) {
                if (request.verdicts.get(i) == Verdict.RECORDED) {
                    recorded.add(request.acts.get(i));
                }
            }
        }
        return recorded;
    }
}
