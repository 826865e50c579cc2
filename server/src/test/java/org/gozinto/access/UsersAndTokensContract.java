/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.MasterChanges;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.RefusedException;
import org.gozinto.ledger.Storage;
import org.gozinto.web.HandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** What users and tokens promise, on whatever engine. */
abstract class UsersAndTokensContract {

    private static final String ADMIN_TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String PASSWORD = "seven green bottles";

    private final HandClock clock = new HandClock();
    private final SecureRandom random = new SecureRandom();
    private Storage storage;
    private Database database;
    private TokenCache cache;
    private Users users;
    private Tokens tokens;

    abstract Storage open() throws Exception;

    @BeforeEach
    void openRoom() throws Exception {
        storage = open();
        database = storage.database();
        cache = new TokenCache(clock);
        users = new Users(database, new Passwords(new BCryptPasswordEncoder(4), random), cache, clock);
        tokens = new Tokens(database, cache, new AdminToken(ADMIN_TOKEN), clock, random);
    }

    @AfterEach
    void closeRoom() throws Exception {
        storage.close();
    }

    private static void assertRefused(int status, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusedException.class, e -> {
            assertThat(e.refusal().code()).isEqualTo(code);
            assertThat(e.refusal().status()).isEqualTo(status);
        });
    }

    private Actor administrator(String name) {
        users.create(name, Role.ADMINISTRATOR, PASSWORD, "test");
        return Actor.of(name, Role.ADMINISTRATOR);
    }

    private Tokens.Minted token(Actor by, Role role, List<String> acts, Instant expiresAt) {
        return tokens.create(new Tokens.Wanted("scanner 3", role, acts, expiresAt), by);
    }

    private Actor admitted(String text) {
        assertThat(tokens.admit(text)).isInstanceOf(Admission.Admitted.class);
        return ((Admission.Admitted) tokens.admit(text)).actor();
    }

    private String turned(String text) {
        assertThat(tokens.admit(text)).isInstanceOf(Admission.Turned.class);
        return ((Admission.Turned) tokens.admit(text)).refusal().code();
    }

    private void set(String name, Role role, boolean active) {
        users.change(name, new Users.Change(role, active, null), null, "test");
    }

    // Users

    @Test
    void userIsReadAsCreated() {
        var user = users.create("Anna.B@example.org", Role.QUALITY, PASSWORD, "test");
        assertThat(user).isEqualTo(new User("anna.b@example.org", Role.QUALITY, true, 1, clock.instant()));
        assertThat(users.existing("ANNA.b@example.org")).isEqualTo(user);
        assertThat(users.authenticated("anna.B@example.org", PASSWORD)).isEqualTo(user);
    }

    @Test
    void passwordIsNowhereInClear() {
        users.create("anna", Role.VIEWER, PASSWORD, "test");
        var hash = UserStore.byName(database.read(), "anna").passwordHash();
        assertThat(hash).startsWith("$2a$").doesNotContain(PASSWORD);
        assertThat(new MasterChanges(database).of("user", "anna"))
                .singleElement()
                .satisfies(c -> assertThat(c.body()).doesNotContain(PASSWORD).doesNotContain(hash));
    }

    @Test
    void nameIsTakenInWhateverCaseOrForm() {
        users.create("anna", Role.VIEWER, PASSWORD, "test");
        assertRefused(409, "exists", () -> users.create("ANNA", Role.VIEWER, PASSWORD, "test"));
        assertRefused(409, "exists", () -> users.create("ａｎｎａ", Role.VIEWER, PASSWORD, "test"));
    }

    @Test
    void namesThatWouldMisleadAreRefused() {
        for (String name :
                List.of("", " ", "a b", "anna/scanner", "admin-token", "SYSTEM", "-x", "a\nb", "x".repeat(65))) {
            assertRefused(422, "invalid", () -> users.create(name, Role.VIEWER, PASSWORD, "test"));
        }
    }

    @Test
    void wrongPasswordUnknownNameAndInactiveUserAreNobody() {
        administrator("boss");
        users.create("anna", Role.VIEWER, PASSWORD, "test");
        assertThat(users.authenticated("anna", "another password")).isNull();
        assertThat(users.authenticated("nobody", PASSWORD)).isNull();
        set("anna", Role.VIEWER, false);
        assertThat(users.authenticated("anna", PASSWORD)).isNull();
    }

    @Test
    void changeKeepsItsHistory() {
        administrator("boss");
        users.create("anna", Role.VIEWER, PASSWORD, "boss");
        users.change("anna", new Users.Change(Role.OPERATOR, true, "nine purple bottles"), 1L, "boss");
        assertThat(users.existing("anna").version()).isEqualTo(2);
        assertThat(users.authenticated("anna", PASSWORD)).isNull();
        assertThat(users.authenticated("anna", "nine purple bottles")).isNotNull();
        assertThat(new MasterChanges(database).of("user", "anna"))
                .extracting(MasterChanges.Change::body)
                .containsExactly(
                        "{\"name\":\"anna\",\"role\":\"viewer\",\"active\":true,\"newPassword\":true}",
                        "{\"name\":\"anna\",\"role\":\"operator\",\"active\":true,\"newPassword\":true}");
    }

    @Test
    void changeOfAnOldVersionIsRefused() {
        administrator("boss");
        assertRefused(
                412,
                "changed-meanwhile",
                () -> users.change("boss", new Users.Change(Role.ADMINISTRATOR, true, null), 7L, "boss"));
    }

    @Test
    void unknownUserIsNotFound() {
        assertRefused(404, "no-such-user", () -> users.existing("nobody"));
        assertRefused(404, "no-such-user", () -> set("nobody", Role.VIEWER, true));
    }

    @Test
    void lastAdministratorStays() {
        administrator("boss");
        assertRefused(409, "last-administrator", () -> set("boss", Role.VIEWER, true));
        assertRefused(409, "last-administrator", () -> set("boss", Role.ADMINISTRATOR, false));
        administrator("second");
        set("boss", Role.VIEWER, true);
        assertRefused(409, "last-administrator", () -> set("second", Role.ADMINISTRATOR, false));
    }

    @Test
    void inactiveAdministratorIsNoOtherAdministrator() {
        administrator("boss");
        administrator("second");
        set("second", Role.ADMINISTRATOR, false);
        assertRefused(409, "last-administrator", () -> set("boss", Role.VIEWER, true));
    }

    @Test
    void twoAdministratorsWhoDemoteEachOtherLeaveOne() throws Exception {
        administrator("boss");
        administrator("second");
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> both = List.of(() -> demoted("boss"), () -> demoted("second"));
            int demoted = 0;
            for (var result : threads.invokeAll(both)) {
                demoted += result.get() ? 1 : 0;
            }
            assertThat(demoted).isEqualTo(1);
        }
    }

    private boolean demoted(String name) {
        try {
            set(name, Role.VIEWER, true);
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    @Test
    void usersAreListedByNameInPages() {
        for (String name : List.of("dora", "anna", "carl", "bert", "emil")) {
            users.create(name, Role.VIEWER, PASSWORD, "test");
        }
        var first = users.page(null, 2);
        assertThat(first.items()).extracting(User::name).containsExactly("anna", "bert");
        var second = users.page(first.nextCursor(), 2);
        assertThat(second.items()).extracting(User::name).containsExactly("carl", "dora");
        var third = users.page(second.nextCursor(), 2);
        assertThat(third.items()).extracting(User::name).containsExactly("emil");
        assertThat(third.nextCursor()).isNull();
    }

    @Test
    void textThatNoColumnCanHoldIsOnlyUnknown() {
        administrator("boss");
        assertThat(users.authenticated("boss\0", PASSWORD)).isNull();
        assertThat(users.authenticated("\ud800", PASSWORD)).isNull();
        assertRefused(400, "bad-parameter", () -> users.page("\0", 2));
        assertRefused(400, "bad-parameter", () -> tokens.page(Paging.cursor("1 \0"), 2));
        assertRefused(400, "bad-parameter", () -> tokens.page(Paging.cursor("9".repeat(30) + " a"), 2));
    }

    @Test
    void firstUserIsMadeOnce() {
        var firstUser = new FirstUser(users, new AdminToken(null), clock, random);
        String token = firstUser.offer();
        assertRefused(403, "setup-token", () -> firstUser.create("wrong", "anna", PASSWORD));
        assertRefused(422, "invalid", () -> firstUser.create(token, "anna", "short"));
        assertThat(firstUser.create(token, "anna", PASSWORD).role()).isEqualTo(Role.ADMINISTRATOR);
        assertRefused(403, "setup-token", () -> firstUser.create(token, "bert", PASSWORD));
        assertThat(firstUser.offer()).isNull();
        assertRefused(409, "setup-done", () -> users.createFirst("bert", PASSWORD));
    }

    @Test
    void setupLinkEndsAfterHalfAnHour() {
        var firstUser = new FirstUser(users, new AdminToken(null), clock, random);
        String token = firstUser.offer();
        clock.pass(FirstUser.OFFER);
        assertRefused(403, "setup-token", () -> firstUser.create(token, "anna", PASSWORD));
    }

    @Test
    void noSetupLinkWhenTheEnvironmentGivesAToken() {
        var firstUser = new FirstUser(users, new AdminToken(ADMIN_TOKEN), clock, random);
        assertThat(firstUser.offer()).isNull();
        assertRefused(403, "setup-token", () -> firstUser.create("", "anna", PASSWORD));
    }

    // Tokens

    @Test
    void tokenAdmitsItsActor() {
        var minted = token(administrator("anna"), Role.OPERATOR, List.of("ship", "move"), null);
        var actor = admitted(minted.text());
        assertThat(actor.name()).isEqualTo("anna/scanner 3");
        assertThat(actor.role()).isEqualTo(Role.OPERATOR);
        assertThat(actor.acts()).containsExactly("move", "ship");
        assertThat(actor.tokenId()).isEqualTo(minted.token().id());
    }

    @Test
    void onlyTheHashOfTheSecretIsStored() {
        var minted = token(administrator("anna"), Role.OPERATOR, null, null);
        var text = TokenText.parse(minted.text());
        var row = TokenStore.byId(database.read(), text.id());
        assertThat(row.secretHash()).isEqualTo(TokenText.sha256(text.secret()));
        assertThat(new String(row.secretHash(), StandardCharsets.ISO_8859_1)).doesNotContain(text.secret());
        assertThat(new MasterChanges(database).of("token", text.id()))
                .singleElement()
                .satisfies(c -> assertThat(c.body()).doesNotContain(text.secret()));
    }

    @Test
    void otherSecretUnderAKnownIdIsTurned() {
        var minted = token(administrator("anna"), Role.OPERATOR, null, null);
        var forged = new TokenText(minted.token().id(), "x".repeat(TokenText.SECRET_LENGTH));
        assertThat(turned(forged.text())).isEqualTo("unauthenticated");
        admitted(minted.text());
        assertThat(turned(forged.text())).isEqualTo("unauthenticated");
        assertThat(turned(TokenText.mint(random).text())).isEqualTo("unauthenticated");
    }

    @Test
    void environmentsTokenIsAdministrator() {
        assertThat(admitted(ADMIN_TOKEN)).isEqualTo(Actor.of("admin-token", Role.ADMINISTRATOR));
        assertThat(turned(ADMIN_TOKEN + "x")).isEqualTo("unauthenticated");
    }

    @Test
    void environmentsTokenMakesTokensThatOutliveIt() {
        var minted = token(Actor.of("admin-token", Role.ADMINISTRATOR), Role.QUALITY, null, null);
        var without = new Tokens(database, new TokenCache(clock), new AdminToken(null), clock, random);
        assertThat(without.admit(minted.text())).isInstanceOf(Admission.Admitted.class);
        assertThat(without.admit(ADMIN_TOKEN)).isInstanceOf(Admission.Turned.class);
    }

    @Test
    void tokenEndsAtItsTime() {
        var minted = token(
                administrator("anna"), Role.OPERATOR, null, clock.instant().plusSeconds(10));
        clock.pass(Duration.ofMillis(9_999));
        admitted(minted.text());
        clock.pass(Duration.ofMillis(1));
        assertThat(turned(minted.text())).isEqualTo("token-expired");
    }

    @Test
    void revokedTokenEndsAtOnce() {
        var minted = token(administrator("anna"), Role.OPERATOR, null, null);
        admitted(minted.text());
        tokens.revoke(minted.token().id(), "anna");
        assertThat(turned(minted.text())).isEqualTo("token-revoked");
        tokens.revoke(minted.token().id(), "anna");
        assertThat(new MasterChanges(database).of("token", minted.token().id())).hasSize(2);
        assertRefused(404, "no-such-token", () -> tokens.revoke("none", "anna"));
    }

    @Test
    void tokenRevokedByAnotherProcessEndsWithinTheCachesTime() {
        var minted = token(administrator("anna"), Role.OPERATOR, null, null);
        admitted(minted.text());
        database.write(t -> TokenStore.revoke(t, minted.token().id(), clock.instant()));
        admitted(minted.text());
        clock.pass(TokenCache.KEEP);
        assertThat(turned(minted.text())).isEqualTo("token-revoked");
    }

    @Test
    void goodTokenCostsNoQueryOnEachRequest() throws Exception {
        var minted = token(administrator("anna"), Role.OPERATOR, null, null);
        admitted(minted.text());
        storage.close();
        admitted(minted.text());
        storage = open();
    }

    @Test
    void tokensOfAnInactiveUserStopAndComeBackWithThem() {
        administrator("boss");
        var minted = token(administrator("anna"), Role.OPERATOR, null, null);
        var session = tokens.openSession(users.existing("anna"));
        admitted(minted.text());
        admitted(session.text());
        set("anna", Role.ADMINISTRATOR, false);
        assertThat(turned(minted.text())).isEqualTo("token-revoked");
        assertThat(turned(session.text())).isEqualTo("token-revoked");
        set("anna", Role.ADMINISTRATOR, true);
        admitted(minted.text());
        assertThat(turned(session.text())).isEqualTo("token-revoked");
    }

    @Test
    void tokenMayNeverDoMoreThanItsUser() {
        administrator("boss");
        var minted = token(administrator("anna"), Role.QUALITY, null, null);
        set("anna", Role.OPERATOR, true);
        assertThat(admitted(minted.text()).role()).isEqualTo(Role.OPERATOR);
        set("anna", Role.ADMINISTRATOR, true);
        assertThat(admitted(minted.text()).role()).isEqualTo(Role.QUALITY);
    }

    @Test
    void sessionHasTheRoleThatItsUserHasNow() {
        administrator("boss");
        users.create("anna", Role.VIEWER, PASSWORD, "boss");
        var session = tokens.openSession(users.existing("anna"));
        assertThat(admitted(session.text()))
                .isEqualTo(new Actor("anna", Role.VIEWER, null, session.token().id()));
        set("anna", Role.OPERATOR, true);
        assertThat(admitted(session.text()).role()).isEqualTo(Role.OPERATOR);
    }

    @Test
    void sessionEndsAfterTwelveHours() {
        administrator("anna");
        var session = tokens.openSession(users.existing("anna"));
        clock.pass(Duration.ofHours(12).minusSeconds(1));
        admitted(session.text());
        clock.pass(Duration.ofSeconds(1));
        assertThat(turned(session.text())).isEqualTo("token-expired");
    }

    @Test
    void newPasswordEndsSessionsAndNotTokens() {
        var anna = administrator("anna");
        var minted = token(anna, Role.OPERATOR, null, null);
        var session = tokens.openSession(users.existing("anna"));
        users.change("anna", new Users.Change(Role.ADMINISTRATOR, true, "nine purple bottles"), null, "anna");
        assertThat(turned(session.text())).isEqualTo("token-revoked");
        admitted(minted.text());
    }

    @Test
    void tokenAboveItsMakerIsRefused() {
        var quality = Actor.of("quinn", Role.QUALITY);
        assertRefused(422, "invalid", () -> token(quality, Role.ADMINISTRATOR, null, null));
    }

    @Test
    void wrongWishesAreRefused() {
        var anna = administrator("anna");
        assertRefused(422, "invalid", () -> token(anna, Role.OPERATOR, List.of("destroy"), null));
        assertRefused(422, "invalid", () -> token(anna, Role.OPERATOR, List.of("hold"), null));
        assertRefused(422, "invalid", () -> token(anna, Role.OPERATOR, List.of(""), null));
        assertRefused(422, "invalid", () -> token(anna, Role.OPERATOR, null, clock.instant()));
        for (String name : List.of("", "a/b", "a\nb", " a", "x".repeat(65))) {
            assertRefused(422, "invalid", () -> tokens.create(new Tokens.Wanted(name, Role.VIEWER, null, null), anna));
        }
    }

    @Test
    void tokenWithNoActsOnlyReads() {
        var actor = admitted(token(administrator("anna"), Role.ADMINISTRATOR, List.of(), null)
                .text());
        assertThat(actor.may(Permission.READ)).isTrue();
        assertThat(Actor.everyAct()).noneMatch(actor::mayRecord);
        assertThat(actor.may(Permission.USERS)).isFalse();
    }

    @Test
    void lastUseIsWrittenAsideAndNotByTheRequest() {
        var minted = token(administrator("anna"), Role.OPERATOR, null, null);
        admitted(minted.text());
        assertThat(lastUse()).isNull();
        clock.pass(Duration.ofSeconds(20));
        admitted(minted.text());
        tokens.tidy();
        assertThat(lastUse()).isEqualTo(clock.instant());
        clock.pass(Duration.ofSeconds(20));
        tokens.tidy();
        assertThat(lastUse()).isEqualTo(clock.instant().minusSeconds(20));
    }

    private Instant lastUse() {
        return tokens.page(null, 1).items().getFirst().lastUsedAt();
    }

    @Test
    void oldSessionsAreClearedAwayAndTokensAreNot() {
        var anna = administrator("anna");
        var expired = token(anna, Role.OPERATOR, null, clock.instant().plusSeconds(1));
        var session = tokens.openSession(users.existing("anna"));
        clock.pass(Duration.ofDays(8));
        admitted(token(anna, Role.OPERATOR, null, null).text());
        tokens.tidy();
        assertThat(turned(session.text())).isEqualTo("unauthenticated");
        assertThat(turned(expired.text())).isEqualTo("token-expired");
    }

    @Test
    void tokensAreListedNewestFirstInPagesWithoutSessions() {
        var anna = administrator("anna");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(token(anna, Role.VIEWER, null, null).token().id());
            tokens.openSession(users.existing("anna"));
            clock.pass(Duration.ofSeconds(1));
        }
        List<String> listed = new ArrayList<>();
        Page<Token> page = tokens.page(null, 2);
        while (true) {
            page.items().forEach(t -> listed.add(t.id()));
            if (page.nextCursor() == null) {
                break;
            }
            page = tokens.page(page.nextCursor(), 2);
        }
        assertThat(listed).isEqualTo(made);
        assertRefused(400, "bad-parameter", () -> tokens.page(Paging.cursor("nonsense"), 2));
    }

    @Test
    void tokensOfOneMomentAreAllListed() {
        var anna = administrator("anna");
        for (int i = 0; i < 5; i++) {
            token(anna, Role.VIEWER, null, null);
        }
        var first = tokens.page(null, 3);
        var second = tokens.page(first.nextCursor(), 3);
        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
    }

    @Test
    void signingOutEndsTheSessionAndNoOtherToken() {
        var anna = administrator("anna");
        var session = admitted(tokens.openSession(users.existing("anna")).text());
        var minted = token(anna, Role.VIEWER, null, null);
        tokens.closeSession(session);
        assertRefused(409, "not-a-session", () -> tokens.closeSession(admitted(minted.text())));
        assertRefused(409, "not-a-session", () -> tokens.closeSession(anna));
        admitted(minted.text());
    }
}
