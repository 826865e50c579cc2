/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "Access")
class UserController {

    record NewUser(
            @Nullable String name,
            @Nullable Role role,
            @Nullable String password) {

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "NewUser[name=" + name + ", role=" + role + "]";
        }
    }

    /** The whole new record, or a new password alone. */
    record UserChange(
            @Nullable Role role,
            @Nullable Boolean active,
            @Nullable String password,
            @Nullable String currentPassword) {

        /** Leaves the passwords out. */
        @Override
        public String toString() {
            return "UserChange[role=" + role + ", active=" + active + "]";
        }
    }

    static final String ROLES = "viewer, operator, quality, recallManager or administrator";

    private final Users users;
    private final Sessions sessions;

    UserController(Users users, Sessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a user")
    ResponseEntity<User> create(@AuthenticationPrincipal Actor actor, @RequestBody NewUser body) {
        actor.require(Permission.USERS);
        Role role = required(body.role(), "/role", ROLES);
        User user = users.create(body.name() == null ? "" : body.name(), role, body.password(), actor.name());
        String path = "/api/v1/users/" + UriUtils.encodePathSegment(user.name(), StandardCharsets.UTF_8);
        return ResponseEntity.created(URI.create(path)).eTag(etag(user)).body(user);
    }

    @PutMapping("/{name}")
    @Operation(
            summary = "Change a user",
            description = "An administrator sends the whole new record; a password only to set a new one."
                    + " Everybody may change their own password, with the current one, in a session.")
    ResponseEntity<User> change(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody UserChange body,
            HttpServletRequest request) {
        boolean password = isOwn(actor, name) && body.role() == null && body.active() == null;
        User user = actor.may(Permission.USERS) && !password
                ? changeAny(actor, name, ifMatch, body)
                : changeOwnPassword(actor, name, body, request.getRemoteAddr());
        return ResponseEntity.ok().eTag(etag(user)).body(user);
    }

    private User changeAny(Actor actor, String name, @Nullable String ifMatch, UserChange body) {
        Role role = required(body.role(), "/role", ROLES);
        boolean active = required(body.active(), "/active", "true or false");
        var change = new Users.Change(role, active, body.password());
        return users.change(name, change, Paging.version(ifMatch), actor.name());
    }

    private User changeOwnPassword(Actor actor, String name, UserChange body, String address) {
        if (!isOwn(actor, name) || body.role() != null || body.active() != null) {
            actor.require(Permission.USERS);
        }
        String current = required(body.currentPassword(), "/currentPassword", "the password until now");
        String password = required(body.password(), "/password", "the new password");
        return sessions.changePassword(actor.user(), current, password, address);
    }

    private static boolean isOwn(Actor actor, String name) {
        return actor.isSession() && actor.user().equals(Users.name(name));
    }

    @GetMapping
    @Operation(summary = "Users in the order of their names")
    Page<User> page(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(Permission.USERS);
        var page = users.page(Paging.after(cursor), Paging.limit(limit));
        return new Page<>(page.items(), Paging.cursor(page.nextCursor()));
    }

    /** The value, or a refusal when it was left out. */
    static <T> T required(@Nullable T value, String pointer, String expected) {
        if (value == null) {
            throw Refusal.of("invalid", "Some fields are wrong", pointer + " is missing.")
                    .at(pointer, expected, "Add it.")
                    .asException();
        }
        return value;
    }

    private static String etag(User user) {
        return "\"" + user.version() + "\"";
    }
}
