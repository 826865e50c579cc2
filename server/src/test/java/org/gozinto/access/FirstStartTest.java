/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.gozinto.web.AccessServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FirstStartTest {

    private static final String PASSWORD = "seven green bottles";
    private static final Pattern LINK = Pattern.compile("http://localhost:(\\d+)/setup\\?token=([0-9A-Za-z]{32})");

    @TempDir
    Path directory;

    @Test
    void printedLinkMakesTheFirstAdministratorAndLaterStartsPrintNone(CapturedOutput output) {
        try (var server = new AccessServer(directory, null)) {
            var link = LINK.matcher(output.getAll());
            assertThat(link.find()).isTrue();
            assertThat(Integer.parseInt(link.group(1)))
                    .isEqualTo(server.uri("/").getPort());
            String body = "{\"token\":\"%s\",\"name\":\"anna\",\"password\":\"%s\"}";
            var wrong = server.post("/api/v1/setup", null, body.formatted("x".repeat(32), PASSWORD));
            assertThat(wrong.status()).isEqualTo(403);
            var made = server.post("/api/v1/setup", null, body.formatted(link.group(2), PASSWORD));
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.text("/role")).isEqualTo("administrator");
            assertThat(server.post("/api/v1/setup", null, body.formatted(link.group(2), PASSWORD))
                            .status())
                    .isEqualTo(403);
            assertThat(server.get("/api/v1/me", server.signIn("anna", PASSWORD)).text("/role"))
                    .isEqualTo("administrator");
        }
        int length = output.getAll().length();
        try (var server = new AccessServer(directory, null)) {
            assertThat(server.signIn("anna", PASSWORD)).startsWith("gzt_");
        }
        assertThat(LINK.matcher(output.getAll().substring(length)).find()).isFalse();
        assertThat(output.getAll()).doesNotContain(PASSWORD);
    }

    @Test
    void unusableAdminTokenKeepsTheServerFromStartingInPlainWords(CapturedOutput output) {
        try (var server = new AccessServer(directory, "only-31-characters-0123456789-a")) {
            assertThat(server).isNull();
        } catch (RuntimeException e) {
            assertThat(e).hasRootCauseInstanceOf(AdminToken.UnusableAdminTokenException.class);
        }
        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("GOZINTO_ADMIN_TOKEN cannot be used. It has 31 characters.")
                .contains("openssl rand -hex 32")
                .doesNotContain("only-31-characters");
    }
}
