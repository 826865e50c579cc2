/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of tokens. Each method works on the client it is given: readers, or the transaction of a change. */
final class TokenStore {

    /** A token with what decides whether it is good. */
    record Row(
            Token token,
            byte[] secretHash,
            boolean session,
            @Nullable User user) {}

    private TokenStore() {}

    /** The token and its maker; the user is null when there is no such user, as for the environment's token. */
    static @Nullable Row byId(JdbcClient client, String id) {
        return client.sql("""
                        select t.id, t.secret_hash, t.name, t.user_name, t.role, t.acts, t.session, t.created_at_us,
                               t.expires_at_us, t.used_at_us, t.revoked_at_us, u.role as user_role,
                               u.active as user_active, u.version as user_version,
                               u.created_at_us as user_created_at_us
                        from api_token t left join app_user u on u.name = t.user_name
                        where t.id = ?
                        """)
                .param(id)
                .query((rows, n) ->
                        new Row(token(rows), rows.getBytes("secret_hash"), rows.getInt("session") == 1, user(rows)))
                .optional()
                .orElse(null);
    }

    /** Tokens that are no sessions, newest first, made before the given one. */
    static List<Token> before(JdbcClient client, long createdAtUs, String id, int limit) {
        return client.sql("""
                        select id, name, user_name, role, acts, created_at_us, expires_at_us, used_at_us, revoked_at_us
                        from api_token
                        where session = 0 and (created_at_us < ? or (created_at_us = ? and id < ?))
                        order by created_at_us desc, id desc
                        limit ?
                        """)
                .params(createdAtUs, createdAtUs, id, limit)
                .query((rows, n) -> token(rows))
                .list();
    }

    static void insert(JdbcClient client, Row row) {
        Token token = row.token();
        client.sql("""
                        insert into api_token (
                            id, secret_hash, name, user_name, role, acts, session, created_at_us, expires_at_us)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(token.id())
                .param(row.secretHash())
                .param(token.name())
                .param(token.user())
                .param(token.role().word())
                .param(token.acts() == null ? null : String.join(" ", token.acts()))
                .param(row.session() ? 1 : 0)
                .param(UserStore.micros(token.createdAt()))
                .param(token.expiresAt() == null ? null : UserStore.micros(token.expiresAt()))
                .update();
    }

    /** Revokes the token; false when it was revoked before. */
    static boolean revoke(JdbcClient client, String id, Instant now) {
        return client.sql("update api_token set revoked_at_us = ? where id = ? and revoked_at_us is null")
                        .params(UserStore.micros(now), id)
                        .update()
                == 1;
    }

    static void revokeSessions(JdbcClient client, String user, Instant now) {
        client.sql("""
                        update api_token
                        set revoked_at_us = ?
                        where user_name = ? and session = 1 and revoked_at_us is null
                        """).params(UserStore.micros(now), user).update();
    }

    static void used(JdbcClient client, Map<String, Instant> usedAt) {
        usedAt.forEach((id, at) -> client.sql("update api_token set used_at_us = ? where id = ?")
                .params(UserStore.micros(at), id)
                .update());
    }

    static void deleteSessionsExpiredBefore(JdbcClient client, Instant limit) {
        client.sql("delete from api_token where session = 1 and expires_at_us < ?")
                .param(UserStore.micros(limit))
                .update();
    }

    private static Token token(ResultSet rows) throws SQLException {
        String acts = rows.getString("acts");
        return new Token(
                rows.getString("id"),
                rows.getString("name"),
                rows.getString("user_name"),
                UserStore.role(rows.getString("role")),
                acts == null ? null : acts.isEmpty() ? List.of() : Arrays.asList(acts.split(" ")),
                UserStore.instant(rows.getLong("created_at_us")),
                instant(rows, "expires_at_us"),
                instant(rows, "used_at_us"),
                instant(rows, "revoked_at_us"));
    }

    private static @Nullable User user(ResultSet rows) throws SQLException {
        String role = rows.getString("user_role");
        return role == null
                ? null
                : new User(
                        rows.getString("user_name"),
                        UserStore.role(role),
                        rows.getInt("user_active") == 1,
                        rows.getLong("user_version"),
                        UserStore.instant(rows.getLong("user_created_at_us")));
    }

    private static @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
        long micros = rows.getLong(column);
        return rows.wasNull() ? null : UserStore.instant(micros);
    }
}
