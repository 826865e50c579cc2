/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.jspecify.annotations.Nullable;

/** Lets whoever can read the server's output make the first administrator, once and for half an hour. */
final class FirstUser {

    static final Duration OFFER = Duration.ofMinutes(30);

    private record Offer(byte[] hash, Instant until) {}

    private final Users users;
    private final AdminToken adminToken;
    private final Clock clock;
    private final RandomGenerator random;
    private @Nullable Offer offer;

    FirstUser(Users users, AdminToken adminToken, Clock clock, RandomGenerator random) {
        this.users = users;
        this.adminToken = adminToken;
        this.clock = clock;
        this.random = random;
    }

    /** A new one-time token when nobody can sign in yet, else null. */
    synchronized @Nullable String offer() {
        if (adminToken.isSet() || !users.isEmpty()) {
            return null;
        }
        String token = TokenText.base62(random, TokenText.SECRET_LENGTH);
        offer = new Offer(TokenText.sha256(token), clock.instant().plus(OFFER));
        return token;
    }

    /** Makes the first administrator with the one-time token, or refuses; the token is spent when it worked. */
    synchronized User create(String token, String name, @Nullable String password) {
        Offer open = offer;
        if (open == null || !MessageDigest.isEqual(open.hash, TokenText.sha256(token))) {
            throw refusal("The token is not the one that the server printed at its start.");
        }
        if (!clock.instant().isBefore(open.until)) {
            throw refusal("The link was good until " + open.until + ".");
        }
        User user = users.createFirst(name, password);
        offer = null;
        return user;
    }

    private static RefusedException refusal(String detail) {
        return Refusal.of("setup-token", "The link is not good", detail)
                .status(403)
                .at("/token", "the token of the link that the server printed", "Restart the server to get a new link.")
                .asException();
    }
}
