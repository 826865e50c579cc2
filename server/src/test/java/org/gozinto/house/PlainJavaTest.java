/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The kernel is plain Java: codes, the graph and the factories know neither a framework nor a database. */
class PlainJavaTest {

    private static final String[] KERNEL = {
        "org.gozinto.identify..", "org.gozinto.trace..", "org.gozinto.simulator..", "org.gozinto.analysis.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                    "org.gozinto.identify", "org.gozinto.trace", "org.gozinto.simulator", "org.gozinto.analysis");

    @Test
    void allAreLookedAt() {
        for (String module : new String[] {"identify", "trace", "simulator", "analysis"}) {
            assertThat(CLASSES.stream().filter(c -> c.getPackageName().startsWith("org.gozinto." + module)))
                    .as(module)
                    .hasSizeGreaterThan(10);
        }
    }

    @Test
    void standsOnJavaAlone() {
        classes()
                .that()
                .resideInAnyPackage("org.gozinto.identify..", "org.gozinto.trace..", "org.gozinto.simulator..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.gozinto.identify..",
                        "org.gozinto.trace..",
                        "org.gozinto.simulator..")
                .check(CLASSES);
    }

    @Test
    void analysisStandsOnStatisticsToo() {
        classes()
                .that()
                .resideInAPackage("org.gozinto.analysis..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.gozinto.analysis..",
                        "org.apache.commons.statistics..",
                        "org.apache.commons.numbers..",
                        "org.ojalgo..")
                .check(CLASSES);
    }

    @Test
    void knowsNeitherSpringNorSql() {
        noClasses()
                .that()
                .resideInAnyPackage(KERNEL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void theTraceKnowsNoFactoryAndTheCodesKnowNoTrace() {
        noClasses()
                .that()
                .resideInAPackage("org.gozinto.trace..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.gozinto.simulator..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.gozinto.identify..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.gozinto.trace..", "org.gozinto.simulator..")
                .check(CLASSES);
    }
}
