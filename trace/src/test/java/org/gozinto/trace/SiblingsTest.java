/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What else to look at when one unit is bad. */
class SiblingsTest {

    private static final Set<Siblings.Kind> ALL = EnumSet.allOf(Siblings.Kind.class);

    private final Story story = new Story();

    private static Siblings siblings(Book book, int unit, Set<Siblings.Kind> kinds, long seconds, int limit) {
        return Siblings.of(book, unit, null, null, null, kinds, seconds * Story.SECOND, limit);
    }

    private List<String> siblings(String unit, Siblings.Kind kind, long seconds) {
        return told(siblings(story, story.unit(unit), Set.of(kind), seconds, 100));
    }

    private List<String> told(Siblings siblings) {
        List<String> told = new ArrayList<>();
        for (Siblings.Sibling sibling : siblings.units()) {
            for (Siblings.Reason reason : sibling.reasons()) {
                String shared = reason.unit() >= 0
                        ? " " + story.name(reason.unit())
                        : reason.place() >= 0
                                ? " " + story.place(reason.place()).code()
                                : "";
                told.add(story.name(sibling.unit()) + shared + " at " + reason.sinceUs() / Story.SECOND);
            }
        }
        return told;
    }

    private void twoPhones() {
        story.serials("PHONE", "P1", "P2", "P3").lot("CELL1", "CELL", Measure.PIECE, 0);
        story.serial("C1", "CELL", "CELL1").serial("C2", "CELL", "CELL1").serials("CELL", "C3");
        story.receive(1, "CELL1", 10, "SUP", "A");
        story.receive(1, "C3", 1, "SUP", "A");
        for (int i = 1; i <= 3; i++) {
            story.run(1 + i, "MO" + i).out("P" + i, 1, "B").done();
            story.install(10 + i, "C" + i, "P" + i, "A");
        }
    }

    @Test
    void phonesWithCellsOfOneLotAreSiblings() {
        twoPhones();

        assertThat(siblings("P1", Siblings.Kind.INPUT, 0))
                .containsExactly("C1 CELL1 at 11", "C2 CELL1 at 12", "P2 CELL1 at 12");
        assertThat(siblings("P3", Siblings.Kind.INPUT, 0)).isEmpty();
    }

    @Test
    void aLinkedInputIsSharedOnlyByWhatItIsLinkedTo() {
        story.receive(1, "R1", 100, "SUP", "A");
        story.receive(1, "R2", 100, "SUP", "A");
        story.run(2, "MO1")
                .in("R1", 10, "A")
                .in("R2", 10, "A")
                .out("M1", 10, "A")
                .out("N1", 10, "A")
                .link("R1", "M1", 0)
                .link("R2", "N1", 0)
                .done();
        story.run(3, "MO2").in("R1", 5, "A").out("F1", 5, "A").done();

        assertThat(siblings("M1", Siblings.Kind.INPUT, 0)).containsExactly("F1 R1 at 3");
        assertThat(siblings("M1", Siblings.Kind.RUN, 0)).containsExactly("N1 MO1 at 2");
    }

    @Test
    void aCleaningEndsABatchOfAVessel() {
        story.vessel("TANK", Mixing.WELL_MIXED, 0);
        story.receive(1, "R1", 60, "SUP", "TANK");
        story.receive(2, "R2", 40, "SUP", "TANK");
        story.move(3, "R1", 50, "TANK", "A");
        story.clean(4, "TANK");
        story.receive(5, "R3", 60, "SUP", "TANK");

        assertThat(siblings("R1", Siblings.Kind.VESSEL, 0)).containsExactly("R2 TANK at 2");
        assertThat(siblings("R3", Siblings.Kind.VESSEL, 0)).isEmpty();
    }

    @Test
    void aWellMixedVesselThatRanEmptyStartsAgainAndAHeelDoesNot() {
        for (Mixing mixing : List.of(Mixing.WELL_MIXED, Mixing.SINCE_CLEAN)) {
            Story tank = new Story();
            tank.vessel("TANK", mixing, 0);
            tank.receive(1, "R1", 60, "SUP", "TANK");
            tank.move(2, "R1", 60, "TANK", "A");
            tank.receive(3, "R2", 60, "SUP", "TANK");
            Siblings found = siblings(tank, tank.unit("R1"), Set.of(Siblings.Kind.VESSEL), 0, 10);

            assertThat(found.units()).hasSize(mixing == Mixing.SINCE_CLEAN ? 1 : 0);
        }
    }

    @Test
    void thoseWhoWereThereTogetherOrWithinTheWindow() {
        story.receive(1, "R1", 10, "SUP", "A");
        story.move(10, "R1", 10, "A", "B");
        story.receive(9, "R2", 10, "SUP", "A");
        story.receive(30, "R3", 10, "SUP", "A");

        assertThat(siblings("R1", Siblings.Kind.PLACE, 0)).containsExactly("R2 A at 9");
        assertThat(siblings("R1", Siblings.Kind.PLACE, 19)).containsExactly("R2 A at 9");
        assertThat(siblings("R1", Siblings.Kind.PLACE, 20)).containsExactly("R2 A at 9", "R3 A at 30");
    }

    @Test
    void whatIsInACartonIsAtThePlaceOfTheCarton() {
        story.serials("PUMP", "P1", "P2").containers("K1", "K2");
        story.act(Act.COMMISSION, 1)
                .line("P1", 1, story.place("OUTSIDE"), story.place("K1"))
                .done();
        story.move(2, "K1", 1, "OUTSIDE", "A");
        story.receive(3, "P2", 1, "SUP", "A");

        assertThat(siblings("P1", Siblings.Kind.PLACE, 0)).containsExactly("P2 A at 3");
        assertThat(siblings("P2", Siblings.Kind.PLACE, 0)).containsExactly("P1 A at 3");
    }

    @Test
    void theSameHourCountsWhereverItWas() {
        story.run(100, "MO1").out("R1", 10, "A").done();
        story.run(3_700, "MO2").out("R2", 10, "B").done();
        story.run(3_701, "MO2").out("R3", 10, "B").done();
        story.ship(101, "R1", 10, "A", "C1");

        assertThat(siblings("R1", Siblings.Kind.TIME, 3_600)).containsExactly("R2 at 3700");
    }

    @Test
    void theLimitIsNamedAndTheCountsAreOfAll() {
        story.serials("PHONE", "P1", "P2", "P3", "P10");
        story.run(1, "MO1")
                .out("P1", 1, "A")
                .out("P10", 1, "A")
                .out("P3", 1, "A")
                .out("P2", 1, "A")
                .done();
        Siblings found = siblings(story, story.unit("P1"), ALL, 0, 2);

        assertThat(found.units()).extracting(s -> story.name(s.unit())).containsExactly("P2", "P3");
        assertThat(found.leftOut()).isEqualTo(1);
        assertThat(found.byKind())
                .containsEntry(Siblings.Kind.RUN, 3)
                .containsEntry(Siblings.Kind.INPUT, 0)
                .containsEntry(Siblings.Kind.PLACE, 3);
        assertThatThrownBy(() -> siblings(story, 0, ALL, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSiblingsOfALotAreThoseOfItsSerialsToo() {
        twoPhones();

        assertThat(siblings("CELL1", Siblings.Kind.TIME, 0)).containsExactly("C3 at 1");
        assertThat(siblings("CELL1", Siblings.Kind.PLACE, 0))
                .as("the cells are where the phones are that they are in")
                .contains("C3 A at 1", "P3 B at 11");
    }

    @Property(tries = 100)
    void whoeverSharesSomethingWithAnotherSharesItBothWays(@ForAll long seed) {
        Story world = Worlds.of(seed, 40, new Random(seed).nextBoolean(), true);
        for (Siblings.Kind kind : Siblings.Kind.values()) {
            for (int x = 0; x < world.unitCount(); x++) {
                for (int y = 0; y < x; y++) {
                    assertThat(has(world, x, y, kind))
                            .as("%s, %s and %s", kind, world.name(x), world.name(y))
                            .isEqualTo(has(world, y, x, kind));
                }
            }
        }
    }

    private static boolean has(Story world, int unit, int other, Siblings.Kind kind) {
        boolean isGoods = world.unit(unit).kind() != Unit.Kind.CONTAINER
                && world.unit(other).kind() != Unit.Kind.CONTAINER;
        return isGoods
                && siblings(world, unit, Set.of(kind), 2, 1000).units().stream()
                        .anyMatch(sibling -> sibling.unit() == other);
    }

    @Property(tries = 100)
    void theOrderOfReadingChangesNothing(@ForAll long seed) {
        Story world = Worlds.rich(seed, 40);
        Book shuffled = world.shuffled(new Random(seed));
        for (int unit = 0; unit < world.unitCount(); unit++) {
            assertThat(siblings(shuffled, unit, ALL, 2, 3)).isEqualTo(siblings(world, unit, ALL, 2, 3));
        }
    }
}
