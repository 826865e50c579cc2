/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gozinto.care.term.Judgement.State;
import org.gozinto.care.term.PartEngine.Built;

/** What holds for any terms and facts. jqwik prints the seed. */
class EngineProperties {

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final List<String> MODES = List.of("append", "append", "append", "replace", "parallel");
    private static final List<String> RULES = List.of(
            "{'replacement':'remainder'}",
            "{'replacement':'fresh','period':'P1Y'}",
            "{'replacement':'longer','period':'P400D'}",
            "{'replacement':'atLeast','atLeast':'P6M'}");

    private final List<String> proofs = List.of("said", "receipt", "verified");

    private static LocalDate any(Random random, int days) {
        return FIRST.plusDays(random.nextInt(days));
    }

    private static String period(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> "P" + (1 + random.nextInt(3)) + "Y";
            case 1 -> "P" + (1 + random.nextInt(30)) + "M";
            default -> "P" + (1 + random.nextInt(400)) + "D";
        };
    }

    /** A unit with all that can happen to it. */
    private MadeUp unit(Random random) {
        MadeUp made = MadeUp.unit("S", "ES" + random.nextInt(100))
                .made(any(random, 300).toString());
        LocalDate at = any(random, 600);
        made.shipped(at + "T23:30:00Z", "D", random.nextBoolean() ? "DE" : null);
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate back = at.plusDays(random.nextInt(300));
            at = back.plusDays(random.nextInt(60));
            boolean open = i == 1 && random.nextBoolean();
            made.repair(back + "T08:00:00Z", open ? null : at + "T09:00:00Z");
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            made.read(
                    "km",
                    String.valueOf(random.nextInt(30_000)),
                    any(random, 1500).toString());
        }
        if (random.nextBoolean()) {
            LocalDate on = any(random, 900);
            made.registered(
                    on.toString(),
                    on.minusDays(random.nextInt(20)).toString(),
                    RegistrationFacts.Proof.values()[random.nextInt(proofs.size())],
                    on.plusDays(random.nextInt(900)).toString());
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            made.contract("X" + random.nextInt(4), any(random, 900).toString());
        }
        if (random.nextInt(4) == 0) {
            made.change(any(random, 1200).toString(), 9, "PACK", "battery", random.nextBoolean(), random.nextBoolean());
        }
        return made;
    }

    private List<Promise> terms(Random random) {
        List<Promise> terms = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            String meters = random.nextInt(3) == 0 ? ",'meters':[{'meter':'km','most':'15000'}]" : "";
            terms.add(MadeUp.promise("'code':'T" + i + "','name':'T','kind':'commercial','rank':" + random.nextInt(2)
                    + ",'start':[{'event':'registration','proof':'" + proofs.get(random.nextInt(3))
                    + "'},{'event':'shipment','plus':'" + period(random) + "'}],'latestStart':{'event':'shipment',"
                    + "'plus':'P3M'},'timeZone':'Europe/Berlin','coverages':[{'what':'parts','period':'"
                    + period(random) + "'" + meters + "},{'what':'labour','period':'" + period(random) + "'}],"
                    + "'parts':[" + RULES.get(random.nextInt(RULES.size())) + "],"
                    + "'stopInRepair':" + random.nextBoolean() + ",'transferable':" + random.nextBoolean()
                    + (random.nextInt(4) == 0 ? ",'scope':{'markets':['DE']}" : "")
                    + (random.nextInt(4) == 0 ? ",'exclusions':[{'state':'opened'}]" : "")));
        }
        for (int i = 0; i < 4; i++) {
            String base = i > 1 && random.nextBoolean() ? "X" + (i - 1) : "T0";
            terms.add(MadeUp.promise("'code':'X" + i + "','name':'X','kind':'extension','perSerial':true,"
                    + "'extends':{'mode':'" + MODES.get(random.nextInt(MODES.size())) + "','term':'" + base + "'},"
                    + "'timeZone':'Europe/Berlin','start':[{'event':'shipment'}],'coverages':[{'what':'parts',"
                    + "'period':'" + period(random) + "'}],'stopInRepair':" + random.nextBoolean()));
        }
        return terms;
    }

    @Property(tries = 500)
    void theOrderOfTermsDoesNotMatterAndNothingIsNegative(@ForAll long seed) {
        var random = new Random(seed);
        UnitFacts facts = unit(random).facts();
        List<Promise> terms = terms(random);
        var asked = new Engine.Asked(any(random, 2500), Set.of());
        List<Judgement> lines = Engine.judge(facts, terms, asked).lines();
        List<Promise> shuffled = new ArrayList<>(terms);
        Collections.shuffle(shuffled, random);
        assertThat(Engine.judge(facts, shuffled, asked).lines()).isEqualTo(lines);
        LocalDate since = any(random, 1500);
        var part = new Built(
                MadeUp.unit("PACK", "P")
                        .stay(7, "battery", since.toString(), null, since.toString())
                        .facts(),
                "battery",
                When.on(since));
        List<Judgement> all = new ArrayList<>(lines);
        all.addAll(PartEngine.judge(part, facts, lines, List.of(), asked).lines());
        for (CoverageView.Line line : CoverageViews.lines(all, facts, asked.asOf())) {
            assertThat(line.percent()).isBetween(0, 100);
            assertThat(line.stoppedDays()).isNotNegative();
            assertThat(line.left() == null)
                    .as(line.toString())
                    .isEqualTo(!line.state().equals("covered"));
            if (line.start() != null && line.end() != null) {
                assertThat(LocalDate.parse(line.end())).as(line.toString()).isAfterOrEqualTo(line.start());
            }
            CoverageView.Left left = line.left();
            if (left != null && left.days() != null) {
                assertThat(left.days()).isNotNegative();
            }
            if (left != null && left.meters() != null) {
                left.meters().forEach(meter -> assertThat(meter.left()).doesNotStartWith("-"));
            }
        }
    }

    /** A chain of extensions has no day between and no day twice, whatever repairs move. */
    @Property(tries = 500)
    void appendedExtensionsHaveNoHolesAndNoOverlap(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int count) {
        var random = new Random(seed);
        MadeUp made = MadeUp.unit("S", "1").shipped(any(random, 600).toString(), "D", "DE");
        LocalDate at = any(random, 700);
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate back = at.plusDays(random.nextInt(400));
            at = back.plusDays(random.nextInt(60));
            made.repair(back.toString(), i == 1 && random.nextBoolean() ? null : at.toString());
        }
        List<Promise> terms = new ArrayList<>();
        terms.add(MadeUp.promise("'code':'T','name':'T','kind':'commercial','start':[{'event':'shipment'}],"
                + "'coverages':[{'what':'parts','period':'" + period(random) + "'}],'stopInRepair':"
                + random.nextBoolean()));
        for (int i = 0; i < count; i++) {
            String base = i > 0 && random.nextBoolean() ? "X" + random.nextInt(i) : "T";
            terms.add(MadeUp.extension("X" + i, "append", base, period(random)));
            for (int times = 1 + random.nextInt(2); times > 0; times--) {
                made.contract("X" + i, any(random, 900).toString());
            }
        }
        List<Judgement> lines =
                new ArrayList<>(Engine.judge(made.facts(), terms, new Engine.Asked(any(random, 2500), Set.of()))
                        .lines());
        lines.sort(Comparator.comparing(Judgement::start));
        for (int i = 1; i < lines.size(); i++) {
            assertThat(lines.get(i).start()).isEqualTo(lines.get(i - 1).end().plusDays(1));
        }
    }

    /** The state of each day is what the days say. */
    @Property(tries = 200)
    void theStateOfADayFollowsFromTheDays(@ForAll long seed) {
        var random = new Random(seed);
        UnitFacts facts = MadeUp.unit("S", "1")
                .shipped(any(random, 600).toString(), "D", "DE")
                .facts();
        String period = period(random);
        Promise term = MadeUp.promise("'code':'T','name':'T','kind':'commercial','start':[{'event':'shipment'}],"
                + "'coverages':[{'what':'parts','period':'" + period + "'}]");
        LocalDate day = any(random, 2500);
        Judgement line = Engine.judge(facts, List.of(term), new Engine.Asked(day, Set.of()))
                .lines()
                .getFirst();
        LocalDate start = facts.deliveries().getFirst().when().day(term.zone());
        assertThat(line.end()).isEqualTo(start.plus(Period.parse(period)));
        State expected =
                day.isBefore(start) ? State.NOT_STARTED : day.isAfter(line.end()) ? State.EXPIRED : State.COVERED;
        assertThat(line.state()).isEqualTo(expected);
    }

    /** What is kept of a serial for lists says the same as the coverages themselves, on any day. */
    @Property(tries = 200)
    void aStandingSaysWhatTheCoveragesSay(@ForAll long seed) {
        var random = new Random(seed);
        UnitFacts facts = MadeUp.unit("S", "1")
                .shipped(any(random, 600).toString(), "D", "DE")
                .contract("X0", any(random, 600).toString())
                .facts();
        List<Promise> terms = List.of(MadeUp.twoYears("T"), MadeUp.extension("X0", "append", "T", period(random)));
        StandingStore.Row row = StandingRule.of(
                facts,
                Engine.judge(facts, terms, new Engine.Asked(FIRST, Set.of())).lines());
        LocalDate day = any(random, 2500);
        List<Judgement> lines =
                Engine.judge(facts, terms, new Engine.Asked(day, Set.of())).lines();
        assertThat(StandingRule.state(row, day))
                .isEqualTo(CoverageViews.standing(lines).state());
    }
}
