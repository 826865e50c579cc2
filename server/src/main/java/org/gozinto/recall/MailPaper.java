/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.gozinto.paper.mail.Letter;
import org.gozinto.paper.mail.MailAddress;
import org.jspecify.annotations.Nullable;

/** Makes e-mails of notices: plain text and HTML, and the letter with it where that is wanted. */
final class MailPaper {

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

    /** The e-mail of a notice. */
    MimeMessage message(Session session, Outgoing outgoing) throws MessagingException {
        Notice notice = outgoing.notice();
        String from = MailAddress.of(notice.sender().email());
        if (from == null) {
            throw new MessagingException("the sender has no e-mail address");
        }
        byte[] letter = outgoing.letter();
        String drill = notice.drill() ? "[" + NoticeWords.in(notice.language()).get("kind_mock") + "] " : "";
        return new Letter(
                        outgoing.recallId() + "." + outgoing.n(),
                        new Letter.Party(notice.sender().name(), from),
                        new Letter.Party(notice.to().name(), outgoing.address()),
                        drill + notice.subject(),
                        notice.text().replace(Notice.LINK, outgoing.link()),
                        html(notice, outgoing.link()),
                        notice.language(),
                        letter == null ? null : new Letter.File(notice.recall() + ".pdf", "application/pdf", letter))
                .message(session);
    }
}
