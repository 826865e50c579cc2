/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Where all of a lot is, kilogram by kilogram, and what the books cannot say. */
class MassBalanceTest {

    private final Story story = new Story();

    private MassBalance balance(String unit) {
        return balance(unit, false);
    }

    private MassBalance balance(String unit, boolean withSerials) {
        return MassBalance.of(story, story.unit(unit), withSerials, null, null, null);
    }

    private List<String> lines(MassBalance balance) {
        return balance.lines().stream()
                .map(line -> line.kind() + " " + line.qty().toPlainString() + " "
                        + story.place(line.place()).code()
                        + line.within().stream()
                                .map(at -> ">" + story.place(at).code())
                                .reduce("", String::concat))
                .toList();
    }

    private List<String> gaps(MassBalance balance) {
        return balance.gaps().stream()
                .map(gap -> gap.seq() + " " + gap.why() + " " + gap.qty().toPlainString() + " "
                        + story.place(gap.place()).code())
                .toList();
    }

    private static void assertCloses(MassBalance balance) {
        assertThat(balance.entered()).isEqualByComparingTo(balance.accounted().add(balance.gap()));
    }

    @Test
    void everyKilogramOfALotIsSomewhere() {
        story.lot("R1", "R", Story.KG, 1);
        story.receive(1, "R1", 1000, "SUP", "A");
        story.run(2, "MO1").in("R1", 605, "A").out("M1", 60, "A").done();
        story.run(3, "MO2").in("R1", 100, "A").done();
        story.ship(4, "R1", 200, "A", "C1");
        story.giveBack(5, "R1", 50, "C1", "B");
        story.scrap(6, "R1", 10, "B");
        story.act(Act.ADJUST, 7)
                .line("R1", 5, story.place("B"), story.place("ADJUSTMENT"))
                .done();
        MassBalance balance = balance("R1");

        assertThat(lines(balance))
                .containsExactly(
                        "RECEIVED 100.0 SUP",
                        "ON_HAND 9.5 A",
                        "ON_HAND 3.5 B",
                        "AT_PARTNER 15.0 C1",
                        "IN_PROCESS 10.0 MO2",
                        "CONSUMED 60.5 MO1",
                        "SCRAPPED 1.0 SCRAP",
                        "ADJUSTED_DOWN 0.5 ADJUSTMENT");
        assertThat(balance.gaps()).isEmpty();
        assertThat(balance.gap()).isEqualByComparingTo("0");
        assertThat(balance.deliveries())
                .containsExactly(
                        new MassBalance.Delivery(story.partner("C1"), new BigDecimal("20.0"), new BigDecimal("15.0")));
        assertCloses(balance);
    }

    @Test
    void whatLeftWithoutBeingThereIsNamedWithItsEntry() {
        story.receive(1, "R1", 10, "SUP", "A");
        long shipped = story.ship(2, "R1", 15, "A", "C1");
        long gone = story.move(3, "R1", 4, "C1", "UNKNOWN");
        MassBalance balance = balance("R1");

        assertThat(gaps(balance)).containsExactly(shipped + " SHORTFALL -5 A", gone + " UNKNOWN 4 C1");
        assertThat(balance.gap()).isEqualByComparingTo("-1");
        assertCloses(balance);
    }

    @Test
    void aDrawUnderAnotherNameIsAGapOfBothLots() {
        story.vessel("TANK", Mixing.WELL_MIXED, 0);
        story.receive(1, "R1", 60, "SUP", "TANK");
        story.receive(2, "R2", 40, "SUP", "TANK");
        long named = story.move(3, "R1", 100, "TANK", "A");

        assertThat(gaps(balance("R1"))).containsExactly(named + " OTHER_NAME -40 TANK");
        assertThat(gaps(balance("R2"))).containsExactly(named + " OTHER_NAME 40 TANK");
        assertCloses(balance("R1"));
        assertCloses(balance("R2"));
    }

    @Test
    void whatACleanedVesselStillHeldIsLost() {
        story.vessel("TANK", Mixing.FIFO, 2);
        story.receive(1, "R1", 60, "SUP", "TANK");
        story.move(2, "R1", 45, "TANK", "A");
        story.clean(3, "TANK");

        assertThat(lines(balance("R1"))).containsExactly("RECEIVED 60 SUP", "ON_HAND 45 A", "LOST 15 TANK");
        assertCloses(balance("R1"));
    }

    @Test
    void serialsAreCountedWithTheirLotWhenAsked() {
        story.lot("L1", "PUMP", Measure.PIECE, 0);
        story.serial("P1", "PUMP", "L1").serial("P2", "PUMP", "L1").serials("CAR", "CAR1");
        story.run(1, "MO1").out("L1", 5, "A").done();
        story.move(2, "P1", 1, "A", "B");
        story.install(3, "P1", "CAR1", "B");
        story.ship(4, "P2", 1, "A", "C1");

        assertThat(lines(balance("L1"))).containsExactly("MADE 5 MO1", "ON_HAND 3 A", "SERIALISED 2 A");
        assertThat(lines(balance("L1", true)))
                .containsExactly("MADE 5 MO1", "ON_HAND 3 A", "INSTALLED 1 in CAR1", "AT_PARTNER 1 C1");
        assertThat(lines(balance("P1"))).containsExactly("FROM_LOT 1 A", "INSTALLED 1 in CAR1");
    }

    @Test
    void whatIsInACartonIsWhereTheCartonIs() {
        story.serials("PUMP", "P1", "P2").containers("K1", "K2");
        story.act(Act.COMMISSION, 1)
                .line("P1", 1, story.place("OUTSIDE"), story.place("A"))
                .done();
        story.move(2, "K1", 1, "OUTSIDE", "A");
        story.act(Act.PACK, 3)
                .line("P1", 1, story.place("A"), story.place("K1"))
                .done();

        assertThat(lines(balance("P1"))).containsExactly("COMMISSIONED 1 A", "PACKED 1 K1>A");

        story.ship(4, "K1", 1, "A", "C1");

        MassBalance shipped = balance("P1");
        assertThat(lines(shipped)).containsExactly("COMMISSIONED 1 A", "AT_PARTNER 1 K1>C1");
        assertThat(shipped.deliveries()).hasSize(1);
        assertThat(shipped.deliveries().getFirst().there()).isEqualByComparingTo("1");
        assertCloses(shipped);
    }

    @Test
    void theBalanceOfThenIsThatOfTheEntriesOfThen() {
        story.receive(1, "R1", 10, "SUP", "A");
        story.ship(5, "R1", 4, "A", "C1");
        MassBalance then = MassBalance.of(story, story.unit("R1"), false, 2 * Story.SECOND, null, null);

        assertThat(lines(then)).containsExactly("RECEIVED 10 SUP", "ON_HAND 10 A");
        assertThat(then.knownAtSeq()).isEqualTo(2);
    }

    @Property(tries = 150)
    void itClosesForEveryUnitAtEveryTime(@ForAll long seed) {
        for (Story world : List.of(Worlds.of(seed, 40, true, true), Worlds.rich(seed, 40))) {
            for (int unit = 0; unit < world.unitCount(); unit++) {
                for (Long asOf : List.of(5 * Story.SECOND, 12 * Story.SECOND, Long.MAX_VALUE)) {
                    assertCloses(MassBalance.of(world, unit, false, asOf, null, null));
                    assertCloses(MassBalance.of(world, unit, true, asOf, null, null));
                }
            }
        }
    }

    @Property(tries = 100)
    void entriesThatDoNotConcernTheUnitChangeNothing(@ForAll long seed) {
        Story world = Worlds.rich(seed, 40);
        boolean withSerials = new Random(seed).nextBoolean();
        for (int unit = 0; unit < world.unitCount(); unit++) {
            Selection all = Selection.of(world, Question.forward(Seed.of(unit)));
            MassBalance fromAll = new Balancing(world, all, unit, withSerials).balance();
            assertThat(MassBalance.of(world, unit, withSerials, null, null, null))
                    .isEqualTo(fromAll);
        }
    }

    @Property(tries = 100)
    void whatIsThereIsWhatATraceHolds(@ForAll long seed) {
        Story world = Worlds.of(seed, 40, false, true);
        for (int unit = 0; unit < world.unitCount(); unit++) {
            if (world.unit(unit).kind() == Unit.Kind.CONTAINER) {
                continue;
            }
            int asked = unit;
            long held = Reference.answer(world, Question.forward(Seed.of(unit))).units().stream()
                    .filter(reached -> reached.unit() == asked)
                    .flatMap(reached -> reached.holdings().stream())
                    .filter(holding -> world.place(holding.place()).kind() != Place.Kind.RUN)
                    .mapToLong(Holding::qty)
                    .sum();
            MassBalance balance = MassBalance.of(world, unit, false, null, null, null);
            BigDecimal there = Stream.of(
                            MassBalance.Kind.ON_HAND,
                            MassBalance.Kind.PACKED,
                            MassBalance.Kind.INSTALLED,
                            MassBalance.Kind.AT_PARTNER)
                    .map(balance::total)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(there).isEqualByComparingTo(BigDecimal.valueOf(held));
        }
    }
}
