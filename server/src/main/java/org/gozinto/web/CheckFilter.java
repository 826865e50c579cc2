/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away (429) who asks too often: people with a page, programs with a problem. */
final class CheckFilter extends OncePerRequestFilter {

    /** The list is long; nobody needs it often. */
    private static final int LIST_TOKENS = 10;

    private final CheckThrottle throttle;
    private final ClientAddress clients;
    private final CheckPaper paper;
    private final CheckReply reply;

    /** What it works with. */
    record Parts(CheckThrottle throttle, ClientAddress clients, CheckPaper paper, CheckReply reply) {}

    CheckFilter(Parts parts) {
        this.throttle = parts.throttle;
        this.clients = parts.clients;
        this.paper = parts.paper;
        this.reply = parts.reply;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int tokens = request.getRequestURI().endsWith("/list.bin") ? LIST_TOKENS : 1;
        InetAddress client = clients.of(request);
        Duration wait = throttle.take(client, tokens);
        if (wait == null) {
            answer(new Forwarded(request, client), response, chain);
            return;
        }
        long seconds = wait.plusMillis(999).toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
            page(request, response, seconds);
        } else {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            Problems.send(response, tooMany(seconds));
        }
    }

    /**
     * Checks are answered here. To find out who asks, what may be asked and by which method it is answered costs more
     * than the answer, and all may ask this.
     */
    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = CheckReply.isPlain(request) ? bodyOf(request) : null;
        if (body == null) {
            chain.doFilter(request, response);
        } else {
            CheckReply.send(request, response, body);
        }
    }

    /** Null where it could not be answered: asked again in the usual way, the reason is told as it always is. */
    private byte @Nullable [] bodyOf(HttpServletRequest request) {
        try {
            return reply.body(request);
        } catch (RuntimeException failed) {
            return null;
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response, long seconds) throws IOException {
        CheckPaper.Manner manner = CheckPages.manner(request);
        byte[] page = paper.busy(manner, seconds).getBytes(StandardCharsets.UTF_8);
        response.setStatus(429);
        response.setHeader("Content-Security-Policy", paper.policy(manner));
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private static Refusal tooMany(long seconds) {
        return Refusal.of(
                        "too-many-checks",
                        "Too many checks",
                        "There were many checks from this network; the next is possible in " + seconds + " seconds.")
                .status(429)
                .at("", "no more checks than Retry-After allows", "Wait, or check offline with /check/list.bin.");
    }

    /** A request as its client sent it, whichever proxies handed it on. */
    private static final class Forwarded extends HttpServletRequestWrapper {
        private final InetAddress client;

        Forwarded(HttpServletRequest request, InetAddress client) {
            super(request);
            this.client = client;
        }

        @Override
        public String getRemoteAddr() {
            return client.getHostAddress();
        }
    }
}
