/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gozinto.recall.NoticeStore.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Sends the e-mails that wait, one after the other, on a thread of its own. Each try is written down before it is made,
 * which only the server that may write the book can do; so no two servers send the same one, and one that ends in the
 * middle of a try leaves it to be tried again later under the same Message-ID.
 *
 * <p>Safe for use by many threads.
 */
final class MailCarrier implements SmartLifecycle {

    static final int TRIES_MAX = 8;

    private static final Logger LOG = LoggerFactory.getLogger(MailCarrier.class);

    /** How long a try can take at the most, with all the patience of the connection. */
    private static final Duration CLAIM = Duration.ofMinutes(10);

    /** When nothing wakes it, it looks again after this time. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private static final Duration FAREWELL = Duration.ofSeconds(10);
    private static final int GROWTH = 3;
    private static final int DETAIL_LENGTH_MAX = 500;

    private final NoticeStore store;
    private final Paper paper;
    private final @Nullable JavaMailSender sender;
    private final NoticeSettings settings;
    private final Clock clock;
    private final Semaphore woken = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean running;

    /** What e-mails are made of. */
    record Paper(RecallStore recalls, MailPaper mails, LetterPress letters, AnswerLinks links) {}

    MailCarrier(NoticeStore store, Paper paper, @Nullable JavaMailSender sender, NoticeSettings settings, Clock clock) {
        this.store = store;
        this.paper = paper;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether there is a mail server. */
    boolean canSend() {
        return sender != null;
    }

    /** There may be something to send. */
    void wake() {
        woken.release();
    }

    @Override
    public synchronized void start() {
        if (sender != null && !running) {
            running = true;
            thread = Thread.ofPlatform().daemon().name("mail-carrier").start(() -> carry(sender));
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        wake();
        Thread carrier = thread;
        if (carrier != null) {
            try {
                carrier.join(FAREWELL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void carry(JavaMailSender mail) {
        while (running) {
            Duration wait;
            try {
                wait = round(mail);
            } catch (RuntimeException e) {
                // The book cannot be read or written for the moment; what waits goes on waiting.
                LOG.warn("notices wait: {}", e.getMessage());
                wait = IDLE;
            }
            try {
                if (running && woken.tryAcquire(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Sends what is due; how long there will be nothing to do. */
    private Duration round(JavaMailSender mail) {
        Row row = store.due(nowUs());
        while (row != null && running) {
            if (store.claim(row, nowUs() + micros(CLAIM))) {
                send(mail, row);
            }
            row = store.due(nowUs());
        }
        Long nextUs = store.nextUs();
        if (nextUs == null) {
            return IDLE;
        }
        Duration until = Duration.of(Math.max(0, nextUs - nowUs()), ChronoUnit.MICROS);
        return until.compareTo(IDLE) < 0 ? until : IDLE;
    }

    private void send(JavaMailSender mail, Row row) {
        int tries = row.tries() + 1;
        try {
            mail.send(message(row));
        } catch (MessagingException | RuntimeException e) {
            String words = words(e);
            if (isFinal(e) || tries >= TRIES_MAX) {
                store.failed(row, words);
                LOG.warn("notice {} could not be sent after {} tries: {}", row.n(), tries, words);
            } else {
                store.again(row, nowUs() + micros(pause(tries)), words);
            }
            return;
        }
        store.sent(row, nowUs());
    }

    /** Longer after each failure: at a minute, the last try is about 18 hours after the first. */
    private Duration pause(int tries) {
        long times = 1;
        for (int i = 1; i < tries; i++) {
            times *= GROWTH;
        }
        return settings.mailPause().multipliedBy(times);
    }

    private MimeMessage message(Row row) throws MessagingException {
        RecallStore.Recall recall = paper.recalls().byNumber(row.recall());
        String link = paper.links().of(recall, row.n(), row.notice());
        byte[] letter =
                settings.attachLetter() ? paper.letters().pdf(new LetterPress.Addressed(row.notice(), link)) : null;
        return paper.mails()
                .message(
                        Session.getInstance(new Properties()),
                        new MailPaper.Outgoing(
                                row.notice(), String.valueOf(row.address()), link, recall.id(), row.n(), letter));
    }

    /** Whether the server says that there is no such address: to try again would say the same. */
    private static boolean isFinal(Exception failure) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof SendFailedException refused
                    && refused.getInvalidAddresses() != null
                    && refused.getInvalidAddresses().length > 0) {
                return true;
            }
        }
        return false;
    }

    /** What the mail server said, on one line. */
    private static String words(Exception failure) {
        List<Throwable> causes = causes(failure);
        String words = NoticeText.oneLine(String.valueOf(causes.getLast().getMessage()));
        return words.length() <= DETAIL_LENGTH_MAX ? words : words.substring(0, DETAIL_LENGTH_MAX);
    }

    /** A failure and what is behind it, the innermost last. */
    private static List<Throwable> causes(Exception failure) {
        var causes = new ArrayList<Throwable>();
        Throwable next = failure;
        while (next != null && causes.size() < 20) {
            causes.add(next);
            next = switch (next) {
                case MailSendException many
                when many.getMessageExceptions().length > 0 -> many.getMessageExceptions()[0];
                case MessagingException one when one.getNextException() != null -> one.getNextException();
                default -> next.getCause();
            };
        }
        return causes;
    }

    private long nowUs() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
