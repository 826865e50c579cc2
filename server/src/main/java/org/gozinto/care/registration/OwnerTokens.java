/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import java.util.regex.Pattern;
import org.gozinto.access.LinkKey;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.HashChain;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Links to the pages of owners. Whoever has the token may do what the owner may, so only its hash is kept in the book.
 * A link works until the owner is erased or another holds the product. Safe for use by many threads.
 */
final class OwnerTokens {

    static final String PATH = "/owner/";

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Database database;
    private final LinkKey key;
    private final String publicUrl;

    /** @param publicUrl the address that links begin with; empty when it is not set: then they begin with the path */
    OwnerTokens(Database database, LinkKey key, String publicUrl) {
        this.database = database;
        this.key = key;
        this.publicUrl = publicUrl;
    }

    void add(JdbcClient transaction, String registration, long owner) {
        transaction
                .sql("insert into owner_link (token_hash, owner) values (?, ?) on conflict (token_hash) do nothing")
                .params(HashChain.of(token(registration, owner)), owner)
                .update();
    }

    /** The token of an owner of the registration with this id. */
    String token(String registration, long owner) {
        return key.token("owner:" + registration, owner);
    }

    /** The address of the owner's page. */
    String url(String registration, long owner) {
        return publicUrl + PATH + token(registration, owner);
    }

    /** The number of the owner that a token is of; null for one that is wrong or works no more. */
    @Nullable
    Long find(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return null;
        }
        return database.read()
                .sql("select owner from owner_link where token_hash = ?")
                .param(HashChain.of(token))
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
