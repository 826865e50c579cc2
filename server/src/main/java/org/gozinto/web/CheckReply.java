/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The answer to a check as programs get it: JSON, filled up to a step, which nobody keeps. */
final class CheckReply {

    static final String PATH = "/check/api";

    private final CheckAnswers answers;
    private final PublicAddress address;
    private final JsonMapper json;

    CheckReply(CheckAnswers answers, Environment environment, JsonMapper json) {
        this.answers = answers;
        this.address = new PublicAddress(environment);
        this.json = json;
    }

    /** Whether a request is such that {@link #send} can answer it: no other site's, which must be told that it may. */
    static boolean isPlain(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getRequestURI().equals(PATH)
                && request.getHeader(HttpHeaders.ORIGIN) == null;
    }

    byte[] body(HttpServletRequest request) {
        CheckQuery query = CheckQuery.of(request.getQueryString());
        String code = query.get("code");
        CheckQuestion asked = code != null
                ? answers.question(code, query.get("item"))
                : answers.question(query.get("gtin"), query.get("lot"), query.get("serial"));
        CheckWords words = CheckWords.of(query.get("lang"), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        CheckView view = CheckView.of(answers.of(asked), words, address.of(request));
        return SameSize.of(request, json.writeValueAsString(view));
    }

    static HttpHeaders headers(HttpServletRequest request) {
        var headers = new HttpHeaders();
        headers.setCacheControl(CacheControl.noStore());
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setVary(List.of(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.ACCEPT_ENCODING));
        if (SameSize.takesGzip(request)) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (request.getHeader(HttpHeaders.ORIGIN) == null) {
            headers.setAccessControlAllowOrigin("*");
        }
        return headers;
    }

    /** Sends the body as a controller would. */
    static void send(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
        headers(request).forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
