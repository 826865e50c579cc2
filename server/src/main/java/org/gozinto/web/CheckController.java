/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.gozinto.recall.PublicRecalls;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The public check for programs: shops' tills and pages, without a token and from any site. */
@RestController
@CrossOrigin(
        origins = "*",
        methods = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS},
        exposedHeaders = {HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER})
@Tag(name = "Check", description = "What anybody may ask: is this number recalled")
@SecurityRequirements
class CheckController {

    private static final String LANG = "The language of the texts: en, de, fr, es, it or pl; else Accept-Language";

    private final CheckReply reply;
    private final CheckRecalls recalls;
    private final PublicAddress address;
    private final JsonMapper json;
    private final Clock clock;

    CheckController(
            CheckReply reply,
            ObjectProvider<PublicRecalls> recalls,
            Environment environment,
            JsonMapper json,
            Clock clock) {
        this.reply = reply;
        this.recalls = new CheckRecalls(recalls.getIfAvailable(NoRecalls::new), json);
        this.address = new PublicAddress(environment);
        this.json = json;
        this.clock = clock;
    }

    @GetMapping(path = CheckReply.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Checks a number",
            description = "What was scanned or typed as code, or its parts. A number that is not recorded gets the"
                    + " answer of one that is in no recall; unknown means that it is mistyped by its form.",
            parameters = {
                @Parameter(name = "code", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
                @Parameter(name = "gtin", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
                @Parameter(name = "lot", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
                @Parameter(name = "serial", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
                @Parameter(
                        name = "item",
                        in = ParameterIn.QUERY,
                        description = "One of products, where the answer asked for one",
                        schema = @Schema(type = "string")),
                @Parameter(name = "lang", in = ParameterIn.QUERY, description = LANG, schema = @Schema(type = "string"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The answer, filled up with blanks",
            content = @Content(schema = @Schema(implementation = CheckView.class)))
    ResponseEntity<byte[]> check(@Parameter(hidden = true) HttpServletRequest request) {
        return ResponseEntity.ok().headers(CheckReply.headers(request)).body(reply.body(request));
    }

    private static HttpHeaders open(HttpServletRequest request) {
        var headers = new HttpHeaders();
        headers.setVary(List.of(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.ACCEPT_ENCODING));
        if (request.getHeader(HttpHeaders.ORIGIN) == null) {
            headers.setAccessControlAllowOrigin("*");
        }
        return headers;
    }

    @GetMapping(path = "/check/recalls.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Lists the recalls with all affected numbers",
            parameters =
                    @Parameter(
                            name = "lang",
                            in = ParameterIn.QUERY,
                            description = LANG,
                            schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = CheckView.Recalls.class)))
    ResponseEntity<InputStreamResource> list(@Parameter(hidden = true) HttpServletRequest request) {
        CheckWords words = CheckWords.of(
                CheckQuery.of(request.getQueryString()).get("lang"), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        CheckRecalls.Sent list = recalls.list(clock.instant(), words, address.of(request));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(list.tag())
                .headers(open(request))
                .body(new InputStreamResource(list::stream));
    }
}
