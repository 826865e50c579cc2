/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/setup")
@Tag(name = "Access")
class SetupController {

    record Setup(
            @Nullable String token,
            @Nullable String name,
            @Nullable String password) {

        /** Leaves the secrets out. */
        @Override
        public String toString() {
            return "Setup[name=" + name + "]";
        }
    }

    private final FirstUser firstUser;

    SetupController(FirstUser firstUser) {
        this.firstUser = firstUser;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirements
    @Operation(summary = "Make the first administrator, with the token of the link that the server printed")
    User setUp(@RequestBody Setup body) {
        String token = body.token() == null ? "" : body.token();
        return firstUser.create(token, body.name() == null ? "" : body.name(), body.password());
    }
}
