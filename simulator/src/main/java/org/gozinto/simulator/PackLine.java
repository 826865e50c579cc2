/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.gozinto.simulator.Heaps.Heap;

/**
 * Makes battery packs from cells and glue, in four manners that differ in what the acts tell: one run a pack (precise
 * by itself), one run for several packs without links (order), the same with links of the cells (precise again for
 * cells), and a run that is fed and emptied twice (what is fed later is not in the earlier packs).
 */
final class PackLine {

    static final int RUSH_LINE = 2;
    private static final int RUSH_LOTS = 3;
    private static final int RUSH_PEOPLE = 4;

    private final Works works;
    private final Receiving receiving;
    private final Desk desk;
    private final TruthBook book;

    /** So much of a lot was taken from the line. */
    private record Draw(int lot, long qty) {}

    /** What the packs of one entry were given, pack by pack: lot to quantity, zero where it is only possible. */
    private record Charge(List<Draw> cells, List<Draw> glue, List<SequencedMap<Integer, Long>> packs) {}

    PackLine(Works works, Receiving receiving) {
        this.works = works;
        this.receiving = receiving;
        this.desk = works.desk();
        this.book = works.book();
    }

    /** One job: a few packs, tested, and brought to the assembly. */
    void job(Floor floor) {
        int count = desk.between(3, 6);
        receiving.bringLots(floor, Ware.CELL, (long) count * Plan.CELLS_PER_PACK);
        receiving.bringLots(floor, Ware.ADHESIVE, (long) count * Plan.GLUE_PER_PACK);
        boolean bad = works.story().isBadLot(floor.lineCells.first().lot);
        double dice = desk.random.nextDouble();
        List<Integer> packs = new ArrayList<>();
        if ((bad && works.story().takeSharedRun()) || dice < 0.10) {
            packs.addAll(entry(floor, count, new Manner(desk.newRun(), false, true), Map.of()));
        } else if (dice < 0.16) {
            packs.addAll(entry(floor, count, new Manner(desk.newRun(), true, true), Map.of()));
        } else if (dice < 0.20) {
            packs.addAll(staged(floor, count));
        } else {
            for (int i = 0; i < count; i++) {
                packs.addAll(entry(floor, 1, new Manner(desk.newRun(), false, true), Map.of()));
            }
        }
        passOn(floor, packs);
    }

    /**
     * A dozen packs within two hours on line 2, of several lots of cells in turns: a large order is due. Nobody sees
     * that the welding head is worn.
     */
    void rush(Floor floor) {
        int count = works.plan().rushPacks();
        receiving.bringMixed(floor, Ware.CELL, (long) count * Plan.CELLS_PER_PACK, RUSH_LOTS);
        receiving.bringLots(floor, Ware.ADHESIVE, (long) count * Plan.GLUE_PER_PACK);
        List<Integer> packs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Station station = new Station(RUSH_LINE, 1 + i % RUSH_PEOPLE);
            desk.advanceTo(desk.nowMs() + works.plan().rushStepMs(), 1_000);
            floor.lineCells.rotate();
            Charge charge = charge(floor, 1, Map.of(), false);
            int pack = post(floor, charge, new Manner(desk.newRun(), false, true), station)
                    .getFirst();
            book.weldedBadly(pack, desk.nowMs());
            packs.add(pack);
        }
        passOn(floor, packs);
    }

    /** Where and by whom packs are welded. */
    private record Station(int line, int operator) {}

    /** Makes a new pack from an old one and fresh cells, on the rework bench. */
    int refurbish(Floor floor, int old) {
        int fresh = desk.between(3, 8);
        receiving.bringLots(floor, Ware.CELL, fresh);
        List<Draw> cells = draw(floor.lineCells, fresh);
        int run = desk.newRun();
        List<Line> consume = new ArrayList<>();
        consume.add(Desk.serialLine(old).out(desk.place(desk.placeOf(old))));
        consume.addAll(lines(floor, cells));
        List<TruthBook.Input> inputs = new ArrayList<>();
        inputs.add(new TruthBook.Input(~Ware.number(old), 1));
        cells.forEach(draw -> inputs.add(new TruthBook.Input(draw.lot(), draw.qty())));
        int bench = floor.places.quality().rework();
        int pack = newPack(inputs, bench);
        List<Line> produce = List.of(Desk.serialLine(pack).into(desk.place(bench)));
        Header header = desk.header(floor)
                .because("refurbished")
                .doneBy("op-" + (30 + run % 3), floor.site.code() + "-BENCH", "refurbish");
        desk.post(new Act.Produce(header, Desk.runCode(run), consume, produce, List.of(), true));
        book.put(old, Spot.run(run));
        return pack;
    }

    private record Manner(int run, boolean linked, boolean close) {}

    private List<Integer> staged(Floor floor, int count) {
        int run = desk.newRun();
        int early = count / 2;
        Charge first = charge(floor, early, Map.of(), false);
        List<Integer> packs = post(floor, first, new Manner(run, false, false));
        Map<Integer, Long> before = new LinkedHashMap<>();
        first.packs().forEach(before::putAll);
        before.replaceAll((lot, qty) -> 0L);
        packs.addAll(entry(floor, count - early, new Manner(run, false, true), before));
        return packs;
    }

    private List<Integer> entry(Floor floor, int count, Manner manner, Map<Integer, Long> before) {
        return post(floor, charge(floor, count, before, manner.linked()), manner);
    }

    /** Takes what the packs need, and lays down which pack really gets what. */
    private Charge charge(Floor floor, int count, Map<Integer, Long> before, boolean linked) {
        long[] cells = new long[count];
        long[] glue = new long[count];
        long glueTotal = 0;
        for (int i = 0; i < count; i++) {
            cells[i] = Plan.CELLS_PER_PACK;
            glue[i] = desk.between(Plan.GLUE_PER_PACK - 20, Plan.GLUE_PER_PACK);
            glueTotal += glue[i];
        }
        List<Draw> cellDraws = draw(floor.lineCells, (long) count * Plan.CELLS_PER_PACK);
        List<Draw> glueDraws = draw(floor.lineGlue, glueTotal);
        List<SequencedMap<Integer, Long>> packs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SequencedMap<Integer, Long> pack = new LinkedHashMap<>();
            if (!linked) {
                cellDraws.forEach(draw -> pack.put(draw.lot(), 0L));
            }
            glueDraws.forEach(draw -> pack.put(draw.lot(), 0L));
            before.forEach(pack::putIfAbsent);
            packs.add(pack);
        }
        pour(cellDraws, cells, packs);
        pour(glueDraws, glue, packs);
        return new Charge(cellDraws, glueDraws, packs);
    }

    /** Fills the packs one after the other from one draw after the other. */
    private static void pour(List<Draw> draws, long[] wants, List<SequencedMap<Integer, Long>> packs) {
        int pack = 0;
        for (Draw draw : draws) {
            long left = draw.qty();
            while (left > 0) {
                long qty = Math.min(left, wants[pack]);
                packs.get(pack).merge(draw.lot(), qty, Long::sum);
                wants[pack] -= qty;
                left -= qty;
                if (wants[pack] == 0) {
                    pack++;
                }
            }
        }
    }

    private List<Integer> post(Floor floor, Charge charge, Manner manner) {
        int line = desk.between(1, 4);
        return post(floor, charge, manner, new Station(line, desk.between(1, 9)));
    }

    private List<Integer> post(Floor floor, Charge charge, Manner manner, Station at) {
        int line = floor.places.packLine();
        List<Integer> packs = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (SequencedMap<Integer, Long> given : charge.packs()) {
            List<TruthBook.Input> inputs = new ArrayList<>(given.size());
            given.forEach((lot, qty) -> inputs.add(new TruthBook.Input(lot, qty)));
            int pack = newPack(inputs, line);
            packs.add(pack);
            if (manner.linked()) {
                inputs.forEach(input -> link(input, pack, links));
            }
        }
        List<Line> consume = new ArrayList<>(lines(floor, charge.cells()));
        consume.addAll(lines(floor, charge.glue()));
        int[] made = packs.stream().mapToInt(Integer::intValue).toArray();
        List<Line> produce = List.of(Desk.serialLine(made).into(desk.place(line)));
        String equipment = floor.site.code() + "-LINE-" + at.line();
        Header header = desk.header(floor).doneBy("op-" + at.operator(), equipment, "weld");
        desk.post(new Act.Produce(header, Desk.runCode(manner.run()), consume, produce, links, manner.close()));
        return packs;
    }

    /** Cells are linked; glue comes from a drum and nobody writes down which pack it went to. */
    private void link(TruthBook.Input input, int pack, List<Link> links) {
        TruthBook.Lot lot = book.lot(input.source());
        if (lot.ware() == Ware.CELL) {
            Unit in = Unit.lot(lot.ware().code(), lot.number());
            links.add(new Link(in, Ware.unit(pack), lot.ware().quantity(input.qty())));
        }
    }

    private List<Draw> draw(Heaps heaps, long qty) {
        List<Draw> draws = new ArrayList<>(2);
        for (long left = qty; left > 0; ) {
            Heap heap = heaps.first();
            long taken = Math.min(left, heap.qty());
            draws.add(new Draw(heap.lot, taken));
            book.changeHolding(heap.lot, heap.place, -taken);
            heaps.change(heap, -taken);
            left -= taken;
        }
        return draws;
    }

    private List<Line> lines(Floor floor, List<Draw> draws) {
        String from = desk.place(floor.places.packLine());
        return draws.stream()
                .map(draw -> desk.lotLine(draw.lot(), draw.qty()).out(from))
                .toList();
    }

    private int newPack(List<TruthBook.Input> inputs, int location) {
        int pack = book.newPack(inputs, Spot.location(location));
        works.story().packMade(pack, inputs);
        return pack;
    }

    private void passOn(Floor floor, List<Integer> packs) {
        List<Integer> good = new ArrayList<>();
        for (int pack : packs) {
            if (desk.chance(0.012)) {
                desk.scrapPiece(floor, pack, "failed the end-of-line test");
            } else {
                good.add(pack);
            }
        }
        if (!good.isEmpty()) {
            int[] pieces = good.stream().mapToInt(Integer::intValue).toArray();
            desk.movePieces(floor, pieces, floor.places.packLine(), floor.places.assembly());
            floor.linePacks.addAll(pieces);
        }
    }
}
