/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.DynamicTest;

/**
 * Rows of bad input, sent one by one: each is refused with its status, code and pointer, as a problem document, and
 * leaves no entry behind.
 *
 * <p>A row reads {@code name | what is sent | status code pointer}. What is sent begins with {@code ship} or
 * {@code receive} and one line, with {@code act} and the members of an act, or with a method, an address and a body. In
 * it {@code {A}} is the story's code for A, {@code {NEW}} and {@code {id}} are new each time, and {@code {1 R1}} is
 * that line.
 */
final class BadInput {

    private static final Map<Engine, BadInput> TABLES = new EnumMap<>(Engine.class);
    private static final Pattern NAME = Pattern.compile("\\{([A-Z][A-Z0-9]*|id|1 R1)}");

    final Story story;
    final RunningServer server;

    private record Row(String name, String method, String path, String body, List<String> expected) {}

    private BadInput(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
        stock();
    }

    static BadInput on(Engine engine) {
        return TABLES.computeIfAbsent(engine, BadInput::new);
    }

    /** R1 may be used, R2 is held, R3 has expired; SN1 is in stock, SN2 is at C1, SN3 in BOX; V1 is of lot LA. */
    private void stock() {
        story.serials("SN", "RIG").item("VALVE", "lot+serial", "").untracked("SALT");
        story.place("B", "\"kind\":\"bin\"").vessel("TANK", "\"wellMixed\"");
        story.receive("SUP", "A", "10 R1", "10 R2", "10 R3 expiry=2025-03-01", "SN1", "SN2", "SN3");
        story.receive("SUP", "A", "VALVE: lot=LA serials=V1-V3", "5 OTHER1");
        story.ship("A", "C1", "SN2");
        story.hold("R2", "metal found", "ship", "consume", "move");
        story.commission("A", "RIG1");
        story.pack("BOX", "A", "SN3");
        story.pack("CRATE", "A", "[BOX]");
    }

    String filled(String text) {
        return NAME.matcher(text).replaceAll(name -> switch (name.group(1)) {
            case "id" -> UUID.randomUUID().toString();
            case "NEW" -> "N" + UUID.randomUUID();
            case "1 R1" -> "{\"item\":\"%s\",\"lot\":\"R1\",\"qty\":\"1\"}".formatted(story.code("R"));
            default -> story.code(name.group(1));
        });
    }

    /** The refusals of a table. */
    Stream<DynamicTest> refusals(String table) {
        return table.lines().filter(line -> !line.isBlank()).map(line -> {
            Row row = row(line);
            return dynamicTest(row.name, () -> refuses(row));
        });
    }

    private static Row row(String line) {
        String[] cells = line.split(" \\| ", -1);
        assertThat(cells).as(line).hasSize(3);
        String[] sent = cells[1].strip().split(" ", 2);
        String rest = sent.length > 1 ? sent[1] : "";
        List<String> expected = List.of(cells[2].strip().split(" ", -1));
        return switch (sent[0]) {
            case "ship" -> act(cells[0], "ship \"from\":\"{A}\",\"to\":\"{C1}\",\"lines\":[{" + rest + "}]", expected);
            case "receive" ->
                act(cells[0], "receive \"from\":\"{SUP}\",\"to\":\"{A}\",\"lines\":[{" + rest + "}]", expected);
            case "act" -> act(cells[0], rest, expected);
            default -> {
                String[] target = rest.split(" ", 2);
                yield new Row(
                        cells[0].strip(),
                        sent[0],
                        "/api/v1/" + target[0],
                        target.length > 1 ? target[1] : "",
                        expected);
            }
        };
    }

    private static Row act(String name, String typeAndMembers, List<String> expected) {
        String[] act = typeAndMembers.split(" ", 2);
        String time = act[1].contains("\"occurredAt\"") ? "" : "\"occurredAt\":\"2025-03-06T10:00:00Z\",";
        String body = "{\"type\":\"" + act[0] + "\",\"id\":\"{id}\"," + time + act[1] + "}";
        return new Row(name.strip(), "POST", "/api/v1/entries", body, expected);
    }

    private void refuses(Row row) {
        long before = server.entryCount();
        String path = filled(row.path);
        String body = filled(row.body);
        Answer answer = switch (row.method) {
            case "GET" -> server.get(path);
            case "PUT" -> server.put(path, body);
            default -> server.post(path, body);
        };
        if (row.method.equals("POST") && path.equals("/api/v1/entries")) {
            Answer dry = server.post(path + "?dryRun=true", body);
            assertThat(dry.status() + " " + refusal(dry))
                    .as("a dry run")
                    .isEqualTo(answer.status() + " " + refusal(answer));
        }
        assertThat(answer.status() + " " + answer.code())
                .as(answer.toString())
                .isEqualTo(row.expected.get(0) + " " + row.expected.get(1));
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.text("/type")).isEqualTo("https://gozinto.org/problems/" + answer.code());
        assertThat(answer.text("/title")).isNotBlank();
        assertThat(answer.text("/detail")).isNotBlank();
        if (row.expected.size() > 2) {
            assertThat(answer.pointers()).as(answer.toString()).contains(row.expected.get(2));
            assertThat(answer.text("/errors/0/expected")).isNotBlank();
        }
        assertThat(server.entryCount()).as("nothing is left behind").isEqualTo(before);
    }

    /** What is said, but for the time of day. */
    private static String refusal(Answer answer) {
        return answer.body().replaceAll("is after now, [^ ]+Z", "is after now");
    }
}
