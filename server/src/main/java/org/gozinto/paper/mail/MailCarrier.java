/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.paper.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
 *
 * @param <W> what waits
 */
public final class MailCarrier<W> implements SmartLifecycle {

    public static final int TRIES_MAX = 8;

    private static final Logger LOG = LoggerFactory.getLogger(MailCarrier.class);

    /** How long a try can take at the most, with all the patience of the connection. */
    private static final Duration CLAIM = Duration.ofMinutes(10);

    /** When nothing wakes it, it looks again after this time. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private static final Duration FAREWELL = Duration.ofSeconds(10);
    private static final int GROWTH = 3;
    private static final int DETAIL_LENGTH_MAX = 500;

    private final String name;
    private final Outbox<W> outbox;
    private final @Nullable JavaMailSender sender;
    private final Duration firstPause;
    private final Clock clock;
    private final Semaphore woken = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean running;

    /**
     * Carries what is in an outbox.
     *
     * @param name of what is carried, for logs and the thread
     * @param sender null when there is no mail server: all waits then
     * @param firstPause after the first failure; it grows with each one that follows
     */
    public MailCarrier(
            String name, Outbox<W> outbox, @Nullable JavaMailSender sender, Duration firstPause, Clock clock) {
        this.name = name;
        this.outbox = outbox;
        this.sender = sender;
        this.firstPause = firstPause;
        this.clock = clock;
    }

    /** Whether there is a mail server. */
    public boolean canSend() {
        return sender != null;
    }

    /** There may be something to send. */
    public void wake() {
        woken.release();
    }

    @Override
    public synchronized void start() {
        if (sender != null && !running) {
            running = true;
            thread = Thread.ofPlatform().daemon().name("mail-carrier-" + name).start(() -> carry(sender));
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
                LOG.warn("e-mails of {} wait: {}", name, e.getMessage());
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
        W waiting = outbox.due(nowUs());
        while (waiting != null && running) {
            if (outbox.claim(waiting, nowUs() + micros(CLAIM))) {
                send(mail, waiting);
            }
            waiting = outbox.due(nowUs());
        }
        Long nextUs = outbox.nextUs();
        if (nextUs == null) {
            return IDLE;
        }
        Duration until = Duration.of(Math.max(0, nextUs - nowUs()), ChronoUnit.MICROS);
        return until.compareTo(IDLE) < 0 ? until : IDLE;
    }

    private void send(JavaMailSender mail, W waiting) {
        int tries = outbox.tries(waiting) + 1;
        try {
            mail.send(outbox.message(waiting, Session.getInstance(new Properties())));
        } catch (MessagingException | RuntimeException e) {
            String words = words(e);
            if (isFinal(e) || tries >= TRIES_MAX) {
                outbox.failed(waiting, words);
                LOG.warn("an e-mail of {} could not be sent after {} tries: {}", name, tries, words);
            } else {
                outbox.again(waiting, nowUs() + micros(pause(tries)), words);
            }
            return;
        }
        outbox.sent(waiting, nowUs());
    }

    /** Longer after each failure: at a minute, the last try is about 18 hours after the first. */
    private Duration pause(int tries) {
        long times = 1;
        for (int i = 1; i < tries; i++) {
            times *= GROWTH;
        }
        return firstPause.multipliedBy(times);
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
        String words = Letter.oneLine(String.valueOf(causes.getLast().getMessage()));
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
