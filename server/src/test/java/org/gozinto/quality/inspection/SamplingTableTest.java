/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SamplingTableTest {

    private static final SamplingTable TABLE =
            new SamplingTable(JsonMapper.builder().build());

    /**
     * Lines of published examples: MIL-STD-105E tables; D. C. Montgomery, Introduction to Statistical Quality Control,
     * section on MIL STD 105E (a lot of 2,000 at 0.65 %: 125 with 2 normal, 125 with 1 tightened, 50 with 1 and 3
     * reduced); the rows of the tables of levels II and III that the National Institute of Building Sciences prints.
     */
    @ParameterizedTest
    @CsvSource({
        "500,   II,  1.0,   normal,    H, H, 50,   1, 2",
        "500,   II,  2.5,   normal,    H, H, 50,   3, 4",
        "500,   II,  0.65,  normal,    H, J, 80,   1, 2",
        "500,   II,  0.40,  normal,    H, G, 32,   0, 1",
        "1000,  II,  1.0,   normal,    J, J, 80,   2, 3",
        "1000,  II,  4.0,   normal,    J, J, 80,   7, 8",
        "2000,  II,  0.65,  normal,    K, K, 125,  2, 3",
        "2000,  II,  0.65,  tightened, K, K, 125,  1, 2",
        "2000,  II,  0.65,  reduced,   K, K, 50,   1, 3",
        "5000,  II,  1.5,   normal,    L, L, 200,  7, 8",
        "5000,  II,  10,    normal,    L, K, 125, 21, 22",
        "8,     II,  6.5,   normal,    A, A, 2,    0, 1",
        "8,     I,   1.0,   normal,    A, E, 8,    0, 1",
        "100,   III, 4.0,   tightened, G, G, 32,   2, 3",
        "600,   III, 6.5,   tightened, K, K, 125, 12, 13",
        "1000,  I,   2.5,   normal,    G, G, 32,   2, 3",
        "10000, S4,  1.0,   normal,    G, H, 50,   1, 2",
        "10000, S1,  2.5,   normal,    C, C, 5,    0, 1",
        "600000, III, 0.010, normal,   R, Q, 1250, 0, 1",
        "600000, III, 0.025, tightened, R, S, 3150, 1, 2",
        "600000, III, 0.010, tightened, R, R, 2000, 0, 1",
    })
    void givesWhatIsPublished(
            long lot,
            String level,
            String aql,
            String severity,
            String letter,
            String used,
            long size,
            int accept,
            int reject) {
        var sample = TABLE.sample(lot, level, aql, severity);
        assertThat(sample.letter()).isEqualTo(letter);
        assertThat(List.of(sample.accept(), sample.reject())).containsExactly(accept, reject);
        assertThat(sample.size()).isEqualTo(Math.min(size, lot));
        assertThat(sample.full()).isEqualTo(size >= lot);
        if (!sample.full()) {
            assertThat(sample.usedLetter()).isEqualTo(used);
        }
    }

    @Test
    void aSampleThatIsTheLotOrMoreIsAllOfIt() {
        assertThat(TABLE.sample(7, "II", "1.0", "normal"))
                .satisfies(s -> assertThat(s.full()).isTrue())
                .satisfies(s -> assertThat(s.size()).isEqualTo(7));
        assertThat(TABLE.sample(1, "II", "0.010", "tightened").size()).isEqualTo(1);
    }

    /** Every letter leads to a plan at every AQL, larger AQLs accept no fewer of a sample of the same size. */
    @Test
    void everyCellLeadsToAPlan() {
        for (String severity : List.of("normal", "tightened", "reduced")) {
            for (String level : TABLE.levels()) {
                for (long lot : List.of(8L, 15L, 25L, 50L, 90L, 150L, 280L, 500L, 1_200L, 3_200L, 10_000L, 500_001L)) {
                    int before = -1;
                    long size = 0;
                    for (String aql : TABLE.aqls()) {
                        var sample = TABLE.sample(lot, level, aql, severity);
                        assertThat(sample.accept()).isLessThan(sample.reject());
                        if (sample.size() == size) {
                            assertThat(sample.accept())
                                    .as("%s %s %d %s", severity, level, lot, aql)
                                    .isGreaterThanOrEqualTo(before);
                        }
                        before = sample.accept();
                        size = sample.size();
                    }
                }
            }
        }
    }

    @Test
    void plansWithoutATableCountAsTheySay() {
        var full = new PlanBody.Sampling("full", null, null, null, null, null);
        assertThat(TABLE.sample(full, 12)).isEqualTo(new InspectionStep.Sample(12, 0, 1, null, null, true));
        var fixed = new PlanBody.Sampling("fixed", 5, 1, null, null, null);
        assertThat(TABLE.sample(fixed, 12)).isEqualTo(new InspectionStep.Sample(5, 1, 2, null, null, false));
        assertThat(TABLE.sample(fixed, 3)).isEqualTo(new InspectionStep.Sample(3, 1, 2, null, null, true));
    }
}
