/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.nio.file.Path;
import java.time.Clock;
import org.gozinto.item.Items;
import org.gozinto.recall.PublicRecalls;
import org.gozinto.unit.NumberForms;
import org.gozinto.unit.Units;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/** Puts the public check together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckSettings.class)
class CheckConfiguration {

    /** What is not a page shows nothing and runs nothing. */
    private static final String CONTENT_POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    /** The check, and the pages of owners, which keep to the same limits. */
    private static final String[] PUBLIC = {
        "/check", "/check/**", CheckFiles.WELL_KNOWN, "/register", "/owner/**", "/complain"
    };

    private static final String DEVICE_POLICY = "camera=(), microphone=(), geolocation=()";

    /** The room of recalls, where there is one. */
    private static PublicRecalls of(ObjectProvider<PublicRecalls> recalls) {
        return recalls.getIfAvailable(NoRecalls::new);
    }

    /** Anybody may read; nobody is looked at, so no token is asked for or looked up. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain checkSecurity(HttpSecurity http, CheckFilter.Parts parts, Environment environment) {
        return http.securityMatcher(PUBLIC)
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Frames are forbidden by the policy of each page, which can name those that may.
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::disable)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .permissionsPolicyHeader(policy -> policy.policy(DEVICE_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .httpStrictTransportSecurity(strict -> WebConfiguration.strictly(strict, environment)))
                .addFilterAfter(new CheckFilter(parts), HeaderWriterFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    CheckFilter.Parts checkFilterParts(CheckSettings settings, CheckPaper paper, CheckReply reply, Clock clock) {
        return new CheckFilter.Parts(
                new CheckThrottle(clock, settings.perAddress(), settings.perNetwork()),
                new ClientAddress(settings.trustedProxies()),
                paper,
                reply);
    }

    @Bean
    CheckReply checkReply(CheckAnswers answers, Environment environment, JsonMapper json) {
        return new CheckReply(answers, environment, json);
    }

    @Bean
    CheckPaper checkPaper(CheckSettings settings, Environment environment) {
        return new CheckPaper(new CheckStationery(company(environment), settings.embedOrigins()));
    }

    private static String company(Environment environment) {
        return environment.getProperty("gozinto.company", "").strip();
    }

    @Bean
    CheckAnswers checkAnswers(
            Items items, Units units, NumberForms forms, ObjectProvider<PublicRecalls> recalls, Clock clock) {
        return new CheckAnswers(
                items, units, of(recalls), new CheckFormat(items, forms), new UnknownAlarm(clock), clock);
    }

    @Bean
    CheckKey checkKey(CheckSettings settings, Environment environment) {
        Path named = settings.key();
        return CheckKey.in(named == null ? data(environment).resolve("check-key.pem") : named);
    }

    private static Path data(Environment environment) {
        return Path.of(environment.getProperty("gozinto.data", "data"));
    }

    @Bean
    CheckFeed checkFeed(CheckKey key, Environment environment) {
        return new CheckFeed(key, company(environment));
    }

    @Bean
    CheckList checkList(
            CheckKey key,
            ObjectProvider<PublicRecalls> recalls,
            Units units,
            Items items,
            Clock clock,
            Environment environment) {
        return new CheckList(data(environment).resolve("check"), key, of(recalls), units, items, clock);
    }
}
