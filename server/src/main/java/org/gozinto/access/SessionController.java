/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Access")
class SessionController {

    /** @param cookie whether a browser asks: then the token goes into a cookie and not into the answer */
    record SignIn(
            @Nullable String name,
            @Nullable String password,
            @Nullable Boolean cookie) {

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "SignIn[name=" + name + "]";
        }
    }

    record Session(@Nullable String token, @Nullable Instant expiresAt) {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Session[expiresAt=" + expiresAt + "]";
        }
    }

    /**
     * Who is asking: {@code may} has permissions such as {@code masters}, {@code records} the acts that they may
     * record.
     */
    record Me(String name, String user, Role role, List<String> may, List<String> records) {}

    private final Sessions sessions;
    private final Tokens tokens;
    private final Clock clock;

    SessionController(Sessions sessions, Tokens tokens, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    @PostMapping("/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirements
    @Operation(summary = "Sign in: the answer has a token that is good for 12 hours")
    Session signIn(@RequestBody SignIn body, HttpServletRequest request, HttpServletResponse response) {
        String name = body.name() == null ? "" : body.name();
        String password = body.password() == null ? "" : body.password();
        var faults = new Faults();
        faults.expect(!name.isBlank(), "/name", "is missing", "the name of a user");
        faults.expect(!password.isEmpty(), "/password", "is missing", "the user's password");
        faults.refuse("Nobody can be signed in so");
        Tokens.Minted minted = sessions.open(name, password, request.getRemoteAddr());
        if (minted == null) {
            throw Refusal.of("sign-in-failed", "Not signed in", "The name or the password is wrong.")
                    .status(401)
                    .asException();
        }
        Instant expiresAt = minted.token().expiresAt();
        if (Boolean.TRUE.equals(body.cookie())) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE, SessionCookie.handOver(request, minted.text(), expiresAt, clock));
            return new Session(null, expiresAt);
        }
        return new Session(minted.text(), expiresAt);
    }

    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sign out: the session that asks ends")
    void signOut(@AuthenticationPrincipal Actor actor, HttpServletRequest request, HttpServletResponse response) {
        tokens.closeSession(actor);
        if (SessionCookie.token(request) != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.takeBack(request));
        }
    }

    @GetMapping("/me")
    @Operation(summary = "Who is asking, and what they may do")
    Me me(@AuthenticationPrincipal Actor actor) {
        return new Me(
                actor.name(),
                actor.user(),
                actor.role(),
                Stream.of(Permission.values())
                        .filter(actor::may)
                        .map(p -> p.name().toLowerCase(Locale.ROOT))
                        .toList(),
                Actor.everyAct().stream().filter(actor::mayRecord).toList());
    }
}
