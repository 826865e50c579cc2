/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.gozinto.ledger.Refusal;

/**
 * The line to a printer: a raw TCP port that takes what it is sent and answers nothing. A printer that is out of paper
 * takes no more after its memory is full; it is waited for as long as the patience lasts. Safe for use by many threads.
 */
final class Wire implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int BUFFER_BYTES = 16 << 10;

    private final Duration patience;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("printer-watch").factory());

    /** @param patience how long a printer may take nothing */
    Wire(Duration patience) {
        this.patience = patience;
    }

    /** Comes out of a line that did not hold. */
    static final class Failed extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        Failed(Refusal refusal) {
            super(refusal.detail(), null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    /** Writes what is to be sent. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    void send(Printer printer, Writing writing) {
        try (Socket socket = new Socket()) {
            connect(printer, socket);
            var stalled = new AtomicBoolean();
            try {
                write(socket, writing, stalled);
            } catch (IOException e) {
                throw stalled.get()
                        ? failed(printer, "printer-refused", "took nothing for " + patience.toSeconds() + " seconds")
                        : failed(printer, "printer-refused", "broke the connection: " + e.getMessage());
            }
        } catch (IOException e) {
            throw failed(printer, "printer-unreachable", String.valueOf(e.getMessage()));
        }
    }

    private static void connect(Printer printer, Socket socket) {
        int port = printer.port() == null ? 0 : printer.port();
        var address = new InetSocketAddress(String.valueOf(printer.host()), port);
        if (address.isUnresolved()) {
            throw failed(printer, "printer-unreachable", "is not known by this name");
        }
        try {
            socket.connect(address, Math.toIntExact(CONNECT.toMillis()));
        } catch (SocketTimeoutException e) {
            throw failed(printer, "printer-unreachable", "did not answer within " + CONNECT.toSeconds() + " seconds");
        } catch (ConnectException e) {
            throw failed(printer, "printer-refused", "refused the connection");
        } catch (IOException e) {
            throw failed(printer, "printer-unreachable", String.valueOf(e.getMessage()));
        }
    }

    private static Failed failed(Printer printer, String code, String what) {
        return new Failed(Refusal.of(
                        code,
                        code.equals("printer-refused")
                                ? "The printer did not take it"
                                : "The printer cannot be reached",
                        "Printer " + printer.code() + " at " + printer.host() + ":" + printer.port() + " " + what + ".")
                .status(503)
                .at(
                        "/printer",
                        "a printer that is on, has paper and listens on this port",
                        "Look after the printer, then send the same again."));
    }

    /** A blocked write has no time limit of its own, so the socket is closed when nothing moves any more. */
    private void write(Socket socket, Writing writing, AtomicBoolean stalled) throws IOException {
        var moved = new AtomicLong(System.nanoTime());
        long everyMs = Math.max(20, patience.toMillis() / 10);
        var look = watch.scheduleWithFixedDelay(
                () -> {
                    if (System.nanoTime() - moved.get() > patience.toNanos()) {
                        stalled.set(true);
                        close(socket);
                    }
                },
                everyMs,
                everyMs,
                TimeUnit.MILLISECONDS);
        try {
            var out = new BufferedOutputStream(new Moving(socket.getOutputStream(), moved), BUFFER_BYTES);
            writing.to(out);
            out.flush();
            moved.set(System.nanoTime());
            socket.shutdownOutput();
            awaitEnd(socket);
        } finally {
            look.cancel(false);
        }
    }

    /** Most printers close when all is in; those that keep the line open for more are not waited for. */
    private static void awaitEnd(Socket socket) throws IOException {
        socket.setSoTimeout(1_000);
        byte[] said = new byte[256];
        try {
            for (int i = 0; i < 16 && socket.getInputStream().read(said) >= 0; i++) {
                // What a printer says on this port, its status, is not asked for.
            }
        } catch (SocketTimeoutException e) {
            // It keeps the line open.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed, which is all that was wanted.
        }
    }

    /** Notes when something went out last. */
    private static final class Moving extends OutputStream {
        private final OutputStream out;
        private final AtomicLong moved;

        Moving(OutputStream out, AtomicLong moved) {
            this.out = out;
            this.moved = moved;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            moved.set(System.nanoTime());
            out.write(bytes, from, length);
            moved.set(System.nanoTime());
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
