/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of users. Each method works on the client it is given: readers, or the transaction of a change. */
final class UserStore {

    /** A user with the hash of the password. */
    record Row(User user, String passwordHash) {}

    private UserStore() {}

    static @Nullable Row byName(JdbcClient client, String name) {
        return client.sql("""
                        select name, role, password_hash, active, version, created_at_us
                        from app_user
                        where name = ?
                        """)
                .param(name)
                .query((rows, n) -> row(rows))
                .optional()
                .orElse(null);
    }

    static List<User> after(JdbcClient client, String name, int limit) {
        return client.sql("""
                        select name, role, password_hash, active, version, created_at_us
                        from app_user
                        where name > ?
                        order by name
                        limit ?
                        """)
                .params(name, limit)
                .query((rows, n) -> row(rows).user())
                .list();
    }

    static long count(JdbcClient client) {
        return client.sql("select count(*) from app_user").query(Long.class).single();
    }

    static long activeAdministratorsBut(JdbcClient client, String name) {
        return client.sql("""
                        select count(*)
                        from app_user
                        where role = 'administrator' and active = 1 and name <> ?
                        """).param(name).query(Long.class).single();
    }

    /** Adds the user; false when the name is taken. */
    static boolean insert(JdbcClient client, Row row) {
        User user = row.user();
        return client.sql("""
                                insert into app_user (name, role, password_hash, active, version, created_at_us)
                                values (?, ?, ?, ?, ?, ?)
                                on conflict (name) do nothing
                                """)
                        .params(
                                user.name(),
                                user.role().word(),
                                row.passwordHash(),
                                user.active() ? 1 : 0,
                                user.version(),
                                micros(user.createdAt()))
                        .update()
                == 1;
    }

    static void update(JdbcClient client, Row row) {
        User user = row.user();
        client.sql("""
                        update app_user
                        set role = ?, password_hash = ?, active = ?, version = ?
                        where name = ?
                        """)
                .params(user.role().word(), row.passwordHash(), user.active() ? 1 : 0, user.version(), user.name())
                .update();
    }

    private static Row row(ResultSet rows) throws SQLException {
        var user = new User(
                rows.getString("name"),
                role(rows.getString("role")),
                rows.getInt("active") == 1,
                rows.getLong("version"),
                instant(rows.getLong("created_at_us")));
        return new Row(user, rows.getString("password_hash"));
    }

    static Role role(String word) {
        Role role = Role.of(word);
        if (role == null) {
            throw new IllegalStateException("the database has a role \"" + word + "\" that does not exist");
        }
        return role;
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
