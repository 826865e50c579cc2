/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Makes e-mails of notices: plain text and HTML, and the letter with it where that is wanted. */
final class MailPaper {

    private static final int SUBJECT_LENGTH_MAX = 200;

    private final NoticeStationery stationery;

    MailPaper(NoticeStationery stationery) {
        this.stationery = stationery;
    }

    /** The whole page of a notice. */
    String html(Notice notice, String link) {
        NoticeWords words = NoticeWords.in(notice.language());
        Map<String, Object> values = new HashMap<>();
        values.put("w", words.all());
        values.put("lang", notice.language());
        values.put("subject", notice.subject());
        values.put("css", stationery.style("mail.css"));
        values.put("body", notice.html());
        values.put("link", notice.hasLink() ? link : null);
        values.put("until", words.get("answerUntil", "day", words.day(LocalDate.parse(notice.until()))));
        values.put("reach", notice.sender().reach());
        values.put("senderName", notice.sender().name());
        values.put("senderAddress", String.join(", ", notice.sender().address()));
        return stationery.fill("mail.html", values);
    }

    /**
     * What is sent.
     *
     * @param recallId the id of the case, for a Message-ID that is the same each time
     * @param letter the letter as PDF; null for none
     */
    record Outgoing(Notice notice, String address, String link, String recallId, long n, byte @Nullable [] letter) {}

    /** The e-mail; nothing in names or subjects can add a line to its head. */
    MimeMessage message(Session session, Outgoing outgoing) throws MessagingException {
        Notice notice = outgoing.notice();
        String from = MailAddress.of(notice.sender().email());
        if (from == null) {
            throw new MessagingException("the sender has no e-mail address");
        }
        var message = new Named(session, messageId(outgoing, from));
        byte[] letter = outgoing.letter();
        var helper = new MimeMessageHelper(
                message,
                letter == null
                        ? MimeMessageHelper.MULTIPART_MODE_RELATED
                        : MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED,
                StandardCharsets.UTF_8.name());
        helper.setFrom(named(from, notice.sender().name()));
        helper.setTo(named(outgoing.address(), notice.to().name()));
        helper.setSubject(shortened(
                (notice.drill() ? "[" + NoticeWords.in(notice.language()).get("kind_mock") + "] " : "")
                        + NoticeText.oneLine(notice.subject())));
        helper.setText(notice.text().replace(Notice.LINK, outgoing.link()), html(notice, outgoing.link()));
        if (letter != null) {
            helper.addAttachment(notice.recall() + ".pdf", new ByteArrayResource(letter), "application/pdf");
        }
        message.setHeader("Content-Language", notice.language());
        return message;
    }

    /** Keeps the id that it is given, where others make a new one each time they are written. */
    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, String id) throws MessagingException {
            super(session);
            this.id = id;
            updateMessageID();
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** The same for each try, so that a second copy can be told for one. */
    private static String messageId(Outgoing outgoing, String from) {
        return "<" + outgoing.recallId() + "." + outgoing.n() + from.substring(from.indexOf('@')) + ">";
    }

    private static InternetAddress named(String address, String name) throws MessagingException {
        try {
            return new InternetAddress(address, shortened(NoticeText.oneLine(name)), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("every Java has UTF-8", e);
        }
    }

    private static String shortened(String text) {
        return text.length() <= SUBJECT_LENGTH_MAX ? text : text.substring(0, SUBJECT_LENGTH_MAX - 1) + "…";
    }
}
