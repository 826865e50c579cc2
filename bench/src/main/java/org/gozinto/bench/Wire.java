/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * One connection to the server, kept alive. It sends bytes that were made before and reads as little of the answer as
 * it can, because it shares the cores with the server that is measured. Not safe for several threads.
 */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MS = 600_000;

    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean closing;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;

    Wire(int port) throws IOException {
        this.port = port;
        this.socket = connected(port);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    private static Socket connected(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    /** Servers end a kept-alive connection after some requests and say so before; the next request needs a new one. */
    private void reconnect() throws IOException {
        socket.close();
        socket = connected(port);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        at = 0;
        filled = 0;
        closing = false;
    }

    /** What came back. */
    record Answer(int status, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        Answer expect(int expected) {
            if (status != expected) {
                throw new IllegalStateException("status " + status + " instead of " + expected + ": " + start());
            }
            return this;
        }

        private String start() {
            String text = text();
            return text.substring(0, Math.min(500, text.length()));
        }

        /** How often the bytes stand in the body. */
        int occurrences(String word) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            int found = 0;
            for (int i = 0; i <= body.length - bytes.length; i++) {
                if (body[i] == bytes[0] && Arrays.equals(body, i, i + bytes.length, bytes, 0, bytes.length)) {
                    found++;
                }
            }
            return found;
        }
    }

    /** The bytes of a request. */
    static byte[] request(String method, String path, String token, String mediaType, byte[] body) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n"
                + (method.equals("GET")
                        ? ""
                        : "Content-Type: " + mediaType + "\r\nContent-Length: " + body.length + "\r\n")
                + "\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        return request;
    }

    Answer send(byte[] request) throws IOException {
        var body = new ByteArrayOutputStream();
        int status = send(request, body::writeBytes);
        return new Answer(status, body.toByteArray());
    }

    /** Sends a request and counts the lines of its answer, which must have this status; nothing of it is kept. */
    long lines(byte[] request, int status) throws IOException {
        var lines = new long[1];
        int told = send(request, part -> {
            for (byte each : part) {
                lines[0] += each == '\n' ? 1 : 0;
            }
        });
        if (told != status) {
            throw new IllegalStateException("status " + told + " instead of " + status);
        }
        return lines[0];
    }

    private int send(byte[] request, Consumer<byte[]> taker) throws IOException {
        if (closing) {
            reconnect();
        }
        out.write(request);
        out.flush();
        return read(taker);
    }

    private int read(Consumer<byte[]> taker) throws IOException {
        String first = line();
        int status = Integer.parseInt(first.substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "Transfer-Encoding: chunked", 0, 26)) {
                chunked = true;
            } else if (header.regionMatches(true, 0, "Connection: close", 0, 17)) {
                closing = true;
            }
        }
        if (chunked) {
            chunks(taker);
        } else {
            taker.accept(bytes(length));
        }
        return status;
    }

    private void chunks(Consumer<byte[]> taker) throws IOException {
        while (true) {
            int size = Integer.parseInt(line().strip(), 16);
            byte[] chunk = bytes(size);
            String end = line();
            if (size == 0) {
                return;
            }
            if (!end.isEmpty()) {
                throw new IOException("a chunk ends with " + end);
            }
            taker.accept(chunk);
        }
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            require();
            int part = Math.min(length - done, filled - at);
            System.arraycopy(buffer, at, bytes, done, part);
            at += part;
            done += part;
        }
        return bytes;
    }

    private String line() throws IOException {
        var text = new StringBuilder(64);
        while (true) {
            require();
            char c = (char) buffer[at++];
            if (c == '\n') {
                return text.toString();
            }
            if (c != '\r') {
                text.append(c);
            }
        }
    }

    private void require() throws IOException {
        if (at == filled) {
            filled = in.read(buffer);
            at = 0;
            if (filled <= 0) {
                filled = 0;
                throw new EOFException("the server closed the connection");
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
