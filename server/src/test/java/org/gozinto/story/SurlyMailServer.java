/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server on a bad day: it is too busy for anybody, or knows no address. */
final class SurlyMailServer implements AutoCloseable {

    /** What it does not like. */
    enum Mood {
        TOO_BUSY,
        KNOWS_NOBODY
    }

    private final ServerSocket socket;
    private final Mood mood;
    private final AtomicInteger visits = new AtomicInteger();
    private final CountDownLatch refused;

    /** @param refusals how many {@link #awaitRefusals} waits for */
    SurlyMailServer(Mood mood, int refusals) {
        this.mood = mood;
        this.refused = new CountDownLatch(refusals);
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    int visits() {
        return visits.get();
    }

    boolean awaitRefusals() throws InterruptedException {
        return refused.await(60, TimeUnit.SECONDS);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket visitor = socket.accept()) {
                visits.incrementAndGet();
                talk(visitor);
            } catch (IOException e) {
                // The visitor went away, or the server was closed.
                continue;
            } finally {
                refused.countDown();
            }
        }
    }

    private void talk(Socket visitor) throws IOException {
        if (mood == Mood.TOO_BUSY) {
            say(visitor, "421 4.3.2 Too busy, try later");
            return;
        }
        var in = new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
        say(visitor, "220 here");
        String line = in.readLine();
        while (line != null && !line.startsWith("QUIT")) {
            say(visitor, line.startsWith("RCPT") ? "550 5.1.1 No such mailbox" : "250 fine");
            line = in.readLine();
        }
        say(visitor, "221 bye");
    }

    private static void say(Socket visitor, String words) throws IOException {
        visitor.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        visitor.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
