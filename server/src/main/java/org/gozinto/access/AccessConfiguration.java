/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.gozinto.ledger.Database;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {

    /** About a tenth of a second for each password on a small machine. */
    private static final int BCRYPT_STRENGTH = 11;

    private final SecureRandom random = new SecureRandom();

    @Bean
    AdminToken adminToken(AccessSettings settings) {
        return new AdminToken(settings.adminToken());
    }

    @Bean
    TokenCache tokenCache(Clock clock) {
        return new TokenCache(clock);
    }

    @Bean
    Passwords passwords() {
        // The prefix names the method, so that a better one can come and the old hashes stay good.
        var encoder = new DelegatingPasswordEncoder(
                "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(BCRYPT_STRENGTH, random)));
        return new Passwords(encoder, random);
    }

    @Bean
    Users users(Database database, Passwords passwords, TokenCache cache, Clock clock) {
        return new Users(database, passwords, cache, clock);
    }

    @Bean
    Tokens tokens(Database database, TokenCache cache, AdminToken adminToken, Clock clock) {
        return new Tokens(database, cache, adminToken, clock, random);
    }

    @Bean
    TokenUse tokenUse(Tokens tokens) {
        return new TokenUse(tokens);
    }

    @Bean
    Sessions sessions(Users users, Tokens tokens, Clock clock) {
        return new Sessions(users, tokens, new LoginThrottle(clock));
    }

    @Bean
    FirstUser firstUser(Users users, AdminToken adminToken, Clock clock) {
        return new FirstUser(users, adminToken, clock, random);
    }

    @Bean
    SetupLink setupLink(FirstUser firstUser, AccessSettings settings, Environment environment) {
        return new SetupLink(firstUser, settings, environment);
    }
}
