/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import org.apache.catalina.core.StandardHost;
import org.gozinto.access.Tokens;
import org.gozinto.ledger.Refusal;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.type.LogicalType;

/** Who is let in, and how strictly a request is read. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    static final long BODY_BYTES_MAX = 64L << 20;

    /** What anybody may read. */
    private static final String[] OPEN_PAGES = {
        "/actuator/health",
        "/actuator/health/*",
        "/openapi.json",
        "/answer/**",
        "/complaint/**",
        AuthorityCertificate.PATH
    };

    /** What anybody may send. */
    private static final String[] OPEN_POSTS = {"/api/v1/setup", "/api/v1/sessions", "/answer/**", "/complaint/**"};

    /**
     * Styles may stand in the page, since the component library sets its variables so; scripts may not. The decoder of
     * the camera is WebAssembly, which needs a word of its own.
     */
    private static final String CONTENT_POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
            + "form-action 'self'";

    /** The camera is for scans, and for these pages only; nothing else of a device is asked for. */
    private static final String DEVICE_POLICY = "camera=(self), microphone=(), geolocation=()";

    @Bean
    SecurityFilterChain security(HttpSecurity http, Tokens tokens, Environment environment) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .permissionsPolicyHeader(policy -> policy.policy(DEVICE_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .httpStrictTransportSecurity(strict -> strictly(strict, environment)))
                .addFilterAfter(new BodyLimitFilter(BODY_BYTES_MAX), HeaderWriterFilter.class)
                .addFilterBefore(new BearerFilter(tokens), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, OPEN_PAGES)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, OPEN_PAGES)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, Screens.open())
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, Screens.open())
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, Resolver.open())
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, Resolver.open())
                        .permitAll()
                        .requestMatchers(HttpMethod.OPTIONS, Resolver.open())
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, OPEN_POSTS)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> Problems.send(response, BearerFilter.refusal(request)))
                        .accessDeniedHandler((request, response, e) -> Problems.send(
                                response,
                                Refusal.of("forbidden", "Not allowed", "This is open to nobody.")
                                        .status(403))))
                .build();
    }

    /**
     * Browsers keep to HTTPS for a year where the certificate is one that everybody trusts. A certificate of the
     * machine's own stands for names such as localhost, where other programs answer too, and without HTTPS.
     */
    static void strictly(HeadersConfigurer<HttpSecurity>.HstsConfig strict, Environment environment) {
        if (AuthorityCertificate.file(environment) == null) {
            strict.includeSubDomains(false);
        } else {
            strict.disable();
        }
    }

    @Bean
    Failures failures() {
        return new Failures(new SecureRandom());
    }

    /** The access room checks passwords; without this bean Spring would make up a user and print a password. */
    @Bean
    AuthenticationManager noOtherSignIn() {
        return authentication -> {
            throw new ProviderNotFoundException("nobody signs in here");
        };
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> containerProblems() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ContainerProblems.class.getName());
            }
        });
    }

    /** A field that is misspelt, given twice or of another type is refused: silently it would lose what was meant. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return builder -> builder.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
    }
}
