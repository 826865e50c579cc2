/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gozinto.story.RegistrationSteps.REGISTRATIONS;
import static org.gozinto.story.RegistrationSteps.id;
import static org.gozinto.story.RegistrationSteps.now;
import static org.gozinto.story.RegistrationSteps.png;
import static org.gozinto.story.RegistrationSteps.registers;
import static org.gozinto.story.RegistrationSteps.step;
import static org.gozinto.story.RegistrationSteps.text;
import static org.gozinto.story.RegistrationSteps.tries;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.LedgerSettings;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Owners are forgotten, down to the bytes of the files. */
class ErasureTest {

    private static boolean isIn(byte[] bytes, byte[] wanted) {
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    /** Whether bytes are in any file of the book. */
    private static boolean isKept(Path data, byte[] wanted) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("gozinto.db"))
                    .toList()) {
                if (isIn(Files.readAllBytes(file), wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<byte[]> keys(RunningServer server) {
        return server.room(Database.class)
                .read()
                .sql("select key from owner_key order by number")
                .query((rows, n) -> rows.getBytes(1))
                .list();
    }

    @Test
    void nothingOfAnErasedOwnerIsLeftInTheFiles() throws IOException {
        try (RunningServer server = RunningServer.open(Engine.SQLITE)) {
            Path data = server.room(LedgerSettings.class).data();
            List<String> numbers = new ArrayList<>();
            // So many that pages of the tables split and are put together again.
            for (int i = 0; i < 300; i++) {
                JsonNode made = registers(
                        server,
                        "\"serial\":\"SN%d\",\"seller\":\"Seller%d\",\"owner\":{\"name\":\"Zdzislawa%d\","
                                        .formatted(i, i, i)
                                + "\"email\":\"zdzislawa%d@example.org\",\"phone\":\"+48 555 %d\"}".formatted(i, i));
                numbers.add(text(made, "/number"));
            }
            step(server, numbers.get(7), "\"type\":\"note\",\"text\":\"Zdzislawa7 called\"");
            Answer proof =
                    server.post(REGISTRATIONS + "/" + numbers.get(7) + "/proof?name=bon7.png", "image/png", png());
            assertThat(proof.status()).as(proof.toString()).isEqualTo(201);
            List<byte[]> keys = keys(server);
            assertThat(isKept(data, keys.get(7))).isTrue();

            Answer refused = server.post(
                    REGISTRATIONS + "/" + numbers.get(7) + "/erase",
                    "{\"id\":\"%s\",\"reason\":\"asked by Zdzislawa7\"}".formatted(id()));
            assertThat(refused.code()).isEqualTo("reason-is-personal");
            for (int i = 0; i < 300; i += 7) {
                Answer erased = server.post(
                        REGISTRATIONS + "/" + numbers.get(i) + "/erase",
                        "{\"id\":\"%s\",\"reason\":\"asked for by letter\"}".formatted(id()));
                assertThat(erased.status()).as(erased.toString()).isEqualTo(201);
            }
            for (int i = 0; i < 300; i++) {
                assertThat(isKept(data, keys.get(i))).as("key " + i).isEqualTo(i % 7 != 0);
            }
            for (String word : List.of("Zdzislawa", "zdzislawa7@", "+48 555", "Seller7", "bon7", "called")) {
                assertThat(isKept(data, word.getBytes(StandardCharsets.UTF_8)))
                        .as(word)
                        .isFalse();
            }
            assertThat(isKept(data, Arrays.copyOf(png(), 40))).isFalse();

            JsonNode after = now(server, numbers.get(7));
            assertThat(text(after, "/erased/reason")).isEqualTo("asked for by letter");
            assertThat(server.post(
                                    REGISTRATIONS + "/" + numbers.get(7) + "/erase",
                                    "{\"id\":\"%s\",\"reason\":\"again\"}".formatted(id()))
                            .code())
                    .isEqualTo("owner-erased");
            assertThat(tries(server, numbers.get(7), "\"type\":\"note\",\"text\":\"x\"")
                            .code())
                    .isEqualTo("owner-erased");
            assertThat(server.get(REGISTRATIONS + "/" + numbers.get(8) + "/export")
                            .text("/registration/owner/name"))
                    .isEqualTo("Zdzislawa8");
        }
    }

    @Test
    void onPostgresqlTheRowsAreGone() {
        try (RunningServer server = RunningServer.open(Engine.POSTGRESQL)) {
            JsonNode made = registers(server, "\"serial\":\"" + id() + "\",\"owner\":{\"name\":\"Jo\"}");
            String number = text(made, "/number");
            long before = live(server);
            Answer erased = server.post(
                    REGISTRATIONS + "/" + number + "/erase", "{\"id\":\"%s\",\"reason\":\"letter\"}".formatted(id()));
            assertThat(erased.status()).as(erased.toString()).isEqualTo(201);
            assertThat(live(server)).isEqualTo(before - 1);
            assertThat(keys(server)).anyMatch(key -> Arrays.equals(key, new byte[key.length]));
        }
    }

    private static long live(RunningServer server) {
        return server.room(Database.class)
                .read()
                .sql("select count(*) from owner")
                .query(Long.class)
                .single();
    }
}
