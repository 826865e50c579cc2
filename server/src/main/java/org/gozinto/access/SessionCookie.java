/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * The cookie that browsers keep a session in, out of reach of scripts.
 *
 * <p>A browser sends it along with requests that other sites make up, so whoever changes something with it must also
 * send the header {@link #PROOF_HEADER}: other sites cannot add one.
 */
public final class SessionCookie {

    public static final String NAME = "gozinto-session";

    public static final String PROOF_HEADER = "X-Gozinto";

    private SessionCookie() {}

    /** The token in the request's cookie, or null. */
    public static @Nullable String token(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(NAME) && !cookie.getValue().isEmpty()) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    /** The header's value that hands a session to the browser. */
    static String handOver(HttpServletRequest request, String token, @Nullable Instant expiresAt, Clock clock) {
        Duration life = expiresAt == null ? Duration.ofHours(12) : Duration.between(clock.instant(), expiresAt);
        return cookie(request, token).maxAge(life).build().toString();
    }

    /** The header's value that takes it back. */
    static String takeBack(HttpServletRequest request) {
        return cookie(request, "").maxAge(Duration.ZERO).build().toString();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, String value) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/");
    }
}
