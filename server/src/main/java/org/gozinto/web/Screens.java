/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gozinto.ledger.Refusal;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/**
 * Serves the screens. Every address of theirs answers with the same page, whose script shows what the address names;
 * scripts and styles have a hash in their names and may be kept for ever.
 */
@RestController
@Hidden
class Screens implements WebMvcConfigurer {

    private static final Resource PAGE = new ClassPathResource("static/index.html");

    private static final String LOOKUP = "/lookup/**";
    private static final String UNITS = "/units/**";
    private static final String ITEMS = "/items/**";
    private static final String PLACES = "/places/**";
    private static final String PARTNERS = "/partners/**";
    private static final String ENTRIES = "/entries/**";
    private static final String DOCUMENTS = "/documents/**";
    private static final String TASKS = "/tasks/**";
    private static final String TRACE = "/trace/**";
    private static final String SCOPES = "/scopes/**";
    private static final String RECALLS = "/recalls/**";
    private static final String QUALITY = "/quality/**";
    private static final String CARE = "/care/**";
    private static final String MASTERS = "/masters/**";
    private static final String IMPORTS = "/imports/**";
    private static final String LABELS = "/labels/**";
    private static final String NUMBERS = "/numbers/**";
    private static final String SETTINGS = "/settings/**";
    private static final String SETUP = "/setup";

    /** What anybody may read: the program of the screens holds no data. */
    static String[] open() {
        return Stream.concat(
                        Stream.of("/", "/index.html", "/icon.svg", "/manifest.webmanifest", "/sw.js", "/assets/**"),
                        Stream.of(
                                LOOKUP, UNITS, ITEMS, PLACES, PARTNERS, ENTRIES, DOCUMENTS, TASKS, TRACE, SCOPES,
                                RECALLS, QUALITY, CARE, MASTERS, IMPORTS, LABELS, NUMBERS, SETTINGS, SETUP))
                .toArray(String[]::new);
    }

    @GetMapping({
        "/", LOOKUP, UNITS, ITEMS, PLACES, PARTNERS, ENTRIES, DOCUMENTS, TASKS, TRACE, SCOPES, RECALLS, QUALITY, CARE,
        MASTERS, IMPORTS, LABELS, NUMBERS, SETTINGS, SETUP
    })
    ResponseEntity<Resource> page() {
        if (!PAGE.exists()) {
            throw Refusal.of(
                            "no-screens",
                            "There are no screens",
                            "This server was built without its screens; the API and the command line work.")
                    .status(404)
                    .asException();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.noCache())
                .body(PAGE);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(brotli());
    }

    /** The build puts a Brotli form beside each script and style; who does not take it gets what the server makes. */
    private static EncodedResourceResolver brotli() {
        var forms = new EncodedResourceResolver();
        forms.setContentCodings(List.of("br"));
        return forms;
    }
}
