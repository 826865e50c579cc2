/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;
import org.gozinto.access.LinkKey;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.RefusedException;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.Head;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Links by which reporters answer without signing in. Whoever has the token may answer, so only its hash is kept in the
 * book. Safe for use by many threads.
 */
final class AnswerTokens {

    static final String PATH = "/complaint/";

    /** How long a link works. */
    static final int DAYS = 400;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Database database;
    private final LinkKey key;
    private final String publicUrl;
    private final Clock clock;

    /** @param publicUrl the address that links begin with; empty when it is not set: then they begin with the path */
    AnswerTokens(Database database, LinkKey key, String publicUrl, Clock clock) {
        this.database = database;
        this.key = key;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    void add(JdbcClient transaction, Head head, Step.Link link) {
        transaction
                .sql("""
                        insert into complaint_link (token_hash, complaint, n, made_at_us, expires_at_us)
                        values (?, ?, ?, ?, ?) on conflict (token_hash) do nothing
                        """)
                .params(HashChain.of(token(head, link)), head.number(), n(link), micros(clock.instant()), ends(link))
                .update();
    }

    private String token(Head head, Step.Link link) {
        return key.token("complaint:" + head.id(), n(link));
    }

    private static int n(Step.Link link) {
        return Objects.requireNonNull(link.n());
    }

    private static long ends(Step.Link link) {
        return micros(Instant.parse(Objects.requireNonNull(link.expiresAt())));
    }

    /** The address of a link. */
    String url(Head head, Step.Link link) {
        return publicUrl + PATH + token(head, link);
    }

    /**
     * The address of the last link of a complaint that still works; null for none. A link that was made with a key that
     * is gone is made anew.
     */
    @Nullable
    String url(File<Step> file) {
        Step.Link last = file.all(Step.Link.class).reduce((a, b) -> b).orElse(null);
        if (last == null || ends(last) <= micros(clock.instant())) {
            return null;
        }
        if (find(token(file.head(), last)) == null) {
            try {
                database.write(transaction -> {
                    add(transaction, file.head(), last);
                    return true;
                });
            } catch (RefusedException e) {
                // Where the book cannot be written now, there is no link for now.
                return null;
            }
        }
        return url(file.head(), last);
    }

    /** The internal number of the complaint that a token is of; null for one that is wrong or has ended. */
    @Nullable
    Long find(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return null;
        }
        return database.read()
                .sql("select complaint from complaint_link where token_hash = ? and expires_at_us > ?")
                .params(HashChain.of(token), micros(clock.instant()))
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
