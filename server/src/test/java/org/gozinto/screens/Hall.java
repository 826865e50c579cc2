/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gozinto.story.Answer;
import org.gozinto.story.RunningServer;
import org.gozinto.story.RunningServer.Engine;
import org.jspecify.annotations.Nullable;

/**
 * A hall with its people and its goods, for one test: every code ends in a number of its own ({@code A-7} for
 * {@code A}), so that all tests share one server.
 *
 * <p>{@code B} is a pack with serials and GTIN 09506000134352, {@code C} cells in lots that age, {@code S} scooters
 * with serials, {@code L} packs with lot and serial; {@code DOCK} and {@code BIN} are bins, {@code ACME} is the
 * supplier and {@code SHOP} the customer.
 */
final class Hall {

    static final String PASSWORD = "harbour-crane-17";

    private static final AtomicInteger HALLS = new AtomicInteger();
    /** A session for each role. */
    private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

    private static @Nullable RunningServer shared;

    private final RunningServer server;
    private final String ending = "-" + HALLS.incrementAndGet();

    private Hall(RunningServer server) {
        this.server = server;
    }

    /** A new hall with masters and one user of each role, named as the role. */
    static Hall open() {
        RunningServer server = server();
        var hall = new Hall(server);
        hall.item("B", "Battery pack", "serial", "");
        hall.item("C", "Cell", "lot", ",\"shelfLifeDays\":365");
        hall.item("S", "Scooter", "serial", "");
        hall.item("L", "Brake lever", "lot+serial", "");
        hall.make("places", "{\"code\":\"%s\",\"kind\":\"site\"}", "MAIN");
        hall.make("places", "{\"code\":\"%s\",\"kind\":\"bin\",\"parent\":\"" + hall.code("MAIN") + "\"}", "DOCK");
        hall.make("places", "{\"code\":\"%s\",\"kind\":\"bin\",\"parent\":\"" + hall.code("MAIN") + "\"}", "BIN");
        hall.make("partners", "{\"code\":\"%s\",\"name\":\"Acme Cells\",\"roles\":[\"supplier\"]}", "ACME");
        hall.make("partners", "{\"code\":\"%s\",\"name\":\"Corner Shop\",\"roles\":[\"customer\"]}", "SHOP");
        return hall;
    }

    private static synchronized RunningServer server() {
        if (shared == null) {
            shared = RunningServer.open(Engine.SQLITE);
            for (String role : new String[] {"viewer", "operator", "quality", "recallManager", "administrator"}) {
                String body = "{\"name\":\"%s\",\"role\":\"%s\",\"password\":\"%s\"}".formatted(role, role, PASSWORD);
                assertThat(shared.post("/api/v1/users", body).status()).isEqualTo(201);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** The code that a name stands for in this hall. */
    String code(String name) {
        return name + ending;
    }

    private void item(String name, String title, String tracking, String more) {
        make(
                "items",
                "{\"code\":\"%s\",\"name\":\"" + title + "\",\"tracking\":\"" + tracking + "\",\"unit\":\"EA\"" + more
                        + "}",
                name);
    }

    private void make(String room, String body, String name) {
        assertThat(server.post("/api/v1/" + room, body.formatted(code(name))).status())
                .isEqualTo(201);
    }

    /**
     * Records an act behind the screens.
     *
     * @param act its JSON without id; {@code 'NAME'} in single quotes stands for the code of that name
     */
    Answer record(String act) {
        String json = java.util.regex.Pattern.compile("'([^']*)'")
                .matcher(act)
                .replaceAll(m -> "\"" + code(m.group(1)) + "\"");
        Answer answer = server.post(
                "/api/v1/entries", "{\"id\":\"" + UUID.randomUUID() + "\"," + json.substring(json.indexOf('{') + 1));
        assertThat(answer.status()).as(answer::body).isEqualTo(201);
        return answer;
    }

    Answer get(String path) {
        return server.get(path);
    }

    RunningServer api() {
        return server;
    }

    String root() {
        return "http://127.0.0.1:" + server.port();
    }

    /**
     * Somebody of a role at a device, signed in. All screens of a role share a session, since the form and the hash of
     * the password take longer than many tests; NewcomerTest, OfflineTest and others sign in by the form.
     */
    Screen screen(String role, Screen.Device device) {
        return screen(role, device, ColorScheme.LIGHT);
    }

    Screen screen(String role, Screen.Device device, ColorScheme scheme) {
        return Screen.open(root(), device, scheme).signedIn(SESSIONS.computeIfAbsent(role, this::session));
    }

    private String session(String role) {
        Answer answer =
                server.post("/api/v1/sessions", "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(role, PASSWORD));
        assertThat(answer.status()).isEqualTo(201);
        return answer.text("/token");
    }
}
