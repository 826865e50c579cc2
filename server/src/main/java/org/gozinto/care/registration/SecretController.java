/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Paging;
import org.gozinto.paper.CsvTable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Registrations")
class SecretController {

    private final Secrets secrets;

    SecretController(Secrets secrets) {
        this.secrets = secrets;
    }

    @PostMapping("/secrets")
    @Operation(
            summary = "Make secrets for under the labels of serials",
            description = "They are in this answer only, as JSON or with format=csv as a table; the book has hashes.")
    @ApiResponse(
            responseCode = "201",
            description = "The numbers with their secrets",
            content = @Content(schema = @Schema(implementation = Secrets.Secret[].class)))
    ResponseEntity<Object> make(
            @AuthenticationPrincipal Actor actor,
            @RequestBody Secrets.NewSecrets asked,
            @RequestParam @Nullable String format) {
        actor.require(Permission.CARE);
        boolean csv = "csv".equals(format);
        if (format != null && !csv) {
            throw Paging.badParameter("format", "is " + format, "csv, or nothing for JSON");
        }
        List<Secrets.Secret> made = secrets.make(asked, actor);
        var answer = ResponseEntity.status(201).cacheControl(CacheControl.noStore());
        return csv
                ? answer.header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"secrets.csv\"")
                        .body(csv(String.valueOf(asked.item()), made))
                : answer.body(made);
    }

    private static String csv(String item, List<Secrets.Secret> made) {
        var text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("item", "serial", "secret");
            made.forEach(one -> csv.writeRecord(
                    CsvTable.guarded(item), CsvTable.guarded(one.serial()), CsvTable.guarded(one.secret())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
