/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.gozinto.ledger.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Turns refusals into answers, inside Spring's handling and before it. */
final class Problems {

    /** Asks for a token without naming a realm that would make browsers ask for a password. */
    private static final String CHALLENGE = "Bearer";

    private static final String RETRY_AFTER_S = "5";

    private Problems() {}

    /** The answer from a handler. */
    static ResponseEntity<Object> answer(Refusal refusal, HttpHeaders headers) {
        var answer = ResponseEntity.status(refusal.status()).headers(headers);
        answer.contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (refusal.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge(refusal));
        }
        if (refusal.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
        }
        return answer.body(Problem.of(refusal));
    }

    /** The answer from a filter. */
    static void send(HttpServletResponse response, Refusal refusal) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(refusal.status());
        if (refusal.status() == 401) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(refusal));
        }
        byte[] body = Problem.of(refusal).json().getBytes(StandardCharsets.UTF_8);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** The codes are words of ours, so nothing that was sent gets into the header. */
    private static String challenge(Refusal refusal) {
        return switch (refusal.code()) {
            case "token-expired", "token-revoked" -> CHALLENGE + " error=\"invalid_token\"";
            default -> CHALLENGE;
        };
    }
}
