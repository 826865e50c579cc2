/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.List;
import java.util.UUID;
import org.gozinto.GozintoServer;
import org.gozinto.ledger.Engines;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole server on a free port with an embedded database of its own, and the words that tests of imports need. */
final class ImportHouse implements AutoCloseable {

    static final String XML = "application/xml";
    static final String JSON = "application/ld+json";

    private static final String TOKEN = "only-for-tests-0123456789-abcdefghij";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;
    private final String token;

    /** An answer. */
    record Answer(int status, JsonNode json) {

        String text(String pointer) {
            return json.at(pointer).asString();
        }

        int number(String pointer) {
            return json.at(pointer).asInt();
        }

        List<String> texts(String pointer) {
            List<String> texts = new ArrayList<>();
            json.at(pointer).forEach(n -> texts.add(n.asString()));
            return texts;
        }

        /** How many events were recorded, repeated, noted and refused. */
        String counts() {
            return number("/recorded") + " " + number("/repeated") + " " + number("/noted") + " " + number("/refused");
        }
    }

    ImportHouse(Path directory, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--gozinto.data=" + directory,
                "--gozinto.admin-token=" + TOKEN));
        arguments.addAll(List.of(more));
        context = new SpringApplication(GozintoServer.class).run(arguments.toArray(String[]::new));
        root = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
        token = TOKEN;
    }

    /** The server on a book that others keep. */
    static ImportHouse on(Engines engine, Engines.Home home) throws SQLException {
        if (engine == Engines.SQLITE) {
            return new ImportHouse(home.directory());
        }
        try (var connection = home.connect()) {
            return new ImportHouse(
                    home.directory(),
                    "--gozinto.database=" + connection.getMetaData().getURL(),
                    "--gozinto.database-user=postgres");
        }
    }

    private ImportHouse(ImportHouse house, String token) {
        this.context = house.context;
        this.root = house.root;
        this.token = token;
    }

    /** The same house for somebody else; it is not closed by this. */
    ImportHouse as(String otherToken) {
        return new ImportHouse(this, otherToken);
    }

    /** A file of the real data that others made; the test is skipped, and says so, where the data is not at hand. */
    static byte[] real(String name) {
        String folder = System.getenv("GOZINTO_REAL_DATA");
        assumeTrue(
                folder != null && !folder.isBlank(),
                "GOZINTO_REAL_DATA is not set: real EPCIS documents are not tried");
        try {
            return Files.readAllBytes(Path.of(folder, "epcis", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer send(String type, byte[] document) {
        return send("", type, document);
    }

    /** Sends a document with parameters such as {@code ?dryRun=true}. */
    Answer send(String query, String type, byte[] document) {
        return exchange(HttpRequest.newBuilder(URI.create(root + "/api/v1/imports" + query))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(document)));
    }

    /** Sends a table in text. */
    Answer csv(String query, String... lines) {
        return send(query, "text/csv", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Answer post(String path, String body) {
        return exchange(HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Records an act that must be recorded; its id is made here. */
    void act(String members) {
        Answer answer = post("/api/v1/entries", "{\"id\":\"" + UUID.randomUUID() + "\"," + members + "}");
        assertThat(answer.status()).as(answer.json().toPrettyString()).isEqualTo(201);
    }

    Answer delete(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(root + path)).DELETE());
    }

    /** A file. */
    byte[] file(String path) {
        var request = HttpRequest.newBuilder(URI.create(root + path)).header("Authorization", "Bearer " + token);
        try {
            var response = client.send(request.GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer send(String type, String document) {
        return send(type, document.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a document that must be taken in. */
    Answer take(String document) {
        Answer answer = send(document.startsWith("<") ? XML : JSON, document);
        assertThat(answer.status()).as(answer.json().toPrettyString()).isEqualTo(200);
        return answer;
    }

    Answer get(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(root + path)).GET());
    }

    Answer trace(String query) {
        Answer answer = get("/api/v1/trace?" + query);
        assertThat(answer.status()).as(answer.json().toPrettyString()).isEqualTo(200);
        return answer;
    }

    /** Codes of the places where some of a unit is. */
    List<String> placesOf(String item, String number) {
        Answer answer = get("/api/v1/units?item=" + encoded(item) + "&" + number);
        List<String> places = new ArrayList<>();
        answer.json()
                .path("items")
                .forEach(unit -> unit.path("holdings")
                        .forEach(h -> places.add(
                                h.path("place").asString() + "=" + h.path("qty").asString())));
        return places;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(
                    request.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), MAPPER.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}
