/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gozinto.story.PostOffice.await;
import static org.gozinto.story.PostOffice.order;
import static org.gozinto.story.PostOffice.partner;
import static org.gozinto.story.PostOffice.received;
import static org.gozinto.story.PostOffice.tells;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.gozinto.story.RunningServer.Engine;
import org.gozinto.story.SurlyMailServer.Mood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of e-mails when there is no mail server, when it is busy, and when the server stops meanwhile. */
class MailTroubleTest {

    private static RecallCase told(RunningServer server, String kind) {
        var story = new Story(server);
        partner(
                server,
                story.partnerOfName("SHOP"),
                "Shop",
                "[\"customer\"]",
                "{\"email\":\"shop@example.org\",\"language\":\"en\"}");
        story.receive("SUP", "A", "5 R1");
        story.ship("A", "SHOP", "3 R1");
        String seed = "{\"item\":\"%s\",\"lot\":\"R1\"}".formatted(story.code("R"));
        return RecallCase.open(server, kind).prepared(seed).decided("");
    }

    private static String state(RunningServer server, RecallCase recall) {
        return server.get(recall.path("/notices/1")).text("/notice/state");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWaitsIsSentOnceWhenThereIsAServerThatTakesIt(Engine engine) throws InterruptedException {
        RunningServer server = RunningServer.open(engine, PostOffice.sender());
        RecallCase recall = told(server, "recall");
        Answer made = tells(server, recall, "first", "email", "");
        assertThat(made.text("/waitsFor")).isEqualTo("spring.mail.host");
        Answer waiting = server.get(recall.path("/notices"));
        assertThat(waiting.texts("/items", "/state")).containsExactly("waiting");
        assertThat(waiting.text("/items/0/detail")).isEqualTo("No mail server is set (spring.mail.host).");
        String written = server.get(recall.path("/notices/1")).text("/text");

        var busy = new SurlyMailServer(Mood.TOO_BUSY, 2);
        server = server.restarted(PostOffice.settings(busy.port()));
        assertThat(busy.awaitRefusals()).isTrue();
        RunningServer second = server;
        await(() -> second.get(recall.path("/notices")).text("/items/0/detail").contains("Too busy"));
        Answer tried = server.get(recall.path("/notices"));
        assertThat(tried.texts("/items", "/state")).containsExactly("waiting");
        assertThat(tried.json().at("/items/0/tries").asInt()).isPositive();
        int port = busy.port();
        busy.close();

        GreenMail mail = PostOffice.mailServer(port);
        try {
            await(() -> state(second, recall).equals("sent"));
            server = server.restarted(PostOffice.settings(port));
            RunningServer third = server;
            tells(third, recall.at(third), "reminder", "email", "");
            await(() -> received(mail, "shop@example.org").size() == 2);
            List<MimeMessage> all = received(mail, "shop@example.org");
            assertThat(PostOffice.head(all.getFirst(), "Message-ID")).contains(".1@");
            assertThat(PostOffice.head(all.getLast(), "Message-ID")).contains(".2@");
            assertThat(third.get(recall.path("/notices/1")).text("/text")).isEqualTo(written);
            assertThat(third.get(PostOffice.link(PostOffice.part(all.getFirst(), "text/plain")), null)
                            .status())
                    .isEqualTo(200);
        } finally {
            mail.stop();
            server.close();
        }
    }

    @Test
    void anAddressThatTheServerDoesNotKnowFailsAtOnceWithItsWords() {
        try (var nobody = new SurlyMailServer(Mood.KNOWS_NOBODY, 1);
                RunningServer server = RunningServer.open(Engine.SQLITE, PostOffice.settings(nobody.port()))) {
            RecallCase recall = told(server, "recall");
            tells(server, recall, "first", "email", "");
            await(() -> state(server, recall).equals("failed"));
            Answer failed = server.get(recall.path("/notices?state=failed"));
            assertThat(failed.text("/items/0/detail")).contains("550 5.1.1 No such mailbox");
            assertThat(nobody.visits()).isEqualTo(1);
            assertThat(server.get(recall.path("/consignees")).text("/items/0/state"))
                    .isEqualTo("unreachable");
            assertThat(tells(server, recall, "first", "email", "")
                            .json()
                            .at("/made")
                            .asInt())
                    .as("who could not be reached is told again")
                    .isEqualTo(1);
        }
    }

    @Test
    void afterEightTriesAnEmailHasFailed() {
        var settings = new java.util.ArrayList<>(List.of("--gozinto.recall.mail-pause=1ms"));
        try (var busy = new SurlyMailServer(Mood.TOO_BUSY, 8)) {
            for (String setting : PostOffice.settings(busy.port())) {
                if (!setting.contains("mail-pause")) {
                    settings.add(setting);
                }
            }
            try (RunningServer server = RunningServer.open(Engine.SQLITE, settings.toArray(String[]::new))) {
                RecallCase recall = told(server, "recall");
                tells(server, recall, "first", "email", "");
                await(() -> state(server, recall).equals("failed"));
                assertThat(busy.visits()).isEqualTo(8);
                assertThat(server.get(recall.path("/notices")).text("/items/0/detail"))
                        .contains("Too busy");
            }
        }
    }

    @Test
    void nothingIsWrittenWhileItIsNotSetWhoSendsIt() {
        RunningServer server = Engine.SQLITE.shared();
        RecallCase recall = told(server, "recall");
        Answer refused = server.post(recall.path("/notices"), order("first", "email", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("sender-missing");
        assertThat(refused.pointers())
                .containsExactly(
                        "gozinto.recall.sender-name",
                        "gozinto.recall.sender-address",
                        "gozinto.recall.sender-email",
                        "gozinto.public-url");
        assertThat(server.get(recall.path("/notices")).texts("/items", "/n")).isEmpty();
        assertThat(recall.stage()).isEqualTo("scoped");
        String shop = server.get(recall.path("/consignees")).text("/items/0/code");
        assertThat(server.get(recall.path("/notices:preview?consignee=" + shop)).text("/text"))
                .contains("[gozinto.recall.sender-name]");
    }

    @Test
    void whoTriesTokensIsSlowedDownAndWhoHasOneIsNot() {
        GreenMail mail = PostOffice.mailServer(0);
        try (RunningServer server = RunningServer.open(
                Engine.SQLITE, PostOffice.settings(mail.getSmtp().getPort()))) {
            RecallCase recall = told(server, "recall");
            tells(server, recall, "first", "email", "");
            await(() -> received(mail, "shop@example.org").size() == 1);
            String link = PostOffice.link(
                    PostOffice.part(received(mail, "shop@example.org").getFirst(), "text/plain"));
            Answer last = null;
            for (int i = 0; i < 40; i++) {
                last = server.get("/answer/" + "%043d".formatted(i), null);
            }
            assertThat(last.status()).isEqualTo(429);
            assertThat(last.header("Retry-After")).isNotEmpty();
            assertThat(server.get(link, null).status()).isEqualTo(200);
        } finally {
            mail.stop();
        }
    }
}
