/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gozinto.GozintoServer;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms of the server and the arrows between them. */
class ModulesTest {

    /** The kernel's packages are libraries to the rooms, not rooms; {@link PlainJavaTest} looks after them. */
    private static final ApplicationModules MODULES = ApplicationModules.of(
            GozintoServer.class,
            resideInAnyPackage(
                    "org.gozinto.identify..",
                    "org.gozinto.trace..",
                    "org.gozinto.analysis..",
                    "org.gozinto.simulator.."));

    @Test
    void arrowsPointDownOnly() {
        MODULES.forEach(System.out::println);
        MODULES.verify();
    }

    @Test
    void theLowestRoomsStandOnNothing() {
        for (String lowest : List.of("ledger", "paper")) {
            var room = MODULES.getModuleByName(lowest).orElseThrow();
            assertThat(room.getDirectDependencies(MODULES).isEmpty()).as(lowest).isTrue();
        }
    }

    @Test
    void everyRoomIsKnown() {
        assertThat(MODULES.stream().map(m -> m.getIdentifier().toString()))
                .contains(
                        "ledger",
                        "item",
                        "place",
                        "access",
                        "unit",
                        "genealogy",
                        "movement",
                        "quality",
                        "recall",
                        "web");
    }
}
