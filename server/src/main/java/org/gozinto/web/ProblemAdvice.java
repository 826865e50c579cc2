/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.gozinto.access.TooManyTriesException;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** One shape for everything that is refused, by the rooms or by Spring. */
@Hidden
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class ProblemAdvice {

    private final Failures failures;

    ProblemAdvice(Failures failures) {
        this.failures = failures;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> answer(Exception e) {
        if (e instanceof AsyncRequestNotUsableException || e instanceof ClientAbortException) {
            // Whoever asked has gone; there is nobody to answer.
            return null;
        }
        return Problems.answer(refusal(e), headers(e));
    }

    private static HttpHeaders headers(Exception e) {
        if (e instanceof TooManyTriesException tries) {
            var headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(tries.seconds()));
            return headers;
        }
        return e instanceof ErrorResponse told ? told.getHeaders() : HttpHeaders.EMPTY;
    }

    private Refusal refusal(Exception e) {
        var tooLarge = cause(e, BodyLimitFilter.TooLargeException.class);
        if (tooLarge != null) {
            return tooLarge.refusal();
        }
        return switch (e) {
            case RefusedException refused -> refused.refusal();
            case TooManyTriesException tries -> tries.refusal();
            case HttpMessageNotReadableException unreadable ->
                Unreadable.refusal(cause(unreadable, JacksonException.class));
            case JacksonException unreadable -> Unreadable.refusal(unreadable);
            case HttpMediaTypeNotSupportedException type -> mediaType(type);
            case HttpMediaTypeNotAcceptableException type -> notAcceptable(type);
            case HttpRequestMethodNotSupportedException method -> method(method);
            case NoResourceFoundException none -> noSuchPage("/" + none.getResourcePath());
            case NoHandlerFoundException none -> noSuchPage(none.getRequestURL());
            case MissingServletRequestParameterException missing -> missing(missing.getParameterName());
            case MissingRequestHeaderException missing -> missing(missing.getHeaderName());
            case MethodArgumentTypeMismatchException wrong -> wrongType(wrong.getName(), wrong);
            case BindException fields -> fields(fields);
            case InvalidParameterException broken -> broken();
            case ErrorResponse told -> told(told, e);
            default -> failures.refusal(e);
        };
    }

    private static Refusal mediaType(HttpMediaTypeNotSupportedException e) {
        String taken = list(e.getSupportedMediaTypes());
        MediaType given = e.getContentType();
        return Refusal.of(
                        "media-type",
                        "This kind of content is not taken here",
                        given == null
                                ? "The request does not say what it contains."
                                : "The request contains " + given + ".")
                .status(415)
                .at("", taken, "Send it as " + taken + " and say so in Content-Type.");
    }

    private static Refusal notAcceptable(HttpMediaTypeNotAcceptableException e) {
        String given = list(e.getSupportedMediaTypes());
        return Refusal.of(
                        "not-acceptable",
                        "There is no such form of the answer",
                        "The Accept header asks for another form.")
                .status(406)
                .at("", given, "Ask for " + given + ".");
    }

    private static String list(List<MediaType> types) {
        // Jackson also offers each type's wildcard of suffixes, which tells nobody anything.
        String list = types.stream()
                .map(MediaType::toString)
                .filter(type -> !type.contains("*"))
                .distinct()
                .collect(Collectors.joining(" or "));
        return list.isEmpty() ? MediaType.APPLICATION_JSON_VALUE : list;
    }

    private static Refusal method(HttpRequestMethodNotSupportedException e) {
        String[] supported = Objects.requireNonNullElse(e.getSupportedMethods(), new String[0]);
        return Refusal.of("method", "This cannot be done here", e.getMethod() + " is not possible at this address.")
                .status(405)
                .at("", String.join(", ", supported), "See /openapi.json for what is possible.");
    }

    static Refusal noSuchPage(String path) {
        return Refusal.of("no-such-page", "There is nothing at this address", "There is no page " + path + ".")
                .status(404);
    }

    private static Refusal missing(String name) {
        return Paging.badParameter(name, "is missing", "a value").refusal();
    }

    private static Refusal wrongType(String name, TypeMismatchException e) {
        Class<?> type = e.getRequiredType();
        String expected = type == null ? "another value" : Unreadable.expected(type);
        return Paging.badParameter(name, "is not " + expected, expected).refusal();
    }

    /** Parameters that are gathered in one object. */
    private static Refusal fields(BindException e) {
        var faults = e.getFieldErrors().stream()
                .map(error -> new Refusal.Fault(
                        error.getField(),
                        "is not understood: " + error.getRejectedValue(),
                        "another value",
                        "Correct the parameter."))
                .toList();
        String first = faults.isEmpty() ? "A parameter" : faults.getFirst().pointer();
        return new Refusal(400, "bad-parameter", "A parameter is wrong", first + " is not understood.", faults);
    }

    private static Refusal broken() {
        return Refusal.of(
                        "bad-parameter",
                        "A parameter is wrong",
                        "The parameters are not UTF-8 in percent-encoding, or not name=value.")
                .status(400)
                .at("", "parameters in percent-encoded UTF-8", "Encode them anew.");
    }

    /** What Spring refuses and this room knows no better words for. */
    private Refusal told(ErrorResponse told, Exception e) {
        int status = told.getStatusCode().value();
        if (status >= 500) {
            return failures.refusal(e);
        }
        String detail = told.getBody().getDetail();
        return Refusal.of(
                        "bad-request", "The request cannot be understood", detail == null ? "It is malformed." : detail)
                .status(status);
    }

    private static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> type) {
        @Nullable Throwable at = e;
        for (int depth = 0; at != null && depth < 20; depth++) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
            at = at.getCause();
        }
        return null;
    }
}
