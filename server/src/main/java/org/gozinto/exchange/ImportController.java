/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportController {

    /** Some 100,000 events; larger histories are sent in several documents. */
    private static final int BYTES_MAX = 64 * 1024 * 1024;

    private static final String LD_JSON = "application/ld+json";

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @PostMapping(
            consumes = {
                MediaType.APPLICATION_XML_VALUE,
                MediaType.TEXT_XML_VALUE,
                MediaType.APPLICATION_JSON_VALUE,
                LD_JSON,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    @Operation(summary = "Take in an EPCIS document; its kind is recognised from the content")
    ImportReceipt take(@AuthenticationPrincipal Actor actor, HttpServletRequest request) throws IOException {
        actor.require(Permission.IMPORT);
        if (request.getContentLengthLong() > BYTES_MAX) {
            throw tooLarge();
        }
        try (InputStream body = request.getInputStream()) {
            return imports.take(bytes(body), actor);
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Take in an EPCIS document that a form sends as its part \"file\"")
    ImportReceipt take(@AuthenticationPrincipal Actor actor, @RequestPart("file") MultipartFile file)
            throws IOException {
        actor.require(Permission.IMPORT);
        try (InputStream body = file.getInputStream()) {
            return imports.take(bytes(body), actor);
        }
    }

    private static byte[] bytes(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw tooLarge();
        }
        return bytes;
    }

    private static RefusedException tooLarge() {
        return Refusal.of(
                        "too-large", "The document is too large", "The document has more than " + BYTES_MAX + " bytes.")
                .status(413)
                .at("", "at most " + BYTES_MAX + " bytes", "Send it in several documents.")
                .asException();
    }
}
