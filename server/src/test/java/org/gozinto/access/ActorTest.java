/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.gozinto.ledger.RefusedException;
import org.junit.jupiter.api.Test;

class ActorTest {

    private static final List<String> DAILY = List.of(
            "receive",
            "commission",
            "produce",
            "move",
            "ship",
            "return",
            "adjust",
            "count",
            "install",
            "remove",
            "pack",
            "unpack",
            "clean");
    private static final List<String> DECIDED = List.of("hold", "release", "void", "scrap");

    @Test
    void viewerReadsAndRecordsNothing() {
        var viewer = Actor.of("vera", Role.VIEWER);
        assertThat(viewer.may(Permission.READ)).isTrue();
        assertThat(Actor.everyAct()).noneMatch(viewer::mayRecord);
    }

    @Test
    void operatorRecordsTheActsOfDailyWork() {
        var operator = Actor.of("otto", Role.OPERATOR);
        assertThat(DAILY).allMatch(operator::mayRecord);
        assertThat(DECIDED).noneMatch(operator::mayRecord);
    }

    @Test
    void qualityHoldsReleasesVoidsAndScrapsToo() {
        var quality = Actor.of("quinn", Role.QUALITY);
        assertThat(DAILY).allMatch(quality::mayRecord);
        assertThat(DECIDED).allMatch(quality::mayRecord);
        assertThat(quality.may(Permission.RECALL)).isFalse();
    }

    @Test
    void everyActOfTheContractIsKnown() {
        assertThat(Actor.everyAct()).containsAll(DAILY).containsAll(DECIDED).hasSize(DAILY.size() + DECIDED.size());
    }

    @Test
    void onlyAdministratorsKeepMastersUsersAndTokens() {
        for (Role role : Role.values()) {
            var actor = Actor.of("x", role);
            for (var permission : List.of(
                    Permission.MASTERS, Permission.USERS, Permission.TOKENS, Permission.IMPORT, Permission.VERIFY)) {
                assertThat(actor.may(permission)).isEqualTo(role == Role.ADMINISTRATOR);
            }
        }
    }

    @Test
    void narrowedActorReadsAndRecordsTheseActsOnly() {
        var scanner = new Actor("anna/scanner 3", Role.ADMINISTRATOR, Set.of("move"), "id");
        assertThat(scanner.may(Permission.READ)).isTrue();
        assertThat(scanner.mayRecord("move")).isTrue();
        assertThat(scanner.mayRecord("ship")).isFalse();
        assertThat(scanner.may(Permission.TOKENS)).isFalse();
        assertThat(scanner.user()).isEqualTo("anna");
    }

    @Test
    void narrowingGivesNothingThatTheRoleHasNot() {
        assertThat(new Actor("a", Role.VIEWER, Set.of("ship"), null).mayRecord("ship"))
                .isFalse();
    }

    @Test
    void actThatDoesNotExistNobodyMayRecord() {
        assertThat(Actor.of("x", Role.ADMINISTRATOR).mayRecord("destroy")).isFalse();
        assertThat(Actor.of("x", Role.ADMINISTRATOR).mayRecord("")).isFalse();
    }

    @Test
    void refusalSaysWhichRoleIsLacking() {
        assertThatThrownBy(() -> Actor.of("otto", Role.OPERATOR).requireRecord("hold"))
                .isInstanceOfSatisfying(RefusedException.class, e -> {
                    assertThat(e.refusal().status()).isEqualTo(403);
                    assertThat(e.refusal().code()).isEqualTo("forbidden");
                    assertThat(e.refusal().detail()).isEqualTo("otto is operator; to record hold one must be quality.");
                });
        assertThatThrownBy(() -> Actor.of("otto", Role.OPERATOR).require(Permission.MASTERS))
                .hasMessageContaining(
                        "otto is operator; to keep items, places and partners one must be administrator.");
    }

    @Test
    void refusalSaysWhichActIsLacking() {
        assertThatThrownBy(() -> new Actor("a/s", Role.OPERATOR, Set.of("move", "count"), "id").requireRecord("ship"))
                .hasMessageContaining("a/s shows a token that may record only count, move, not ship.");
    }
}
