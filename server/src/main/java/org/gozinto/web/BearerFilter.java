/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.gozinto.access.Admission;
import org.gozinto.access.SessionCookie;
import org.gozinto.access.Tokens;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns {@code Authorization: Bearer …}, or a browser's session cookie, into an {@link org.gozinto.access.Actor}, which
 * handlers get as {@code @AuthenticationPrincipal Actor actor}.
 *
 * <p>A token that is not good is remembered and not refused here: open pages do not care, and all others answer with
 * the reason.
 */
final class BearerFilter extends OncePerRequestFilter {

    private static final String REFUSAL = BearerFilter.class.getName() + ".refusal";
    private static final String SCHEME = "bearer ";
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final Tokens tokens;
    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    BearerFilter(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hasTokenInQuery(request.getQueryString())) {
            Problems.send(response, tokenInQuery());
            return;
        }
        Admission admission = admission(request);
        if (admission != null) {
            switch (admission) {
                case Admission.Admitted(var actor) -> {
                    SecurityContext context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(new Bearer(actor));
                    SecurityContextHolder.setContext(context);
                    // Kept with the request, so that the later parts of an answer that is streamed know the actor too.
                    contexts.saveContext(context, request, response);
                }
                case Admission.Turned(var refusal) -> request.setAttribute(REFUSAL, refusal);
            }
        }
        chain.doFilter(request, response);
    }

    private static List<String> headers(HttpServletRequest request) {
        var values = request.getHeaders(HttpHeaders.AUTHORIZATION);
        return values == null ? List.of() : java.util.Collections.list(values);
    }

    /** What the request's header or cookie is good for; null when it has neither. */
    private @Nullable Admission admission(HttpServletRequest request) {
        List<String> headers = headers(request);
        if (!headers.isEmpty()) {
            return admission(headers);
        }
        String cookie = SessionCookie.token(request);
        if (cookie == null) {
            return null;
        }
        boolean reads = READS.contains(request.getMethod());
        return reads || request.getHeader(SessionCookie.PROOF_HEADER) != null
                ? tokens.admit(cookie)
                : new Admission.Turned(foreign());
    }

    private Admission admission(List<String> headers) {
        String header = headers.getFirst();
        if (headers.size() > 1) {
            return new Admission.Turned(unauthenticated("There are " + headers.size() + " Authorization headers."));
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Admission.Turned(unauthenticated("The Authorization header has no bearer token."));
        }
        return tokens.admit(header.substring(SCHEME.length()).strip());
    }

    /** Why the request was not let in. */
    static Refusal refusal(HttpServletRequest request) {
        return request.getAttribute(REFUSAL) instanceof Refusal refusal
                ? refusal
                : unauthenticated("The request has no token.");
    }

    private static Refusal foreign() {
        return Refusal.of(
                        "foreign-request",
                        "Not sent by our screens",
                        "A session in a cookie changes nothing without the header " + SessionCookie.PROOF_HEADER + ".")
                .status(403)
                .at("", SessionCookie.PROOF_HEADER + ": screens", "Send the header, or a token in Authorization.");
    }

    private static Refusal unauthenticated(String detail) {
        return Refusal.of("unauthenticated", "Not signed in", detail)
                .status(401)
                .at(
                        "",
                        "Authorization: Bearer gzt_…",
                        "Sign in at POST /api/v1/sessions, or ask an administrator for a token.");
    }

    /** Addresses are written to logs and histories, so a token in one is not secret any more. */
    private static boolean hasTokenInQuery(@Nullable String query) {
        if (query == null) {
            return false;
        }
        String plain;
        try {
            plain = URLDecoder.decode(query, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            plain = query;
        }
        return plain.contains("gzt_") || ("&" + query).contains("&access_token=");
    }

    private static Refusal tokenInQuery() {
        return Refusal.of(
                        "token-in-address",
                        "A token does not belong in an address",
                        "The address has a token in it; addresses are written to logs.")
                .status(400)
                .at(
                        "",
                        "Authorization: Bearer gzt_… as a header",
                        "Revoke that token and send the new one in the header.");
    }

    /** An actor who was let in. */
    private static final class Bearer extends AbstractAuthenticationToken {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private final transient org.gozinto.access.Actor actor;

        Bearer(org.gozinto.access.Actor actor) {
            super(AuthorityUtils.NO_AUTHORITIES);
            this.actor = actor;
            setAuthenticated(true);
        }

        @Override
        public @Nullable Object getCredentials() {
            return null;
        }

        @Override
        public Object getPrincipal() {
            return actor;
        }

        @Override
        public String getName() {
            return actor.name();
        }
    }
}
