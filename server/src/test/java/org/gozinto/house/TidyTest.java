/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sources of all modules are tidy. */
class TidyTest {

    private static final String HEADER =
            "/*\n * Copyright The Gozinto Authors\n * SPDX-License-Identifier: Apache-2.0\n */\npackage org.gozinto.x;\n";

    /** The root of the repository, from whichever directory the tests run in. */
    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve("LICENSE.header"))) {
            at = at.getParent();
        }
        assertThat(at).as("the root of the repository").isNotNull();
        return at;
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(root())) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !root().relativize(f).toString().contains("target"))
                    .toList();
        }
    }

    private static String name(Path source) {
        return root().relativize(source).toString().replace('\\', '/');
    }

    @Test
    void everySourceIsTidy() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path source : sources()) {
            faults.addAll(Tidy.faults(name(source), Files.readString(source)));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyMainPackageIsNullMarked() throws IOException {
        var unmarked = new TreeSet<String>();
        for (Path source : sources()) {
            if (name(source).contains("/src/main/java/")) {
                Path info = source.resolveSibling("package-info.java");
                if (!Files.exists(info) || !Files.readString(info).contains("@NullMarked")) {
                    unmarked.add(name(source.getParent()));
                }
            }
        }
        assertThat(unmarked).isEmpty();
    }

    @Test
    void everyModuleIsLookedAt() throws IOException {
        var modules = new TreeSet<String>();
        for (Path source : sources()) {
            modules.add(name(source).substring(0, name(source).indexOf('/')));
        }
        assertThat(modules).contains("identify", "trace", "simulator", "server", "cli");
    }

    private static List<String> faults(String body) {
        return Tidy.faults("server/src/test/java/org/gozinto/x/X.java", HEADER + body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class X { long t = System.current" + "TimeMillis(); }",
                "class X { long t = System\u002ecurrent" + "TimeMillis(); }",
                "class X { Object r = new Random" + "(); }",
                "class X { Object r = new java.util.Random" + "( ); }",
                "class X { Object d = LocalDate" + ".now(); }",
                "class X { Object d = Instant" + ".now(); }",
                "class X { void f(Exception e) { e.print" + "StackTrace(); } }",
                "class X { void f() throws Exception { Thread." + "sleep(5); } }",
                "class X { String sql = \"select" + " * from entry\"; }",
                "class X { String sql = \"\"\"\n    SELECT" + " e.*\n    FROM entry e\n    \"\"\"; }",
                "class X { } // TO" + "DO later",
                "class X { } /* FIX" + "ME */",
                "class Text" + "Util { }",
                "interface A { } final class A" + "Impl implements A { }",
                "record Lot" + "Manager(int x) { }",
                "enum Name" + "Helper { A }"
            })
    void aPlantedFaultIsFound(String body) {
        assertThat(faults(body)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class X { Object r = new Random(42); }",
                "class X { Object d = LocalDate.now(clock); }",
                "class X { String s = \"System.current" + "TimeMillis() is banned\"; }",
                "class X { } // LocalDate" + ".now() is banned",
                "class X { String s = \"select count(*) from entry\"; }",
                "class X { char c = '\"'; char d = '\\''; String t = \"\\\"\"; }",
                "class Implement { } class Helpful { } class Utility { }"
            })
    void whatIsTidyIsLeftAlone(String body) {
        assertThat(faults(body)).isEmpty();
    }

    @Test
    void aMissingHeaderIsFound() {
        assertThat(Tidy.faults("a/src/main/java/X.java", "package x;\nclass X {}\n"))
                .hasSize(1);
    }

    @Test
    void aLongLineIsFound() {
        String most = "int x" + "x".repeat(Tidy.LINE_LENGTH_MAX - 6) + ";";
        assertThat(faults(most)).isEmpty();
        assertThat(faults(most + " ")).hasSize(1);
    }

    @Test
    void aLongFileIsFound() {
        int header = (int) HEADER.lines().count();
        assertThat(faults("\n".repeat(Tidy.FILE_LINES_MAX - header))).isEmpty();
        assertThat(faults("\n".repeat(Tidy.FILE_LINES_MAX - header + 1))).hasSize(1);
    }

    @Test
    void aLongMethodIsFound() {
        for (String head : List.of(
                "void f() {\n",
                "X() {\n",
                "<T> java.util.List<T> f(java.util.Map<String, T> m, int... n)\n        throws Exception {\n",
                "Object a = new Object() { public String toString() {\n")) {
            String tail = "    }\n" + (head.contains("toString") ? "};\n" : "") + "}\n";
            String fits = "class X {\n    " + head + "        ;\n".repeat(Tidy.METHOD_LINES_MAX - 2) + tail;
            String tooLong = "class X {\n    " + head + "        ;\n".repeat(Tidy.METHOD_LINES_MAX - 1) + tail;
            assertThat(faults(fits)).as(head).isEmpty();
            assertThat(faults(tooLong)).as(head).hasSize(1);
        }
    }

    @Test
    void aLongClassOfShortMethodsIsTidy() {
        assertThat(faults("class X {\n" + "    void f() {\n        if (a) {\n        }\n    }\n".repeat(100) + "}\n"))
                .isEmpty();
    }
}
