/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.gozinto.item.ItemUse;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Storage;
import org.gozinto.unit.NumberForms;
import org.gozinto.unit.Units;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rooms access and web as a real server on a free port, with an embedded database in a directory and a clock in
 * the hand.
 */
public final class AccessServer implements AutoCloseable {

    public static final String ADMIN = "only-for-tests-0123456789-abcdefghij";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;

    /** An answer with its body read. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String text(String pointer) {
            return json().at(pointer).asString();
        }

        public String code() {
            return text("/code");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** Not annotated, so that no other test's component scan finds it. */
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @ComponentScan({"org.gozinto.access", "org.gozinto.web"})
    static class House {

        @Bean
        HandClock clock() {
            return new HandClock();
        }

        @Bean
        Storage storage(@Value("${gozinto.data}") Path data) {
            return Storage.openSqlite(data, 2);
        }

        @Bean(destroyMethod = "")
        Database database(Storage storage) {
            return storage.database();
        }

        @Bean
        GivenRecalls recalls() {
            return new GivenRecalls();
        }

        @Bean
        Units units(Database database) {
            return new Units(database);
        }

        @Bean
        NumberForms numberForms(Database database, Items items, JsonMapper json, Clock clock) {
            return new NumberForms(database, items, json, clock);
        }

        @Bean
        Items items(Database database, JsonMapper json, Clock clock) {
            return new Items(database, json, clock, new ItemUse() {
                @Override
                public boolean isUsed(long itemId) {
                    return false;
                }

                @Override
                public boolean isPartner(String code) {
                    return false;
                }
            });
        }
    }

    /** A page of each kind that Spring may refuse. */
    static final class Probe {

        @ResponseBody
        public String number(@RequestParam int number) {
            return "number " + number;
        }

        @ResponseBody
        public String fail() {
            throw new IllegalStateException("the inner secret");
        }
    }

    /** @param more settings, each {@code name=value} */
    public AccessServer(Path directory, String adminToken, String... more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "server.port", "0",
                "server.address", "127.0.0.1",
                "gozinto.data", directory.toString(),
                "management.endpoint.health.probes.enabled", "true",
                "management.health.readinessstate.enabled", "true",
                "springdoc.api-docs.enabled", "true",
                "springdoc.api-docs.path", "/openapi.json",
                "spring.main.banner-mode", "off",
                // All tests come from one address.
                "gozinto.check.per-address", "1000000"));
        settings.put("gozinto.check.per-network", "1000000");
        if (adminToken != null) {
            settings.put("gozinto.admin-token", adminToken);
        }
        for (String setting : more) {
            settings.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        var application = new SpringApplication(House.class);
        // As arguments, which stand above application.yml.
        context = application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
        root = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
        probe("number");
        probe("fail");
    }

    private void probe(String name) {
        for (var method : Probe.class.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .registerMapping(
                                RequestMappingInfo.paths("/probe/" + name)
                                        .methods(RequestMethod.GET)
                                        .build(),
                                new Probe(),
                                method);
            }
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public HandClock clock() {
        return (HandClock) bean(Clock.class);
    }

    public URI uri(String path) {
        return URI.create(root + path);
    }

    public Answer get(String path, String token) {
        return send(request(path, token).GET());
    }

    public Answer delete(String path, String token) {
        return send(request(path, token).DELETE());
    }

    public Answer post(String path, String token, String body) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer put(String path, String token, String body) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A request with the token, or without one when it is null. */
    public HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(uri(path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A session's token. */
    public String signIn(String name, String password) {
        var answer = post("/api/v1/sessions", null, "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
        if (answer.status() != 201) {
            throw new AssertionError(answer.response().body());
        }
        return answer.text("/token");
    }

    public Answer createUser(String name, String role, String password) {
        return post(
                "/api/v1/users",
                ADMIN,
                "{\"name\":\"%s\",\"role\":\"%s\",\"password\":\"%s\"}".formatted(name, role, password));
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}
