/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import java.text.Normalizer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

/** Keeps the users. Names are kept in lower case, so that Anna and anna are one. Safe for use by many threads. */
public final class Users {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,63}");

    /** Names that the ledger's entries use for what is no user. */
    private static final Set<String> RESERVED = Set.of(AdminToken.NAME, "system", "gozinto");

    /**
     * What a user is to become.
     *
     * @param password null: stays as it is
     */
    public record Change(
            Role role, boolean active, @Nullable String password) {

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "Change[role=" + role + ", active=" + active + "]";
        }
    }

    private final Database database;
    private final Passwords passwords;
    private final TokenCache cache;
    private final Clock clock;

    Users(Database database, Passwords passwords, TokenCache cache, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.cache = cache;
        this.clock = clock;
    }

    /** Adds a user, or refuses. */
    public User create(String name, Role role, @Nullable String password, String by) {
        return create(name, role, password, by, false);
    }

    /** Adds the first user, an administrator, or refuses when there is a user already. */
    User createFirst(String name, @Nullable String password) {
        return create(name, Role.ADMINISTRATOR, password, name(name), true);
    }

    private synchronized User create(String name, Role role, @Nullable String password, String by, boolean first) {
        String known = name(name);
        var faults = new Faults();
        faults.expect(
                NAME.matcher(known).matches() && !RESERVED.contains(known),
                "/name",
                RESERVED.contains(known) ? "is kept for the server itself" : "is not a user name",
                "1 to 64 letters, digits and . _ @ + -, beginning with a letter or digit");
        Passwords.check(faults, "/password", password, known);
        faults.refuse("The user cannot be made");
        var user = new User(known, role, true, 1, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var row = new UserStore.Row(user, passwords.hash(password == null ? "" : password));
        database.write(transaction -> {
            if (first && UserStore.count(transaction) > 0) {
                throw Refusal.of("setup-done", "There is a user already", "The first user was made before; sign in.")
                        .status(409)
                        .asException();
            }
            if (!UserStore.insert(transaction, row)) {
                throw Refusal.of("exists", "The name is taken", "There is a user " + known + " already.")
                        .status(409)
                        .at("/name", "a name that nobody has", "Choose another name, or change that user.")
                        .asException();
            }
            note(transaction, user, by, true);
            return user;
        });
        cache.forget();
        return user;
    }

    /**
     * Changes a user, or refuses. A new password ends the user's sessions; a user who is not active is let in
     * nowhere.
     *
     * @param version what the change was decided on; null: whatever it is now
     */
    public synchronized User change(String name, Change change, @Nullable Long version, String by) {
        String known = name(name);
        String password = change.password();
        if (password != null) {
            var faults = new Faults();
            Passwords.check(faults, "/password", password, known);
            faults.refuse("The user cannot be changed so");
        }
        String hash = password == null ? null : passwords.hash(password);
        User changed = database.write(transaction -> {
            UserStore.Row before = existing(transaction, known);
            refuseOldVersion(before.user(), version);
            var after = new User(
                    known,
                    change.role(),
                    change.active(),
                    before.user().version() + 1,
                    before.user().createdAt());
            refuseLastAdministrator(transaction, before.user(), after);
            UserStore.update(transaction, new UserStore.Row(after, hash == null ? before.passwordHash() : hash));
            if (hash != null || !after.active()) {
                TokenStore.revokeSessions(transaction, known, clock.instant());
            }
            note(transaction, after, by, hash != null);
            return after;
        });
        cache.forget();
        return changed;
    }

    /** The user, or a refusal (404). */
    public User existing(String name) {
        return existing(database.read(), name(name)).user();
    }

    /** Users in the order of their names, after a name. */
    public Page<User> page(@Nullable String after, int limit) {
        if (after != null && !NAME.matcher(after).matches()) {
            throw Paging.badParameter("cursor", "is not one of ours", "the nextCursor of the page before");
        }
        List<User> users = UserStore.after(database.read(), after == null ? "" : after, limit + 1);
        return users.size() <= limit
                ? new Page<>(users, null)
                : new Page<>(
                        List.copyOf(users.subList(0, limit)),
                        users.get(limit - 1).name());
    }

    boolean isEmpty() {
        return UserStore.count(database.read()) == 0;
    }

    /** The active user with this name and password, or null; takes as long for a name that does not exist. */
    @Nullable
    User authenticated(String name, String password) {
        String known = name(name);
        UserStore.Row row = NAME.matcher(known).matches() ? UserStore.byName(database.read(), known) : null;
        boolean matches = passwords.matches(password, row == null ? null : row.passwordHash());
        return matches && row != null && row.user().active() ? row.user() : null;
    }

    /** The form in which a name is kept and compared. */
    static String name(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static UserStore.Row existing(JdbcClient client, String name) {
        UserStore.Row row = UserStore.byName(client, name);
        if (row == null) {
            throw Refusal.of("no-such-user", "There is no such user", "There is no user " + name + ".")
                    .status(404)
                    .asException();
        }
        return row;
    }

    private static void refuseOldVersion(User user, @Nullable Long version) {
        MasterChanges.refuseStale(user.name(), user.version(), version);
    }

    private static void refuseLastAdministrator(JdbcClient transaction, User before, User after) {
        boolean was = before.active() && before.role() == Role.ADMINISTRATOR;
        boolean is = after.active() && after.role() == Role.ADMINISTRATOR;
        if (was && !is && UserStore.activeAdministratorsBut(transaction, before.name()) == 0) {
            throw Refusal.of(
                            "last-administrator",
                            "Somebody must stay administrator",
                            before.name() + " is the only active administrator.")
                    .status(409)
                    .at("", "another active administrator", "Make somebody else administrator first.")
                    .asException();
        }
    }

    private void note(JdbcClient transaction, User user, String by, boolean newPassword) {
        String body = new JsonText()
                .object()
                .member("name", user.name())
                .member("role", user.role().word())
                .flag("active", user.active())
                .flag("newPassword", newPassword)
                .endObject()
                .toString();
        var change = new MasterChanges.Change(user.version(), UserStore.micros(clock.instant()), by, body);
        MasterChanges.add(transaction, "user", user.name(), change);
    }
}
