/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.gozinto.access.LinkKey;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.HashChain;
import org.gozinto.recall.RecallStore.Recall;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Links by which consignees answer without signing in. Whoever has the token may answer, so only its hash is kept in
 * the book. Safe for use by many threads.
 */
final class AnswerLinks {

    static final String PATH = "/answer/";

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Database database;
    private final LinkKey key;
    private final String publicUrl;
    private final Clock clock;

    AnswerLinks(Database database, LinkKey key, String publicUrl, Clock clock) {
        this.database = database;
        this.key = key;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** The address that links begin with; empty when it is not set. */
    String publicUrl() {
        return publicUrl;
    }

    /** Writes the link of a new notice. */
    void add(JdbcClient transaction, Recall recall, long n, Notice notice) {
        insert(transaction, HashChain.of(key.token(recall.id(), n)), recall, notice);
    }

    private void insert(JdbcClient transaction, byte[] hash, Recall recall, Notice notice) {
        long expiresUs = micros(LocalDate.parse(notice.until())
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant());
        transaction
                .sql("""
                        insert into recall_link (token_hash, recall, consignee, made_at_us, expires_at_us)
                        values (?, ?, ?, ?, ?) on conflict (token_hash) do nothing
                        """)
                .params(hash, recall.number(), notice.to().consignee(), micros(clock.instant()), expiresUs)
                .update();
    }

    /** The link of a notice; a link that was made with a key that is gone is made anew. */
    String of(Recall recall, long n, Notice notice) {
        if (!notice.hasLink()) {
            return "";
        }
        String token = key.token(recall.id(), n);
        byte[] hash = HashChain.of(token);
        if (find(hash) == null) {
            database.write(transaction -> {
                insert(transaction, hash, recall, notice);
                return true;
            });
        }
        return publicUrl + PATH + token;
    }

    /**
     * Who may answer with a token.
     *
     * @param recall code of the case
     */
    record Link(String recall, String consignee, long expiresAtUs) {}

    /** Who may answer with this token now; null for one that is wrong or has expired. */
    @Nullable
    Link find(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return null;
        }
        Link link = find(HashChain.of(token));
        return link == null || link.expiresAtUs() <= micros(clock.instant()) ? null : link;
    }

    private @Nullable Link find(byte[] hash) {
        return database.read()
                .sql("""
                        select r.code, l.consignee, l.expires_at_us from recall_link l
                        join recall r on r.number = l.recall where l.token_hash = ?
                        """)
                .param(hash)
                .query((rows, i) -> new Link(rows.getString(1), rows.getString(2), rows.getLong(3)))
                .optional()
                .orElse(null);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
