/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.gozinto.ledger.Refusal;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same shape for what is refused before a handler was found. */
@Hidden
@RestController
class ProblemErrorController implements ErrorController {

    private final Failures failures;

    ProblemErrorController(Failures failures) {
        this.failures = failures;
    }

    @RequestMapping("/error")
    ResponseEntity<Object> answer(HttpServletRequest request) {
        Object told = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = told instanceof Integer code ? code : 404;
        return Problems.answer(refusal(status, request), HttpHeaders.EMPTY);
    }

    private Refusal refusal(int status, HttpServletRequest request) {
        if (status == 404) {
            Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
            return ProblemAdvice.noSuchPage(path == null ? request.getRequestURI() : path.toString());
        }
        if (status >= 500) {
            Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            return failures.refusal(cause instanceof Throwable e ? e : null);
        }
        return Refusal.of("bad-request", "The request cannot be understood", "The server refused it before reading it.")
                .status(status);
    }
}
