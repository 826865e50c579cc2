/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gozinto.unit.StopRules.Occasion;
import org.junit.jupiter.api.Test;

/** What rules of recalls fit, and that they are kept as they are. */
class StopRulesTest {

    private static Unit unit(Unit.Kind kind, long issuer, String number, String attributes) {
        return new Unit(9, kind, 7, issuer, number, 0, 0, null, null, null, 1, 0, attributes);
    }

    private static boolean fits(StopRule rule, Unit unit, Occasion occasion) {
        return new StopRules(List.of(rule)).fit(unit, occasion);
    }

    @Test
    void everyRuleIsReadAsItWasKept() {
        List<StopRule> rules = List.of(
                new StopRule.Lot(7L, 0L, "L-\"1\""),
                new StopRule.Lot(7L, null, "L2"),
                new StopRule.Serials(7L, "S1", "S9"),
                new StopRule.Lots(7L, "L1", "L9"),
                new StopRule.SupplierLot("X9", null, 12L),
                new StopRule.Received(7L, 12L, 100L, null),
                new StopRule.Made(null, "MO-1", null, 200L),
                new StopRule.Attributes(7L, Map.of("colour", "red")));
        assertThat(StopRules.read(StopRules.text(rules))).isEqualTo(rules);
        assertThat(StopRules.text(List.of(new StopRule.Serials(7L, "S1", "S9"))))
                .isEqualTo("[{\"type\":\"serials\",\"item\":7,\"from\":\"S1\",\"to\":\"S9\"}]");
    }

    @Test
    void aLotIsToTheLetterAndOfItsIssuer() {
        var rule = new StopRule.Lot(7L, 12L, "L1");
        assertThat(fits(rule, unit(Unit.Kind.LOT, 12, "L1", null), new Occasion.Born()))
                .isTrue();
        assertThat(fits(rule, unit(Unit.Kind.LOT, 0, "L1", null), new Occasion.Born()))
                .isFalse();
        assertThat(fits(rule, unit(Unit.Kind.SERIAL, 12, "L1", null), new Occasion.Born()))
                .isFalse();
        assertThat(fits(rule, unit(Unit.Kind.LOT, 12, "L01", null), new Occasion.Born()))
                .isFalse();
        var ofAnybody = new StopRule.Lot(7L, null, "L1");
        assertThat(fits(ofAnybody, unit(Unit.Kind.LOT, 5, "L1", null), new Occasion.Born()))
                .isTrue();
        assertThat(fits(new StopRule.Lot(8L, null, "L1"), unit(Unit.Kind.LOT, 5, "L1", null), new Occasion.Born()))
                .isFalse();
    }

    @Test
    void aTimeKnownToTheDayFitsWhenAnyOfItIsInTheWindow() {
        var rule = new StopRule.Received(7L, 12L, 100L, 200L);
        var lot = unit(Unit.Kind.LOT, 0, "L1", null);
        assertThat(fits(rule, lot, new Occasion.Received(12, 200, 300))).isTrue();
        assertThat(fits(rule, lot, new Occasion.Received(12, Long.MIN_VALUE, Long.MAX_VALUE)))
                .isTrue();
        assertThat(fits(rule, lot, new Occasion.Received(12, 201, 300))).isFalse();
        assertThat(fits(rule, lot, new Occasion.Received(13, 150, 150))).isFalse();
        assertThat(fits(rule, lot, new Occasion.Made(null, 150, 150))).isFalse();
    }

    @Test
    void whatComesOutOfARunFitsByTheRunAndItsTime() {
        var ofRun = new StopRule.Made(null, "MO-1", null, null);
        var lot = unit(Unit.Kind.LOT, 0, "L1", null);
        assertThat(fits(ofRun, lot, new Occasion.Made("MO-1", 5, 5))).isTrue();
        assertThat(fits(ofRun, lot, new Occasion.Made("MO-2", 5, 5))).isFalse();
        assertThat(fits(ofRun, lot, new Occasion.Made(null, 5, 5))).isFalse();
        assertThat(fits(new StopRule.Made(7L, null, 1L, 9L), lot, new Occasion.Made(null, 5, 5)))
                .isTrue();
    }

    @Test
    void attributesAreComparedAsTheyAreWritten() {
        var unit = unit(Unit.Kind.SERIAL, 0, "S1", "{\"colour\":\"red\",\"line\":4}");
        assertThat(fits(new StopRule.Attributes(7L, Map.of("colour", "red")), unit, new Occasion.Born()))
                .isTrue();
        assertThat(fits(new StopRule.Attributes(7L, Map.of("line", "4")), unit, new Occasion.Born()))
                .isTrue();
        assertThat(fits(new StopRule.Attributes(7L, Map.of("colour", "Red")), unit, new Occasion.Born()))
                .isFalse();
        assertThat(fits(new StopRule.Attributes(7L, Map.of("size", "")), unit, new Occasion.Born()))
                .isFalse();
    }
}
