/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random ledgers as most are: what is made is new, has a run of its own, and is used afterwards. Now and then somebody
 * makes a mess: uses a run again, makes more of a lot, records late, does not know the time, or takes an act back.
 * {@link Worlds} are nothing but mess.
 */
final class Workshop {

    private static final String[] BINS = {"A", "B"};
    private static final String[] PARTNERS = {"ACME", "C1"};

    private final Random random;
    private final Story story = new Story().consumer("C1");
    private final List<String> bought = new ArrayList<>();
    private final List<String> lots = new ArrayList<>();
    private final List<String> serials = new ArrayList<>();
    private int names;
    private int runs;

    private Workshop(long seed) {
        this.random = new Random(seed);
    }

    static Story of(long seed, int acts) {
        var workshop = new Workshop(seed);
        workshop.story.vessel("TANK", Mixing.WELL_MIXED, 0).containers("K1");
        workshop.buy(1);
        for (int i = 0; i < acts; i++) {
            workshop.act(2 + i / 2);
        }
        return workshop.story;
    }

    private boolean isMess() {
        return random.nextInt(12) == 0;
    }

    private void act(long now) {
        long second = isMess() ? Math.max(1, now - 1 - random.nextInt(8)) : now;
        switch (random.nextInt(11)) {
            case 0 -> buy(second);
            case 1, 2 -> makeLot(second);
            case 3, 4, 5 -> makeSerials(second);
            case 6 -> story.ship(second, any(), 1, bin(), pick(PARTNERS));
            case 7 -> install(second);
            case 8 -> move(second);
            case 9 -> pack(second);
            default -> {
                if (isMess()) {
                    story.undo(second, 1 + random.nextInt(Math.max(1, story.entryCount())));
                } else {
                    story.move(second, any(), 1, bin(), bin());
                }
            }
        }
    }

    private void buy(long second) {
        String lot = "R" + names++;
        story.unit(lot);
        bought.add(lot);
        story.receive(second, lot, 10 + random.nextInt(20), "ACME", bin());
    }

    private String run() {
        return isMess() && runs > 0 ? "MO" + random.nextInt(runs) : "MO" + runs++;
    }

    private void makeLot(long second) {
        Story.Telling run = timed(story.run(second, run()), second);
        feed(run);
        String lot = isMess() && !lots.isEmpty() ? pick(lots) : "L" + names++;
        if (!lots.contains(lot)) {
            story.unit(lot);
            lots.add(lot);
        }
        run.out(lot, 4 + random.nextInt(9), bin());
        finish(run);
    }

    private void makeSerials(long second) {
        Story.Telling run = timed(story.run(second, run()), second);
        feed(run);
        for (int i = isMess() ? 2 : 1; i > 0; i--) {
            String serial = "S" + names++;
            if (!lots.isEmpty() && random.nextInt(5) == 0) {
                story.serial(serial, "PIECE", pick(lots));
            } else {
                story.serials("PART", serial);
            }
            serials.add(serial);
            run.out(serial, 1, bin());
        }
        finish(run);
    }

    private void feed(Story.Telling run) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String unit = any();
            run.in(unit, unit.startsWith("S") ? 1 : 1 + random.nextInt(4), bin());
        }
    }

    private void finish(Story.Telling run) {
        if (isMess()) {
            run.step("pasteurised");
        }
        if (random.nextInt(3) > 0) {
            run.close();
        }
        run.done();
    }

    private void install(long second) {
        if (serials.size() > 1) {
            String host = pick(serials);
            String part = any();
            if (!part.equals(host)) {
                story.install(second, part, host, bin());
            }
        }
    }

    private void move(long second) {
        int tank = story.place("TANK");
        Story.Telling move = timed(story.act(Act.MOVE, second), second);
        if (random.nextBoolean()) {
            move.line(any(), 1, story.place(bin()), tank).done();
        } else {
            move.line(any(), 1, tank, story.place(bin())).done();
        }
        if (isMess()) {
            story.clean(second, "TANK");
        }
    }

    private void pack(long second) {
        Story.Telling pack = timed(story.act(Act.PACK, second), second);
        int carton = story.place("K1");
        if (random.nextInt(3) > 0) {
            pack.line(any(), 1, story.place(bin()), carton).done();
        } else {
            pack.line("K1", 1, story.place(bin()), isMess() ? story.place("TANK") : story.partner("C1"))
                    .done();
        }
    }

    private Story.Telling timed(Story.Telling telling, long second) {
        return random.nextInt(40) == 0 ? telling.during(second, second + random.nextInt(5)) : telling;
    }

    private String any() {
        int kinds = random.nextInt(6);
        if (kinds < 3 && !serials.isEmpty()) {
            return pick(serials);
        }
        return kinds < 5 && !lots.isEmpty() ? pick(lots) : pick(bought);
    }

    private String bin() {
        return BINS[random.nextInt(4) == 0 ? 1 : 0];
    }

    private String pick(String[] names) {
        return names[random.nextInt(names.length)];
    }

    // What is new is nearer at hand.
    private String pick(List<String> names) {
        int back = Math.min(random.nextInt(names.size()), random.nextInt(names.size()));
        return names.get(names.size() - 1 - back);
    }
}
