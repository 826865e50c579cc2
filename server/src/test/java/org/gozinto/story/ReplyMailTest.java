/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gozinto.story.PostOffice.await;
import static org.gozinto.story.PostOffice.received;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gozinto.story.RunningServer.Engine;
import org.gozinto.story.SurlyMailServer.Mood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replies to whoever complained, by a real mail server. */
class ReplyMailTest {

    private static final Pattern LINK =
            Pattern.compile("https://recalls\\.example\\.org(/complaint/[A-Za-z0-9_-]{43})");

    private static String complaint(RunningServer server, String reporter) {
        Answer taken = server.post("/api/v1/complaints", """
                {"id":"%s","description":"The battery smells","reporter":%s}
                """.formatted(UUID.randomUUID(), reporter));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        return "/api/v1/complaints/" + taken.text("/number");
    }

    private static void reply(RunningServer server, String complaint, String text) {
        Answer taken = server.post(complaint + "/steps", """
                {"id":"%s","step":{"type":"reply","text":"%s"}}
                """.formatted(UUID.randomUUID(), text));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
    }

    private static List<String> steps(RunningServer server, String complaint) {
        return server.get(complaint + "/steps").texts("/items", "/type");
    }

    @ParameterizedTest
    @EnumSource
    void aReplyGoesToTheReporterInTheirLanguageWithTheLink(Engine engine) {
        PostOffice office = PostOffice.shared(engine);
        String address = "jo" + UUID.randomUUID() + "@example.org";
        String complaint =
                complaint(office.server, "{\"name\":\"Jo\",\"email\":\"%s\",\"language\":\"de\"}".formatted(address));
        reply(office.server, complaint, "Wir tauschen <sie> um.");
        MimeMessage mail = office.to(address, 1).getFirst();
        assertThat(PostOffice.subject(mail)).startsWith("Unsere Antwort auf Ihre Beanstandung C-");
        String text = PostOffice.part(mail, "text/plain");
        assertThat(text).contains("Wir tauschen <sie> um.");
        assertThat(PostOffice.part(mail, "text/html")).contains("Wir tauschen &lt;sie&gt; um.");
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        assertThat(office.server.get(link.group(1), null).status()).isEqualTo(200);
        await(() -> steps(office.server, complaint).contains("mailed"));
        assertThat(steps(office.server, complaint)).containsExactly("take", "reply", "link", "mailed");

        String silent = complaint(office.server, "{\"name\":\"Jo\"}");
        reply(office.server, silent, "Thank you");
        assertThat(steps(office.server, silent)).containsExactly("take", "reply");
    }

    @Test
    void troubleIsAStepAndItIsTriedAgain() throws InterruptedException {
        var busy = new SurlyMailServer(Mood.TOO_BUSY, 1);
        int port = busy.port();
        try (RunningServer server = RunningServer.open(Engine.SQLITE, PostOffice.settings(port))) {
            String complaint = complaint(server, "{\"email\":\"jo@example.org\"}");
            reply(server, complaint, "We look into it");
            assertThat(busy.awaitRefusals()).isTrue();
            await(() -> steps(server, complaint).contains("mailTrouble"));
            busy.close();
            GreenMail mail = PostOffice.mailServer(port);
            try {
                await(() -> received(mail, "jo@example.org").size() == 1);
                await(() -> steps(server, complaint).contains("mailed"));
                Answer all = server.get(complaint + "/steps");
                assertThat(all.text("/items/3/step/detail")).contains("Too busy");
                assertThat(received(mail, "jo@example.org")).hasSize(1);
            } finally {
                mail.stop();
            }
        }
    }

    @Test
    void anAddressThatNobodyKnowsIsGivenUp() {
        try (var nobody = new SurlyMailServer(Mood.KNOWS_NOBODY, 1);
                RunningServer server = RunningServer.open(Engine.SQLITE, PostOffice.settings(nobody.port()))) {
            String complaint = complaint(server, "{\"email\":\"gone@example.org\"}");
            reply(server, complaint, "Hello");
            await(() -> steps(server, complaint).contains("mailTrouble"));
            Answer all = server.get(complaint + "/steps");
            assertThat(all.json().at("/items/3/step/givenUp").asBoolean()).isTrue();
            assertThat(nobody.visits()).isEqualTo(1);
        }
    }
}
