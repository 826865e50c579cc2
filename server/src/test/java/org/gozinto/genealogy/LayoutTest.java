/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gozinto.trace.Precision;
import org.junit.jupiter.api.Test;

/** Folding and laying out, on graphs of all kinds. jqwik prints the seed of a graph on which something fails. */
class LayoutTest {

    private static final String[] ITEMS = {"CELL", "PACK", "SCOOTER"};

    private static Figure.Spot spot(int number, Random random, boolean seed) {
        return new Figure.Spot(
                "u" + (number + 1),
                Figure.Kind.SERIAL,
                number,
                ITEMS[random.nextInt(ITEMS.length)],
                "S" + number,
                "",
                Figure.State.values()[random.nextInt(3)],
                random.nextBoolean() ? "in stock" : "shipped",
                "",
                seed);
    }

    /** Spots in layers, ties mostly to later ones and now and then back. */
    private static Figure random(long seed) {
        var random = new Random(seed);
        int count = 1 + random.nextInt(400);
        List<Figure.Spot> spots = new ArrayList<>();
        List<Figure.Tie> ties = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < count; i++) {
            spots.add(spot(i, random, i < 2));
            for (int n = 1 + random.nextInt(3); i > 0 && n > 0; n--) {
                int from = random.nextInt(3) == 0 ? random.nextInt(i) : i / (2 + random.nextInt(8));
                boolean back = random.nextInt(20) == 0;
                long key = back ? (long) i << 32 | from : (long) from << 32 | i;
                if (from != i && seen.add(key)) {
                    Precision precision = Precision.values()[random.nextInt(4)];
                    ties.add(new Figure.Tie(back ? i : from, back ? from : i, precision));
                }
            }
        }
        return new Figure(spots, ties, random.nextBoolean());
    }

    private static Layout.Placed placed(Figure figure, Folding.Folded folded) {
        int[] ranks = folded.boxes().stream().mapToInt(Folding.Box::rank).toArray();
        return Layout.of(
                Ranks.columns(ranks, figure.forward()),
                folded.lines().stream()
                        .map(line -> new int[] {line.from(), line.to()})
                        .toList());
    }

    @Property(tries = 150)
    void noBoxesOverlapAndAllAreInsideThePicture(@ForAll long seed) {
        Figure figure = random(seed);
        Layout.Placed placed = placed(figure, Folding.of(figure, Ranks.of(figure), 120, Set.of()));
        List<Layout.Spot> spots = placed.spots();
        for (int a = 0; a < spots.size(); a++) {
            assertThat(spots.get(a).x()).isBetween(0, placed.width() - Layout.BOX_WIDTH);
            assertThat(spots.get(a).y()).isBetween(0, placed.height() - Layout.BOX_HEIGHT);
            for (int b = 0; b < a; b++) {
                boolean apart = Math.abs(spots.get(a).x() - spots.get(b).x()) >= Layout.BOX_WIDTH
                        || Math.abs(spots.get(a).y() - spots.get(b).y()) >= Layout.BOX_HEIGHT;
                assertThat(apart).as("%s and %s", spots.get(a), spots.get(b)).isTrue();
            }
        }
    }

    @Property(tries = 150)
    void everySpotIsInOneBoxAndEveryTieInOneLine(@ForAll long seed) {
        Figure figure = random(seed);
        int most = 20 + (int) Math.floorMod(seed, 280);
        Folding.Folded folded = Folding.of(figure, Ranks.of(figure), most, Set.of());
        int[] box = new int[figure.spots().size()];
        Arrays.fill(box, -1);
        for (int i = 0; i < folded.boxes().size(); i++) {
            for (int member : folded.boxes().get(i).members()) {
                assertThat(box[member]).isEqualTo(-1);
                box[member] = i;
            }
        }
        assertThat(folded.boxes()).hasSizeLessThanOrEqualTo(most);
        assertThat(folded.shown())
                .isEqualTo((int) Arrays.stream(box).filter(i -> i >= 0).count());
        assertThat(folded.of()).isEqualTo(box.length);
        long drawn = figure.ties().stream()
                .filter(tie -> box[tie.from()] >= 0 && box[tie.to()] >= 0 && box[tie.from()] != box[tie.to()])
                .count();
        assertThat(folded.lines().stream().mapToLong(Folding.Line::count).sum()).isEqualTo(drawn);
        assertThat(folded.boxes().stream().map(Folding.Box::id)).doesNotHaveDuplicates();
    }

    @Property(tries = 80)
    void openingEveryFoldAgainAndAgainShowsEverySpotByItself(@ForAll long seed) {
        Figure figure = random(seed);
        int[] rank = Ranks.of(figure);
        Set<String> open = new HashSet<>();
        Folding.Folded folded = Folding.of(figure, rank, 1_000, open);
        for (int turn = 0; turn < 200; turn++) {
            List<String> folds = folded.boxes().stream()
                    .filter(Folding.Box::opens)
                    .map(Folding.Box::id)
                    .toList();
            if (folds.isEmpty()) {
                break;
            }
            assertThat(open).doesNotContainAnyElementsOf(folds);
            open.addAll(folds);
            folded = Folding.of(figure, rank, 1_000, open);
        }
        assertThat(folded.boxes()).hasSize(figure.spots().size());
    }

    @Property(tries = 40)
    void theSameGraphGivesTheSamePicture(@ForAll long seed) {
        Figure figure = random(seed);
        Folding.Folded once = Folding.of(figure, Ranks.of(figure), 60, Set.of());
        Folding.Folded again = Folding.of(random(seed), Ranks.of(random(seed)), 60, Set.of());
        assertThat(placed(figure, once)).isEqualTo(placed(figure, again));
    }

    @Test
    void seedsStandLeftForwardAndRightBackward() {
        var random = new Random(1);
        List<Figure.Spot> spots = List.of(spot(0, random, true), spot(1, random, false));
        Figure forward = new Figure(spots, List.of(new Figure.Tie(0, 1, Precision.UNIT)), true);
        Figure backward = new Figure(spots, List.of(new Figure.Tie(1, 0, Precision.UNIT)), false);
        for (Figure figure : List.of(forward, backward)) {
            List<Layout.Spot> at = placed(figure, Folding.of(figure, Ranks.of(figure), 9, Set.of()))
                    .spots();
            int seedX =
                    figure.forward() ? Layout.MARGIN : Layout.MARGIN + at.get(1).x() + 240;
            assertThat(at.get(0).x()).isEqualTo(seedX);
        }
    }

    @Test
    void aHundredThousandUnitsAreFoldedAndLaidOut() {
        var random = new Random(7);
        List<Figure.Spot> spots = new ArrayList<>();
        List<Figure.Tie> ties = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            spots.add(spot(i, random, i == 0));
            if (i > 0) {
                ties.add(new Figure.Tie(i <= 50_000 ? 0 : i - 50_000, i, Precision.UNIT));
            }
        }
        Figure figure = new Figure(spots, ties, true);
        Folding.Folded folded = Folding.of(figure, Ranks.of(figure), 120, Set.of());
        placed(figure, folded);
        assertThat(folded.shown()).isEqualTo(100_000);
    }

    @Test
    void textsInTheDrawingCannotBreakIt() {
        assertThat(PictureSvg.escaped("<a> & \"b\" \u0001")).isEqualTo("&lt;a&gt; &amp; &quot;b&quot; ?");
        assertThat(PictureSvg.shortened("BL-2026-0714-LONG-0001", 10)).isEqualTo("BL-202…001");
    }
}
