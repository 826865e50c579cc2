/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The chance of a bad piece in each unit, when only some pieces of a lot are bad. */
class ChancesTest {

    private final Story story = new Story();

    private void reel(String name, long pieces) {
        story.lot(name, "CHIP", Measure.PIECE, 0);
        story.receive(1, name, pieces, "SUP", "A");
    }

    private void board(String serial, String reel, long pieces) {
        story.serials("BOARD", serial);
        story.run(2, "MO-" + serial).in(reel, pieces, "A").out(serial, 1, "B").done();
    }

    private Story.Told ask(long bad, String... seeds) {
        return story.ask(Question.forward(story.seeds(seeds)).withAmounts().badPieces(bad));
    }

    private static String chance(Story.Told told, String unit, int digits) {
        Odds odds = told.unit(unit).chance();
        String lo = odds.lo().setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
        String hi = odds.hi().setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
        return lo.equals(hi) ? lo : lo + " to " + hi;
    }

    @Test
    void aBoardWithTwelveOfFiveThousandOfWhichAFewAreBad() {
        reel("REEL1", 5000);
        board("B1", "REEL1", 12);
        board("B2", "REEL1", 1);

        assertThat(chance(ask(250, "REEL1"), "B1", 7)).isEqualTo("0.4600158");
        assertThat(chance(ask(50, "REEL1"), "B2", 7)).isEqualTo("0.0100000");
        assertThat(chance(ask(0, "REEL1"), "B1", 7)).isEqualTo("0.0000000");
        assertThat(chance(ask(5000, "REEL1"), "B2", 7)).isEqualTo("1.0000000");
    }

    @Test
    void oneBadPieceOfTenThousand() {
        reel("REEL1", 10_000);
        board("B1", "REEL1", 8);

        assertThat(chance(ask(1, "REEL1"), "B1", 12)).isEqualTo("0.000800000000");
    }

    @Test
    void piecesOfSeveralBadLotsAddTheirChances() {
        reel("REEL1", 4);
        reel("REEL2", 10);
        story.serials("BOARD", "B1");
        story.run(2, "MO1")
                .in("REEL1", 1, "A")
                .in("REEL2", 5, "A")
                .out("B1", 1, "B")
                .done();

        // None of the first, 1 of 4 with 2 bad: 1/2. None of the second, 5 of 10 with 2 bad: C(8,5)/C(10,5) = 2/9.
        assertThat(chance(ask(2, "REEL1", "REEL2"), "B1", 6)).isEqualTo("0.888889");
    }

    @Test
    void whereTheNumberOfPiecesIsNotKnownTheChanceIsBetweenBounds() {
        reel("REEL1", 10);
        reel("REEL2", 6);
        story.lot("KIT1", "KIT", Measure.PIECE, 0);
        story.run(2, "MO1")
                .in("REEL1", 2, "A")
                .in("REEL2", 2, "A")
                .out("KIT1", 2, "B")
                .done();

        // None, one or two of the two are of the suspect reel, of which one in ten is bad.
        assertThat(chance(ask(1, "REEL1"), "KIT1", 6)).isEqualTo("0.000000 to 0.200000");
    }

    @Test
    void aHostIsAsBadAsWhatIsInIt() {
        story.lot("CELL1", "CELL", Measure.PIECE, 0);
        story.serials("CAR", "CAR1", "CAR2");
        story.receive(1, "CELL1", 100, "SUP", "A");
        story.act(Act.INSTALL, 2)
                .line("CELL1", 4, story.place("A"), story.host("CAR1"))
                .done();
        story.act(Act.INSTALL, 3)
                .line("CELL1", 1, story.place("A"), story.host("CAR2"))
                .done();
        Story.Told told = ask(25, "CELL1");

        assertThat(chance(told, "CAR2", 6)).isEqualTo("0.250000");
        assertThat(chance(told, "CAR1", 6)).isEqualTo("0.690033");
    }

    @Test
    void whatCannotBeAnsweredIsNamed() {
        story.receive(1, "R1", 10, "SUP", "A");
        reel("REEL1", 5);

        assertThat(ask(1, "R1").answer.notAnswered()).containsExactly("chance: a seed is not counted in pieces");
        assertThat(ask(6, "REEL1").answer.notAnswered())
                .containsExactly("chance: a seed has fewer pieces than are said to be bad");
        assertThat(ask(6, "REEL1").unit("REEL1").chance()).isNull();
        assertThat(story.ask(Question.backward(story.seeds("REEL1"))
                                .withAmounts()
                                .badPieces(1L))
                        .answer
                        .notAnswered())
                .containsExactly("chance: is answered forward, with amounts");
        assertThatThrownBy(() -> ask(-1, "REEL1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 60)
    void theChanceIsBetweenNoneAndCertain(@ForAll long seed) {
        Story world = Worlds.rich(seed, 40);
        for (int unit = 0; unit < world.unitCount(); unit++) {
            Answer answer = Reference.answer(
                    world, Question.forward(Seed.of(unit)).withAmounts().badPieces(1L));
            for (Reached reached : answer.units()) {
                Odds odds = reached.chance();
                if (odds != null) {
                    assertThat(odds.lo().signum()).isNotNegative();
                    assertThat(odds.lo()).isLessThanOrEqualTo(odds.hi());
                    assertThat(odds.hi()).isLessThanOrEqualTo(BigDecimal.ONE);
                }
            }
        }
    }
}
