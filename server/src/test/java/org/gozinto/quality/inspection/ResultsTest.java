/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gozinto.ledger.StepChain.Taken;
import org.gozinto.quality.inspection.InspectionStep.Attributes;
import org.gozinto.quality.inspection.InspectionStep.Correct;
import org.gozinto.quality.inspection.InspectionStep.Measure;
import org.gozinto.quality.inspection.InspectionStep.Reading;
import org.junit.jupiter.api.Test;

class ResultsTest {

    private static final PlanBody.Characteristic WIDTH =
            new PlanBody.Characteristic("WIDTH", "Width", "measurement", "mm", "9.9", "10", "10.1", 2, "major");
    private static final PlanBody.Characteristic LOOK =
            new PlanBody.Characteristic("LOOK", "Look", "attribute", null, null, null, null, null, "major");
    private static final PlanBody.Characteristic SAFE =
            new PlanBody.Characteristic("SAFE", "Safe", "attribute", null, null, null, null, null, "critical");

    private final List<Taken<InspectionStep>> steps = new ArrayList<>();

    private static InspectionStep.Open open(long size, int accept, int reject, PlanBody.Characteristic... all) {
        var plan = new PlanBody("P", "P", null, "any", null, List.of(all), true, 1L);
        var sample = new InspectionStep.Sample(size, accept, reject, null, null, false);
        return new InspectionStep.Open(plan, "R", "R1", List.of("1"), null, "100", "100", null, null, sample);
    }

    private void say(InspectionStep step) {
        steps.add(new Taken<>(steps.size() + 1L, "id", 0, "mila", "quality", step, new byte[0], new byte[0]));
    }

    private static Reading nth(int n, String value) {
        return new Reading(null, n, value);
    }

    private Results.Proposal proposal(InspectionStep.Open open) {
        return Objects.requireNonNull(Results.of(open, steps).proposal());
    }

    @Test
    void aPieceCountsOnceHoweverMuchIsWrongWithIt() {
        var open = open(3, 1, 2, WIDTH, LOOK);
        say(new Measure("WIDTH", List.of(nth(1, "10"), nth(2, "10.2"), nth(3, "10.1"))));
        say(new Attributes("LOOK", 3, 1, List.of("#2")));
        assertThat(proposal(open).accepted()).isTrue();
        say(new Measure("WIDTH", List.of(nth(1, "9.8"))));
        assertThat(proposal(open).accepted()).isFalse();
    }

    @Test
    void nothingIsSaidBeforeTheSampleIsCompleteUnlessItRejects() {
        var open = open(5, 1, 2, LOOK);
        say(new Attributes("LOOK", 4, 1, null));
        assertThat(proposal(open).accepted()).isNull();
        assertThat(proposal(open).why()).contains("LOOK: 4 of 5 looked at");
        say(new Attributes("LOOK", 1, 0, null));
        assertThat(proposal(open).accepted()).isTrue();
        say(new Attributes("LOOK", 1, 1, null));
        assertThat(proposal(open).accepted()).isFalse();
    }

    @Test
    void aCriticalOneRejectsAlways() {
        var open = open(5, 3, 4, SAFE);
        say(new Attributes("SAFE", 2, 1, null));
        assertThat(proposal(open).accepted()).isFalse();
    }

    @Test
    void whatIsWithdrawnDoesNotCount() {
        var open = open(2, 0, 1, WIDTH);
        say(new Measure("WIDTH", List.of(nth(1, "99"), nth(2, "10.00"))));
        say(new Correct(1L, "the gauge slipped"));
        say(new Measure("WIDTH", List.of(nth(1, "10.01"), nth(2, "10.02"))));
        assertThat(proposal(open).accepted()).isTrue();
        var found = Objects.requireNonNull(Results.of(open, steps).found().get("WIDTH"));
        assertThat(Objects.requireNonNull(found.mean()).toPlainString()).isEqualTo("10.0150");
        assertThat(InspectionViews.extreme(found, false)).isEqualTo("10.01");
        assertThat(InspectionViews.extreme(found, true)).isEqualTo("10.02");
    }

    @Test
    void betweenTheNumbersOfReducedInspectionItIsAccepted() {
        var open = open(50, 1, 3, LOOK);
        say(new Attributes("LOOK", 50, 2, null));
        assertThat(proposal(open).accepted()).isTrue();
        assertThat(proposal(open).why()).anyMatch(why -> why.contains("inspected normally"));
    }
}
