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
import org.gozinto.exchange.SheetImports.Delivery;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ModelAttribute;
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

    private static final String TSV = "text/tab-separated-values";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Imports imports;
    private final SheetImports sheets;

    ImportController(Imports imports, SheetImports sheets) {
        this.imports = imports;
        this.sheets = sheets;
    }

    /** The parameters of an import. */
    record ImportQuery(
            @Nullable String kind,
            @Nullable Boolean dryRun,
            @Nullable Boolean background,
            @Nullable String name) {

        boolean isPreview() {
            return Boolean.TRUE.equals(dryRun);
        }

        boolean isBackground() {
            return Boolean.TRUE.equals(background);
        }

        Delivery delivery(@Nullable String fileName, @Nullable String contentType) {
            return new Delivery(kind, isPreview(), isBackground(), name == null ? fileName : name, contentType);
        }
    }

    @PostMapping(
            consumes = {
                MediaType.APPLICATION_XML_VALUE,
                MediaType.TEXT_XML_VALUE,
                MediaType.APPLICATION_JSON_VALUE,
                LD_JSON,
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                "text/csv",
                TSV,
                XLSX
            })
    @Operation(
            summary = "Take in an EPCIS document, or a table (CSV, XLSX) of items, places, partners or acts;"
                    + " the kind is recognised from the content")
    ResponseEntity<Object> take(
            @AuthenticationPrincipal Actor actor, @ModelAttribute ImportQuery query, HttpServletRequest request)
            throws IOException {
        actor.require(Permission.IMPORT);
        if (request.getContentLengthLong() > BYTES_MAX) {
            throw tooLarge();
        }
        try (InputStream body = request.getInputStream()) {
            return answer(bytes(body), query, query.delivery(null, request.getContentType()), actor);
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Take in a document or a table that a form sends as its part \"file\"")
    ResponseEntity<Object> take(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute ImportQuery query,
            @RequestPart("file") MultipartFile file)
            throws IOException {
        actor.require(Permission.IMPORT);
        try (InputStream body = file.getInputStream()) {
            return answer(bytes(body), query, query.delivery(file.getOriginalFilename(), file.getContentType()), actor);
        }
    }

    private ResponseEntity<Object> answer(byte[] content, ImportQuery query, Delivery delivery, Actor actor) {
        boolean document = !delivery.isTableByType() && Imports.isDocument(content);
        Object table = document ? null : sheets.take(content, delivery, actor);
        if (table != null) {
            return ResponseEntity.status(table instanceof JobView ? 202 : 200).body(table);
        }
        if (document && (query.isPreview() || query.isBackground())) {
            throw Paging.badParameter(
                    query.isPreview() ? "dryRun" : "background", "is for tables", "a CSV or XLSX file");
        }
        return ResponseEntity.ok(imports.take(content, actor));
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
