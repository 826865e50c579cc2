/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import java.time.Duration;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/** Signing in with name and password. */
final class Sessions {

    /** No password is as long; more would only cost time. */
    private static final int TYPED_LENGTH_MAX = 1_000;

    private final Users users;
    private final Tokens tokens;
    private final LoginThrottle throttle;

    Sessions(Users users, Tokens tokens, LoginThrottle throttle) {
        this.users = users;
        this.tokens = tokens;
        this.throttle = throttle;
    }

    /** A new session for the user, or null when name or password is wrong. */
    Tokens.@Nullable Minted open(String name, String password, String address) {
        User user = authenticated(name, password, address);
        return user == null ? null : tokens.openSession(user);
    }

    /** Gives the user a new password, which ends all their sessions, or refuses when the current one is wrong. */
    User changePassword(String name, String current, String password, String address) {
        User user = authenticated(name, current, address);
        if (user == null) {
            throw Refusal.of(
                            "wrong-password",
                            "The password is wrong",
                            "The current password of " + name + " is another.")
                    .status(403)
                    .at(
                            "/currentPassword",
                            "the password until now",
                            "Ask an administrator for a new one if it is lost.")
                    .asException();
        }
        return users.change(name, new Users.Change(user.role(), user.active(), password), user.version(), name);
    }

    private @Nullable User authenticated(String typed, String password, String address) {
        if (typed.length() > TYPED_LENGTH_MAX || password.length() > TYPED_LENGTH_MAX) {
            return null;
        }
        String name = Users.name(typed);
        Duration pause = throttle.tryOnce(name, address);
        if (pause != null) {
            throw new TooManyTriesException(pause);
        }
        User user = users.authenticated(name, password);
        if (user != null) {
            throttle.succeeded(name, address);
        }
        return user;
    }
}
