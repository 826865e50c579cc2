/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.SplittableRandom;

/**
 * One year of the scooter maker. A day is a list of tasks in a random order, spread over the working hours; a task
 * writes its acts when its turn comes, and only then. So acts are in the order of time and of cause, and no more than
 * one task's acts are ever kept.
 */
final class ScooterLife implements Simulation<ScooterTruth> {

    private static final LocalTime OPENS = LocalTime.of(5, 0);
    private static final long OPEN_MS = 15 * 3_600_000L;
    /** A task has a handful of acts; so they fit before the next begins, mostly. */
    private static final int ACTS_A_TASK = 12;

    private static final int MOST_STEP_MS = 120_000;

    private final Plan plan;
    private final Works works;
    private final Receiving receiving;
    private final Assembly assembly;
    private final PackLine packLine;
    private final Dispatch dispatch;
    private final Upkeep upkeep;
    private final Queue<Act> out;
    private final Settings settings;
    private final Catalog catalog;

    private int nextDay;
    private List<Runnable> tasks = List.of();
    private int nextTask;
    private long dayStartMs;

    ScooterLife(Settings settings) {
        this.plan = new Plan(settings);
        this.settings = settings;
        this.catalog = new Catalog(settings);
        TruthBook book = new TruthBook();
        SplittableRandom random = new SplittableRandom(settings.seed());
        Desk desk = new Desk(catalog, book, new ActIds(settings.seed()), random);
        List<Floor> floors = catalog.sites().stream().map(Floor::new).toList();
        this.works = new Works(plan, desk, new Agenda(plan.days()), new Storyline(), floors);
        this.receiving = new Receiving(works);
        this.packLine = new PackLine(works, receiving);
        this.assembly = new Assembly(works, receiving, packLine);
        Service service = new Service(works, packLine, assembly);
        this.dispatch = new Dispatch(works, receiving, assembly, service);
        this.upkeep = new Upkeep(works, dispatch);
        this.out = desk.out();
    }

    @Override
    public boolean hasNext() {
        while (out.isEmpty()) {
            if (nextTask < tasks.size()) {
                runTask();
            } else if (nextDay < plan.days()) {
                beginDay(nextDay++);
            } else {
                return false;
            }
        }
        return true;
    }

    @Override
    public Act next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the year is over");
        }
        return out.remove();
    }

    @Override
    public ScooterTruth truth() {
        if (hasNext()) {
            throw new IllegalStateException("take all acts first: the book runs ahead of them");
        }
        String lot = ScooterMaker.of(settings).story().lot();
        Troubles troubles = new Riders(works.book(), catalog, settings).heard(lot);
        return new ScooterTruth(works.book(), catalog, troubles);
    }

    private void runTask() {
        long slotMs = OPEN_MS / tasks.size();
        long stepMs = Math.clamp(slotMs / ACTS_A_TASK, 1, MOST_STEP_MS);
        works.desk().advanceTo(dayStartMs + slotMs * nextTask, (int) stepMs);
        tasks.get(nextTask++).run();
    }

    private void beginDay(int day) {
        LocalDate date = plan.date(day);
        Instant opens = date.atTime(OPENS).toInstant(ZoneOffset.UTC);
        dayStartMs = opens.toEpochMilli();
        works.agenda().begin(day);
        receiving.begin(date);
        for (Floor floor : works.floors()) {
            floor.offsetMinutes = floor.site.zone().getRules().getOffset(opens).getTotalSeconds() / 60;
        }
        List<Runnable> morning = new ArrayList<>();
        if (day == plan.storyDay()) {
            morning.add(() -> receiving.receiveStoryLot(works.floors().getFirst()));
        }
        int builds = plan.builds(day);
        for (Floor floor : works.floors()) {
            if (day == 0) {
                morning.add(() -> receiving.openingStock(floor));
            }
            morning.add(() -> receiving.scrapOldGlue(floor));
            morning.add(() -> receiving.restock(floor, builds));
        }
        if (day == plan.rushDay()) {
            morning.add(() -> packLine.rush(works.floors().getFirst()));
        }
        List<Runnable> rest = new ArrayList<>(works.agenda().due());
        production(builds, rest);
        upkeep.plan(builds, rest);
        shuffle(rest);
        morning.addAll(rest);
        tasks = morning;
        nextTask = 0;
    }

    private void production(int builds, List<Runnable> tasks) {
        Floor first = works.floors().get(0);
        Floor second = works.floors().get(1);
        for (int i = 0; i < builds; i++) {
            Floor floor = works.desk().chance(0.6) ? first : second;
            tasks.add(() -> assembly.build(floor));
        }
        for (Floor floor : works.floors()) {
            int keep = Math.max(3, builds / 3);
            int orders = (floor.finished.size() + builds / 2) / plan.typicalOrder + 1;
            for (int i = 0; i < orders; i++) {
                tasks.add(() -> dispatch.order(floor, keep));
            }
            tasks.add(() -> dispatch.spareOfStory(floor));
        }
    }

    private void shuffle(List<Runnable> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int other = works.desk().random.nextInt(i + 1);
            list.set(i, list.set(other, list.get(i)));
        }
    }
}
