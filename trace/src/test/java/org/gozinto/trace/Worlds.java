/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random small ledgers from a seed: lots and serials, runs, hosts, cartons, vessels, partners, mistakes. */
final class Worlds {

    private static final String[] LOTS = {"L1", "L2", "L3", "L4", "L5"};
    private static final String[] SERIALS = {"S1", "S2", "S3", "S4", "S5"};
    private static final String[] BINS = {"A", "B"};
    private static final String[] PARTNERS = {"C1", "C2"};
    private static final String[] RUNS = {"MO1", "MO2", "MO3"};
    private static final String[] VESSELS = {"MIX", "HEEL", "PLUG"};

    private final Random random;
    private final Story story = new Story();
    private final boolean withSpans;
    private final boolean withVoids;

    private Worlds(long seed, boolean withSpans, boolean withVoids) {
        this.random = new Random(seed);
        this.withSpans = withSpans;
        this.withVoids = withVoids;
    }

    static Story of(long seed, int acts, boolean withSpans, boolean withVoids) {
        return new Worlds(seed, withSpans, withVoids).tell(acts);
    }

    private Story tell(int acts) {
        story.serials("PART", SERIALS).containers("K1", "K2");
        story.vessel("MIX", Mixing.WELL_MIXED, 0);
        story.vessel("HEEL", Mixing.SINCE_CLEAN, 0);
        story.vessel("PLUG", Mixing.FIFO, 3);
        for (String lot : LOTS) {
            story.unit(lot);
        }
        for (int i = 0; i < acts; i++) {
            act(1 + i / 2 + random.nextInt(3));
        }
        return story;
    }

    private void act(long second) {
        switch (random.nextInt(withVoids ? 13 : 12)) {
            case 0 ->
                timed(story.act(Act.RECEIVE, second), second)
                        .line(lot(), 1 + random.nextInt(20), story.partner(pick(PARTNERS)), bin())
                        .done();
            case 1, 2 ->
                timed(story.act(Act.MOVE, second), second)
                        .line(lot(), qty(), bin(), bin())
                        .done();
            case 3 ->
                timed(story.act(Act.SHIP, second), second)
                        .line(lot(), qty(), bin(), story.partner(pick(PARTNERS)))
                        .done();
            case 4 ->
                timed(story.act(Act.RETURN, second), second)
                        .line(lot(), qty(), story.partner(pick(PARTNERS)), bin())
                        .done();
            case 5, 6 -> produce(second);
            case 7 ->
                timed(story.act(Act.INSTALL, second), second)
                        .line(serial(), 1, bin(), host())
                        .done();
            case 8 ->
                timed(story.act(Act.REMOVE, second), second)
                        .line(serial(), 1, host(), bin())
                        .done();
            case 9 ->
                timed(story.act(Act.MOVE, second), second)
                        .line(lot(), qty(), bin(), vessel())
                        .done();
            case 10 -> draw(second);
            case 11 -> pack(second);
            default -> story.undo(second, 1 + random.nextInt(Math.max(1, story.entryCount())));
        }
    }

    private void draw(long second) {
        if (random.nextInt(5) == 0) {
            story.clean(second, pick(VESSELS));
        } else {
            timed(story.act(Act.MOVE, second), second)
                    .line(lot(), qty(), vessel(), bin())
                    .done();
        }
    }

    private void pack(long second) {
        String carton = random.nextBoolean() ? "K1" : "K2";
        Story.Telling telling = timed(story.act(Act.MOVE, second), second);
        switch (random.nextInt(4)) {
            case 0 -> telling.line(serial(), 1, bin(), story.place(carton));
            case 1 -> telling.line(serial(), 1, story.place(carton), bin());
            case 2 -> telling.line(carton, 1, bin(), story.partner(pick(PARTNERS)));
            default -> telling.line(serial(), 1, bin(), story.partner(pick(PARTNERS)));
        }
        telling.done();
    }

    private void produce(long second) {
        Story.Telling run = story.run(second, pick(RUNS));
        if (withSpans && random.nextInt(4) == 0) {
            run.during(second, second + random.nextInt(5));
        }
        List<String> inputs = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            inputs.add(lot());
            run.in(inputs.getLast(), qty(), pick(BINS));
        }
        if (random.nextInt(3) == 0) {
            inputs.add(serial());
            run.in(inputs.getLast(), 1, pick(BINS));
        }
        List<String> outputs = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            outputs.add(random.nextBoolean() ? lot() : serial());
            run.out(outputs.getLast(), outputs.getLast().startsWith("S") ? 1 : qty(), pick(BINS));
        }
        if (!inputs.isEmpty() && !outputs.isEmpty() && random.nextInt(4) == 0) {
            run.link(inputs.getFirst(), outputs.getLast(), random.nextInt(3));
        }
        if (random.nextInt(5) == 0) {
            run.close();
        }
        run.done();
    }

    private Story.Telling timed(Story.Telling telling, long second) {
        if (withSpans && random.nextInt(4) == 0) {
            return random.nextInt(6) == 0 ? telling.anyTime() : telling.during(second, second + random.nextInt(5));
        }
        return telling;
    }

    private String pick(String[] names) {
        return names[random.nextInt(names.length)];
    }

    private String lot() {
        return pick(LOTS);
    }

    private String serial() {
        return pick(SERIALS);
    }

    private int bin() {
        return story.place(pick(BINS));
    }

    private int vessel() {
        return story.place(pick(VESSELS));
    }

    // Mistakes are in: a part may be said to be inside itself, and a trace must end all the same.
    private int host() {
        return story.host(pick(new String[] {"S1", "S2"}));
    }

    private long qty() {
        return 1 + random.nextInt(8);
    }
}
