/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.cli.client.TokenFile;
import org.gozinto.cli.text.Screen;

/** A small real HTTP server that answers what it was told to, and commands run against it. */
final class TestServer implements AutoCloseable {

    private final HttpServer server;
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> environment = new HashMap<>();
    private final Path home;
    private String stdin = "";

    /** What it answers; status 0 breaks the connection instead. */
    record Reply(int status, String type, String body) {}

    /** What was asked. */
    record Call(String method, String path, String type, String authorization, String body) {}

    /** What a command printed and ended with. */
    record Ran(int code, String out, String err) {}

    TestServer(Path home) throws IOException {
        this.home = home;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        environment.put("GOZINTO_URL", url());
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    TestServer answers(int status, String body) {
        String type = status < 400 ? "application/json" : "application/problem+json";
        replies.add(new Reply(status, type, body));
        return this;
    }

    TestServer breaks() {
        replies.add(new Reply(0, "", ""));
        return this;
    }

    TestServer variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    TestServer stdin(String text) {
        stdin = text;
        return this;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    Call call() {
        return calls.getFirst();
    }

    TokenFile tokens() {
        return new TokenFile(home.resolve("gozinto/token"));
    }

    Ran run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Screen screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), false);
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
        var in = new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8));
        int code = Gozinto.run(new Surroundings(environment, in, screen, tokens(), clock), args);
        return new Ran(code, out.toString(), err.toString());
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                body));
        Reply reply = replies.size() > 1 ? replies.removeFirst() : replies.element();
        if (reply.status() == 0) {
            // No status line is sent: for the client the connection broke.
            exchange.close();
            return;
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", reply.type());
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
