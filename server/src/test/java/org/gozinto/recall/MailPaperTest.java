/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.gozinto.paper.mail.MailAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** E-mails as they go on the wire. */
class MailPaperTest {

    private static final String INJECTED = "Shop\r\nBcc: everybody@example.org\r\n\r\nBuy this";

    private final MailPaper paper = new MailPaper(new NoticeStationery());

    private static Notice notice(String name, String subject) {
        return new Notice(
                "R-2026-001",
                "first",
                "email",
                "en",
                false,
                "2026-11-22",
                "2027-12-27",
                new Notice.Sender(name, List.of("Road 1"), "recall@voltride.example", null, null),
                new Notice.Recipient("C1", name, null, List.of(), "shop@example.org", null),
                List.of(),
                subject,
                "Hello " + Notice.LINK,
                "<p>Hello</p>");
    }

    private MimeMessage message(Notice notice, byte @Nullable [] letter) throws MessagingException, IOException {
        MimeMessage made = paper.message(
                Session.getInstance(new Properties()),
                new MailPaper.Outgoing(
                        notice, "shop@example.org", "https://x.example/answer/abc", "the-case", 7, letter));
        var out = new ByteArrayOutputStream();
        made.writeTo(out);
        return new MimeMessage(
                Session.getInstance(new Properties()), new java.io.ByteArrayInputStream(out.toByteArray()));
    }

    private static String text(MimeMessage message) throws MessagingException, IOException {
        var out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void namesAndSubjectsCannotAddALineToTheHead() throws MessagingException, IOException {
        MimeMessage message = message(notice(INJECTED, INJECTED), null);
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getSubject()).contains("Shop", "Bcc:").doesNotContain("\n", "\r");
        String head = text(message).split("\r\n\r\n", 2)[0];
        assertThat(head).contains("Content-Type").doesNotContain("\nBcc:", "\nBuy this");
    }

    @Test
    void theMessageIdIsTheSameForEachTry() throws MessagingException, IOException {
        Notice notice = notice("Shop Łódź", "Größe");
        assertThat(message(notice, null).getMessageID())
                .isEqualTo(message(notice, null).getMessageID())
                .isEqualTo("<the-case.7@voltride.example>");
        assertThat(message(notice, null).getSubject()).isEqualTo("Größe");
    }

    @Test
    void aLetterGoesWithItWhereItIsWanted() throws MessagingException, IOException {
        String with = text(message(notice("Shop", "Hello"), "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
        assertThat(with).contains("application/pdf", "R-2026-001.pdf");
        assertThat(text(message(notice("Shop", "Hello"), null))).doesNotContain("application/pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "shop@example.org, shop@example.org",
        "' a.b+c@sub.example.org ', a.b+c@sub.example.org",
        "info@köln.example, info@xn--kln-sna.example",
        "root@localhost, root@localhost"
    })
    void anAddressIsTakenAsItGoesOnTheWire(String typed, String address) {
        assertThat(MailAddress.of(typed)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@",
                "@b",
                "a b@c.example",
                "a@b@c.example",
                "a@b.example,c@d.example",
                "Shop <a@b.example>",
                "a@b.example\r\nBcc: c@d.example",
                "a\n@b.example",
                "\"a b\"@c.example",
                "a@[127.0.0.1]",
                "a@-b.example",
                "a@b..example",
                "żółw@example.org"
            })
    void whatIsNoPlainAddressIsNone(String typed) {
        assertThat(MailAddress.of(typed)).isNull();
    }

    @Test
    void anAddressThatIsTooLongIsNone() {
        assertThat(MailAddress.of("a@" + "b".repeat(300) + ".example")).isNull();
        assertThat(MailAddress.of(null)).isNull();
    }
}
