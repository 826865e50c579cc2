/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gozinto.GozintoServer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole server on a free port, with a real database, spoken to over HTTP only.
 *
 * <p>One server for each engine serves all tests of a JVM, since every test uses codes of its own; a test that needs an
 * empty book opens one for itself.
 */
public final class RunningServer implements AutoCloseable {

    static final String ADMIN = "only-for-stories-0123456789-abcdefghij";

    private static EmbeddedPostgres postgres;
    private static int books;

    /** The databases that a book can be kept in. */
    public enum Engine {
        SQLITE,
        POSTGRESQL;

        private RunningServer shared;

        /** The server that all tests of this JVM share. */
        RunningServer shared() {
            synchronized (RunningServer.class) {
                if (shared == null) {
                    shared = open(this);
                    shared.endWithTheJvm(this);
                }
                return shared;
            }
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path data;
    private final List<String> settings;
    private final ConfigurableApplicationContext context;
    private final String root;
    private long seen;

    private RunningServer(Path data, List<String> more) {
        this.data = data;
        this.settings = List.copyOf(more);
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--server.shutdown=immediate",
                "--gozinto.data=" + data,
                "--gozinto.admin-token=" + ADMIN,
                "--logging.level.org.gozinto=warn"));
        arguments.addAll(more);
        var application = new SpringApplication(GozintoServer.class);
        application.setRegisterShutdownHook(false);
        this.context = application.run(arguments.toArray(String[]::new));
        this.root = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** A server with an empty book of its own, and further settings such as {@code --gozinto.public-url=…}. */
    public static RunningServer open(Engine engine, String... further) {
        synchronized (RunningServer.class) {
            try {
                Path data = Files.createTempDirectory("gozinto-story-");
                List<String> settings = new ArrayList<>(List.of(further));
                if (engine == Engine.POSTGRESQL) {
                    settings.add("--gozinto.database=" + newSchema());
                    settings.add("--gozinto.database-user=postgres");
                }
                return new RunningServer(data, settings);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Stops the server and starts another on the same book, with the same settings and some new ones. */
    RunningServer restarted(String... further) {
        context.close();
        client.close();
        List<String> all = new ArrayList<>(settings);
        for (String setting : further) {
            String name = setting.substring(0, setting.indexOf('=') + 1);
            all.removeIf(before -> before.startsWith(name));
            all.add(setting);
        }
        return new RunningServer(data, all);
    }

    /** The address of a new schema in the one PostgreSQL of this JVM. */
    private static String newSchema() throws IOException {
        if (postgres == null) {
            postgres = EmbeddedPostgres.builder()
                    .setConnectConfig("sslmode", "disable")
                    .start();
        }
        String schema = "story_" + ++books;
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "jdbc:postgresql://localhost:%d/postgres?currentSchema=%s".formatted(postgres.getPort(), schema);
    }

    /**
     * Tidies up when the JVM ends. PostgreSQL then stops by itself at the same time, so its server is not closed in
     * order, which would only wait for a database that is gone.
     */
    void endWithTheJvm(Engine engine) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (engine == Engine.SQLITE) {
                close();
            } else {
                deleteData();
            }
        }));
    }

    /** A text as it stands in a path or query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public Answer get(String path) {
        return get(path, ADMIN);
    }

    public Answer get(String path, String token) {
        return send(request(path, token).GET());
    }

    public Answer delete(String path) {
        return send(request(path, ADMIN).DELETE());
    }

    public Answer post(String path, String body) {
        return post(path, ADMIN, body);
    }

    public Answer post(String path, String token, String body) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer put(String path, String body, String... headers) {
        var request = request(path, ADMIN).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer patch(String path, String body, String... headers) {
        var request = request(path, ADMIN).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Bytes of any kind. */
    public Answer post(String path, String contentType, byte[] body) {
        return send(request(path, ADMIN)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Acts, one a line. */
    public Answer batch(boolean atomic, String... acts) {
        byte[] lines = String.join("\n", acts).getBytes(StandardCharsets.UTF_8);
        return post("/api/v1/entries:batch" + (atomic ? "?atomic=true" : ""), "application/x-ndjson", lines);
    }

    /** What a page of ours in a browser sends: a form, without a token. */
    Answer form(String path, String body) {
        return send(request(path, null)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A request with the token, or without one when it is null. */
    HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create(root + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many entries the book has; those that were seen before are not read again, since entries never go away. */
    long entryCount() {
        while (true) {
            var page = get("/api/v1/entries?limit=1000&after=" + seen).json().at("/items");
            if (page.isEmpty()) {
                return seen;
            }
            seen = page.get(page.size() - 1).at("/seq").asLong();
        }
    }

    /** A service of a room, for tests that reach behind HTTP. */
    public <T> T room(Class<T> service) {
        return context.getBean(service);
    }

    public int port() {
        return URI.create(root).getPort();
    }

    @Override
    public void close() {
        context.close();
        client.close();
        deleteData();
    }

    private void deleteData() {
        try (var files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
