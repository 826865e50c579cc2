/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands out the certificate of the authority that made this server's own, so that a telephone can come to trust it. It
 * is no secret; whoever installs it compares its fingerprint with the one that the server's start printed.
 */
@Hidden
@RestController
class AuthorityCertificate {

    static final String PATH = "/ca.crt";

    private static final MediaType TYPE = MediaType.parseMediaType("application/x-x509-ca-cert");

    private final @Nullable Path file;

    AuthorityCertificate(Environment environment) {
        this.file = file(environment);
    }

    /** Where the certificate is; null when the server's own comes from elsewhere. */
    static @Nullable Path file(Environment environment) {
        String file = environment.getProperty("gozinto.tls-authority", "");
        return file.isBlank() ? null : Path.of(file);
    }

    @GetMapping(PATH)
    ResponseEntity<Object> certificate() throws IOException {
        if (file == null) {
            return Problems.answer(ProblemAdvice.noSuchPage(PATH), HttpHeaders.EMPTY);
        }
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"gozinto-ca.crt\"")
                .body(Files.readAllBytes(file));
    }
}
