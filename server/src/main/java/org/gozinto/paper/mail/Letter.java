/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.paper.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * An e-mail: plain text and HTML, and a file with it where that is wanted.
 *
 * @param id of which the Message-ID is made, the same for each try, so that a second copy can be told for one
 * @param from who sends it
 * @param to who gets it
 * @param language of the text, such as {@code de}
 * @param file null for none
 */
public record Letter(
        String id,
        Party from,
        Party to,
        String subject,
        String text,
        String html,
        String language,
        @Nullable File file) {

    private static final int SUBJECT_LENGTH_MAX = 200;

    /**
     * A sender or a recipient.
     *
     * @param address as {@link MailAddress} has it
     */
    public record Party(String name, String address) {}

    /** A file that goes with an e-mail. */
    public record File(String name, String type, byte[] bytes) {}

    /** As it goes on the wire; nothing in names or subjects can add a line to its head. */
    public MimeMessage message(Session session) throws MessagingException {
        var message = new Named(
                session, "<" + id + from.address().substring(from.address().indexOf('@')) + ">");
        var helper = new MimeMessageHelper(
                message,
                file == null
                        ? MimeMessageHelper.MULTIPART_MODE_RELATED
                        : MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED,
                StandardCharsets.UTF_8.name());
        helper.setFrom(named(from));
        helper.setTo(named(to));
        helper.setSubject(shortened(oneLine(subject)));
        helper.setText(text, html);
        if (file != null) {
            helper.addAttachment(file.name(), new ByteArrayResource(file.bytes()), file.type());
        }
        message.setHeader("Content-Language", language);
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

    private static InternetAddress named(Party party) throws MessagingException {
        try {
            return new InternetAddress(
                    party.address(), shortened(oneLine(party.name())), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("every Java has UTF-8", e);
        }
    }

    private static String shortened(String text) {
        return text.length() <= SUBJECT_LENGTH_MAX ? text : text.substring(0, SUBJECT_LENGTH_MAX - 1) + "…";
    }

    /** A line that cannot become two, whatever was typed. */
    public static String oneLine(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.LINE_SEPARATOR ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
