/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gozinto.story.RunningServer.Engine;

/** A server that may write letters, with a mail server beside it that keeps what it is given. */
final class PostOffice {

    private static final Pattern LINK = Pattern.compile("https://recalls\\.example\\.org(/answer/[A-Za-z0-9_-]+)");
    private static final Map<Engine, PostOffice> SHARED = new EnumMap<>(Engine.class);
    private static final long START_MS = 20_000;

    final RunningServer server;
    final GreenMail mail;

    private PostOffice(Engine engine) {
        this.mail = mailServer(0);
        this.server = RunningServer.open(engine, settings(mail.getSmtp().getPort()));
        server.endWithTheJvm(engine);
    }

    static synchronized PostOffice shared(Engine engine) {
        return SHARED.computeIfAbsent(engine, PostOffice::new);
    }

    /** A mail server at the port; a port that was just given up may be taken by somebody's call for a moment. */
    static GreenMail mailServer(int port) {
        var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        // A busy machine takes longer than the two seconds that it gives itself.
        setup.setServerStartupTimeout(START_MS);
        var started = new AtomicReference<GreenMail>();
        await(() -> {
            var mail = new GreenMail(setup);
            try {
                mail.start();
            } catch (IllegalStateException taken) {
                return false;
            }
            started.set(mail);
            return true;
        });
        return started.get();
    }

    static String[] sender() {
        return new String[] {
            "--gozinto.public-url=https://recalls.example.org/",
            "--gozinto.recall.sender-name=Voltride GmbH",
            "--gozinto.recall.sender-address=Hafenstraße 12|20457 Hamburg|Germany",
            "--gozinto.recall.sender-email=recall@voltride.example",
            "--gozinto.recall.sender-phone=+49 40 123456",
            "--gozinto.recall.mail-pause=100ms"
        };
    }

    static String[] settings(int port) {
        List<String> all = new ArrayList<>(Arrays.asList(sender()));
        all.add("--spring.mail.host=127.0.0.1");
        all.add("--spring.mail.port=" + port);
        return all.toArray(String[]::new);
    }

    static String order(String kind, String channel, String more) {
        return order(UUID.randomUUID().toString(), kind, channel, more);
    }

    static String order(String id, String kind, String channel, String more) {
        return "{\"id\":\"%s\",\"kind\":\"%s\",\"channel\":\"%s\"%s}".formatted(id, kind, channel, more);
    }

    /** Orders notices; what it says must be accepted. */
    static Answer tells(RunningServer server, RecallCase recall, String kind, String channel, String more) {
        Answer made = server.post(recall.path("/notices"), order(kind, channel, more));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made;
    }

    /** A partner with a contact; {@code roles} and {@code contact} are JSON. */
    static void partner(RunningServer server, String code, String name, String roles, String contact) {
        Answer made = server.post(
                "/api/v1/partners",
                "{\"code\":\"%s\",\"name\":\"%s\",\"roles\":%s,\"contact\":%s}".formatted(code, name, roles, contact));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    /** All that came for an address, in the order in which it came; waits until there are as many. */
    List<MimeMessage> to(String address, int count) {
        await(() -> received(mail, address).size() >= count);
        List<MimeMessage> received = received(mail, address);
        assertThat(received).hasSize(count);
        return received;
    }

    static List<MimeMessage> received(GreenMail mail, String address) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> head(message, "To").contains(address))
                .toList();
    }

    static void await(BooleanSupplier condition) {
        long giveUpNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(giveUpNs);
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    static String head(MimeMessage message, String name) {
        try {
            return String.valueOf(message.getHeader(name, null));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The part of a type, such as {@code text/plain}. */
    static String part(MimeMessage message, String type) {
        try {
            return part(message.getContent(), type);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String part(Object content, String type) throws MessagingException, IOException {
        if (content instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                String found =
                        part.isMimeType(type) ? String.valueOf(part.getContent()) : part(part.getContent(), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    /** The path of the link in a text. */
    static String link(String text) {
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }
}
