/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.JsonText;
import org.gozinto.ledger.MasterChanges;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes, checks and revokes tokens; a session is a token that lives for {@link #SESSION}. Safe for use by many
 * threads.
 */
public final class Tokens {

    /** How long a session lasts. */
    public static final Duration SESSION = Duration.ofHours(12);

    /** The longest bearer text that is looked at. */
    static final int LENGTH_MAX = 512;

    /** When a token was made, in microseconds, and its id. */
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,18}) ([0-9A-Za-z]{1,64})");

    /** How long an expired session stays in the database. */
    private static final Duration SESSION_KEPT = Duration.ofDays(7);

    /**
     * What a new token is to be.
     *
     * @param name what it is for, such as {@code scanner 3}
     * @param acts the only acts it may record; null: all that its role may; empty: it only reads
     * @param expiresAt null: never
     */
    public record Wanted(
            String name,
            Role role,
            @Nullable List<String> acts,
            @Nullable Instant expiresAt) {}

    /** A new token and its text, which is shown once and kept nowhere. */
    public record Minted(Token token, String text) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return token.toString();
        }
    }

    private final Database database;
    private final TokenCache cache;
    private final AdminToken adminToken;
    private final Clock clock;
    private final RandomGenerator random;

    Tokens(Database database, TokenCache cache, AdminToken adminToken, Clock clock, RandomGenerator random) {
        this.database = database;
        this.cache = cache;
        this.adminToken = adminToken;
        this.clock = clock;
        this.random = random;
    }

    /** Makes a token for the user behind the actor, or refuses; it may not do more than the actor. */
    public Minted create(Wanted wanted, Actor by) {
        var faults = new Faults();
        String name = faults.code("/name", wanted.name());
        faults.expect(name.indexOf('/') < 0, "/name", "has a slash", "1 to 64 printable characters without /");
        faults.expect(
                by.role().includes(wanted.role()),
                "/role",
                "is above " + by.role() + ", the role of " + by.name(),
                "at most " + by.role());
        Instant expiresAt = wanted.expiresAt();
        faults.expect(
                expiresAt == null || expiresAt.isAfter(clock.instant()),
                "/expiresAt",
                "is in the past",
                "a time to come");
        checkActs(faults, wanted);
        faults.refuse("The token cannot be made");
        List<String> acts = wanted.acts() == null ? null : List.copyOf(new TreeSet<>(wanted.acts()));
        return mint(new Wanted(name, wanted.role(), acts, expiresAt), by, false);
    }

    private static void checkActs(Faults faults, Wanted wanted) {
        if (wanted.acts() == null) {
            return;
        }
        var actor = Actor.of(wanted.name(), wanted.role());
        for (int i = 0; i < wanted.acts().size(); i++) {
            String act = wanted.acts().get(i);
            faults.expect(
                    actor.mayRecord(act),
                    "/acts/" + i,
                    "\"" + act + "\" is no act that " + wanted.role() + " may record",
                    "some of "
                            + String.join(
                                    ", ",
                                    Actor.everyAct().stream()
                                            .filter(actor::mayRecord)
                                            .toList()));
        }
    }

    /** Makes a token that ends by itself after {@link #SESSION}. */
    Minted openSession(User user) {
        var wanted = new Wanted("session", user.role(), null, clock.instant().plus(SESSION));
        return mint(wanted, Actor.of(user.name(), user.role()), true);
    }

    private Minted mint(Wanted wanted, Actor by, boolean session) {
        TokenText text = TokenText.mint(random);
        Instant expiresAt = wanted.expiresAt();
        var token = new Token(
                text.id(),
                wanted.name(),
                by.user(),
                wanted.role(),
                wanted.acts(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS),
                null,
                null);
        return database.write(transaction -> {
            TokenStore.insert(transaction, new TokenStore.Row(token, text.secretHash(), session, null));
            if (!session) {
                note(transaction, token, 1, by.name(), false);
            }
            return new Minted(token, text.text());
        });
    }

    /** Ends a token at once; one that was revoked before stays so. */
    public void revoke(String id, String by) {
        database.write(transaction -> {
            TokenStore.Row row = TokenStore.byId(transaction, id);
            if (row == null) {
                throw Refusal.of("no-such-token", "There is no such token", "There is no token " + id + ".")
                        .status(404)
                        .asException();
            }
            if (TokenStore.revoke(transaction, id, clock.instant()) && !row.session()) {
                note(transaction, row.token(), 2, by, true);
            }
            return row;
        });
        cache.forget();
    }

    /** Ends the session that the actor came with, or refuses when it came with another kind of token. */
    void closeSession(Actor actor) {
        String id = actor.tokenId();
        TokenStore.Row row = id == null ? null : TokenStore.byId(database.read(), id);
        if (row == null || !row.session()) {
            throw Refusal.of(
                            "not-a-session",
                            "This is not a session",
                            actor.name() + " shows a token that is no session.")
                    .status(409)
                    .at("", "the token of a session", "Revoke a token with DELETE /api/v1/tokens/{id}.")
                    .asException();
        }
        revoke(row.token().id(), actor.name());
    }

    /** Tokens that are no sessions, newest first, made before the cursor. */
    public Page<Token> page(@Nullable String cursor, int limit) {
        String key = Paging.after(cursor);
        long beforeUs = Long.MAX_VALUE;
        String beforeId = "";
        if (key != null) {
            Matcher parts = CURSOR.matcher(key);
            if (!parts.matches()) {
                throw Paging.badParameter("cursor", "is not one of ours", "the nextCursor of the page before");
            }
            beforeUs = Long.parseLong(parts.group(1));
            beforeId = parts.group(2);
        }
        List<Token> tokens = TokenStore.before(database.read(), beforeUs, beforeId, limit + 1);
        if (tokens.size() <= limit) {
            return new Page<>(tokens, null);
        }
        Token last = tokens.get(limit - 1);
        return new Page<>(
                List.copyOf(tokens.subList(0, limit)),
                Paging.cursor(UserStore.micros(last.createdAt()) + " " + last.id()));
    }

    /** Who comes with this bearer text, or why they may not come in. */
    public Admission admit(String shown) {
        if (shown.length() > LENGTH_MAX) {
            return turned("unauthenticated", "The token is longer than any of ours.");
        }
        if (adminToken.matches(shown)) {
            return new Admission.Admitted(Actor.of(AdminToken.NAME, Role.ADMINISTRATOR));
        }
        TokenText text = TokenText.parse(shown);
        if (text == null) {
            return turned(
                    "unauthenticated",
                    shown.startsWith(TokenText.PREFIX)
                            ? "The token was mistyped or cut off: its check sum is wrong."
                            : "This is no token of this server.");
        }
        TokenStore.Row row = cache.get(text.id(), id -> TokenStore.byId(database.read(), id));
        if (row == null || !MessageDigest.isEqual(row.secretHash(), text.secretHash())) {
            return turned("unauthenticated", "This is no token of this server.");
        }
        return admit(row);
    }

    private Admission admit(TokenStore.Row row) {
        Token token = row.token();
        Instant expiresAt = token.expiresAt();
        if (token.revokedAt() != null) {
            return turned("token-revoked", "The token was revoked at " + token.revokedAt() + ".");
        }
        if (expiresAt != null && !clock.instant().isBefore(expiresAt)) {
            return turned("token-expired", "The token expired at " + expiresAt + ".");
        }
        User user = row.user();
        if (user == null ? !token.user().equals(AdminToken.NAME) : !user.active()) {
            return turned("token-revoked", token.user() + " may not sign in any more, so the token ended too.");
        }
        cache.used(token.id());
        var acts = token.acts() == null ? null : new TreeSet<>(token.acts());
        if (row.session()) {
            Role role = user == null ? token.role() : user.role();
            return new Admission.Admitted(new Actor(token.user(), role, acts, token.id()));
        }
        Role role = user == null ? token.role() : token.role().atMost(user.role());
        return new Admission.Admitted(new Actor(token.user() + "/" + token.name(), role, acts, token.id()));
    }

    private static Admission turned(String code, String detail) {
        String title = switch (code) {
            case "token-expired" -> "The token has expired";
            case "token-revoked" -> "The token was revoked";
            default -> "Not signed in";
        };
        return new Admission.Turned(Refusal.of(code, title, detail).status(401));
    }

    /** Writes when tokens were last used, and clears away old sessions; to be called about once a minute. */
    void tidy() {
        var uses = cache.takeUses();
        if (uses.isEmpty()) {
            return;
        }
        database.write(transaction -> {
            TokenStore.used(transaction, uses);
            TokenStore.deleteSessionsExpiredBefore(transaction, clock.instant().minus(SESSION_KEPT));
            return uses.size();
        });
    }

    private void note(JdbcClient transaction, Token token, long version, String by, boolean revoked) {
        var body = new JsonText()
                .object()
                .member("name", token.name())
                .member("user", token.user())
                .member("role", token.role().word());
        if (token.acts() != null) {
            body.array("acts");
            token.acts().forEach(body::element);
            body.endArray();
        }
        String json = body.member("expiresAt", token.expiresAt() == null ? null : String.valueOf(token.expiresAt()))
                .flag("revoked", revoked)
                .endObject()
                .toString();
        var change = new MasterChanges.Change(version, UserStore.micros(clock.instant()), by, json);
        MasterChanges.add(transaction, "token", token.id(), change);
    }
}
