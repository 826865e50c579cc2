/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.gozinto.ledger.Refusal;
import org.gozinto.paper.Languages;
import org.gozinto.paper.mail.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices are sent. Who sends them is asked for and never made up.
 *
 * @param senderName of the company
 * @param senderAddress lines separated by line breaks or {@code |}
 * @param senderEmail from which e-mails come, and to which answers go
 * @param senderContact the person or department for questions
 * @param language of notices to those whose language is not known
 * @param linkDays how long the link for the answer works
 * @param attachLetter whether the letter goes with the e-mail as PDF
 * @param mailPause after the first failure; it grows with each one that follows
 */
@ConfigurationProperties("gozinto.recall")
record NoticeSettings(
        @Nullable String senderName,
        @Nullable String senderAddress,
        @Nullable String senderEmail,
        @Nullable String senderPhone,
        @Nullable String senderContact,
        @DefaultValue("en") String language,
        @DefaultValue("400") int linkDays,
        @DefaultValue("false") boolean attachLetter,
        @DefaultValue("1m") Duration mailPause) {

    private static final String PREFIX = "gozinto.recall.sender-";

    NoticeSettings {
        if (!Languages.ALL.contains(language)) {
            throw new IllegalArgumentException(
                    "gozinto.recall.language is " + language + "; it can be " + String.join(", ", Languages.ALL));
        }
    }

    /** Who sends; refused with all that is missing for this channel. */
    Notice.Sender sender(boolean byEmail, String publicUrl) {
        Refusal refusal = Refusal.of(
                "sender-missing",
                "It is not set who sends notices",
                "Notices carry the sender's name, address and contact, and nobody but you knows them.");
        int complete = refusal.faults().size();
        refusal = asked(refusal, senderName, "name", "the name of the company");
        refusal = asked(refusal, senderAddress, "address", "its postal address, lines separated by |");
        if (byEmail || isBlank(senderPhone)) {
            refusal = asked(refusal, senderEmail, "email", "the address from which e-mails come");
        }
        if (!isBlank(senderEmail) && MailAddress.of(senderEmail) == null) {
            refusal = refusal.at(PREFIX + "email", "name@example.org", "Correct the setting.");
        }
        if (publicUrl.isEmpty()) {
            refusal = refusal.at(
                    "gozinto.public-url",
                    "the address of this server for everybody, such as https://recalls.example.org",
                    "Set it, so that those who are told can answer.");
        }
        if (refusal.faults().size() > complete) {
            throw refusal.asException();
        }
        return shown();
    }

    private static Refusal asked(Refusal refusal, @Nullable String value, String name, String expected) {
        return isBlank(value) ? refusal.at(PREFIX + name, expected, "Set it and start the server again.") : refusal;
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    /** Who sends, with the name of the setting where it is missing; for looking at. */
    Notice.Sender shown() {
        return new Notice.Sender(
                isBlank(senderName) ? "[" + PREFIX + "name]" : line(senderName),
                isBlank(senderAddress) ? List.of("[" + PREFIX + "address]") : lines(senderAddress),
                isBlank(senderEmail) ? null : line(senderEmail),
                isBlank(senderPhone) ? null : line(senderPhone),
                isBlank(senderContact) ? null : line(senderContact));
    }

    private static String line(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[\\r\\n|]+"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
