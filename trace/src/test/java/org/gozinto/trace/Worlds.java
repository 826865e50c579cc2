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
    private static final String[] MEMBERS = {"M1", "M2"};
    private static final String[] RICH_INPUTS = {"M1", "M2", "DUST", "K1", "K2"};
    private static final String[] BINS = {"A", "B"};
    private static final String[] PARTNERS = {"C1", "C2"};
    private static final String[] RUNS = {"MO1", "MO2", "MO3"};
    private static final String[] VESSELS = {"MIX", "HEEL", "PLUG"};

    private final Random random;
    private final Story story = new Story().consumer("C1");
    private final boolean withSpans;
    private final boolean withVoids;
    /** With serials of a lot, untracked stock, steps, documents, nested cartons, losses and finds too. */
    private final boolean isRich;

    private Worlds(long seed, boolean withSpans, boolean withVoids, boolean isRich) {
        this.random = new Random(seed);
        this.withSpans = withSpans;
        this.withVoids = withVoids;
        this.isRich = isRich;
    }

    static Story of(long seed, int acts, boolean withSpans, boolean withVoids) {
        return new Worlds(seed, withSpans, withVoids, false).tell(acts);
    }

    /** All that can be told; spans and voids in every other world. */
    static Story rich(long seed, int acts) {
        var random = new Random(seed);
        return new Worlds(seed, random.nextBoolean(), random.nextBoolean(), true).tell(acts);
    }

    private Story tell(int acts) {
        story.serials("PART", SERIALS).containers("K1", "K2");
        story.vessel("MIX", Mixing.WELL_MIXED, 0);
        story.vessel("HEEL", Mixing.SINCE_CLEAN, 0);
        story.vessel("PLUG", Mixing.FIFO, 3);
        for (String lot : LOTS) {
            story.unit(lot);
        }
        if (isRich) {
            for (String serial : MEMBERS) {
                story.serial(serial, "PIECE", "L1");
            }
            story.untracked("DUST");
        }
        for (int i = 0; i < acts; i++) {
            long second = 1 + i / 2 + random.nextInt(3);
            if (isRich && random.nextInt(3) == 0) {
                richAct(second);
            } else {
                act(second);
            }
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

    private void richAct(long second) {
        switch (random.nextInt(9)) {
            case 0 -> one(Act.COMMISSION, second, anything(), story.place("OUTSIDE"), bin());
            case 1 -> one(Act.ADJUST, second, anything(), story.place("ADJUSTMENT"), bin());
            case 2 -> one(Act.ADJUST, second, anything(), bin(), story.place("ADJUSTMENT"));
            case 3 -> one(Act.SCRAP, second, anything(), anyPlace(), story.place("SCRAP"));
            case 4 -> one(Act.MOVE, second, anything(), anyPlace(), story.place("UNKNOWN"));
            case 5 -> one(Act.MOVE, second, anything(), story.place("UNKNOWN"), bin());
            case 6 -> one(Act.PACK, second, random.nextBoolean() ? "K1" : anything(), bin(), story.place("K2"));
            case 7 -> one(Act.MOVE, second, "K2", bin(), random.nextBoolean() ? vessel() : bin());
            default -> several(second);
        }
    }

    private void one(Act act, long second, String unit, int from, int to) {
        Story.Telling telling = timed(story.act(act, second), second).line(unit, qtyOf(unit), from, to);
        (random.nextInt(3) == 0 ? telling.document("D" + random.nextInt(3)) : telling).done();
    }

    /** Lines that feed each other, and lines of the same unit. */
    private void several(long second) {
        Story.Telling telling = timed(story.act(Act.MOVE, second), second);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            String unit = anything();
            telling.line(unit, qtyOf(unit), anyPlace(), anyPlace());
        }
        telling.document("D" + random.nextInt(3)).done();
    }

    private String anything() {
        return switch (random.nextInt(5)) {
            case 0 -> serial();
            case 1 -> pick(MEMBERS);
            case 2 -> "DUST";
            default -> lot();
        };
    }

    private long qtyOf(String unit) {
        return unit.startsWith("L") || unit.equals("DUST") ? qty() : 1;
    }

    private int anyPlace() {
        return switch (random.nextInt(6)) {
            case 0 -> story.partner(pick(PARTNERS));
            case 1 -> vessel();
            case 2 -> story.place(random.nextBoolean() ? "K1" : "K2");
            case 3 -> host();
            default -> bin();
        };
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
            inputs.add(isRich && random.nextInt(4) == 0 ? pick(RICH_INPUTS) : serial());
            run.in(inputs.getLast(), 1, pick(BINS));
        }
        if (isRich && random.nextInt(5) == 0) {
            run.step("pasteurised");
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
