/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The public check of numbers.
 *
 * @param embedOrigins whose pages may show the check in a frame, such as {@code https://shop.example}; none by default
 * @param trustedProxies addresses and networks, such as {@code 10.0.0.0/8}, whose X-Forwarded-For is believed
 * @param perAddress checks that one address (IPv6: a network of 64 bits) may make in a minute, 1 or more
 * @param perNetwork checks that one network (24 bits; IPv6: 48 bits) may make in a minute, 1 or more
 * @param key file of the key that signs the list; by default check-key.pem in the data directory. Servers that share a
 *     book share the file
 */
@ConfigurationProperties("gozinto.check")
record CheckSettings(
        @DefaultValue List<String> embedOrigins,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("60") int perAddress,
        @DefaultValue("600") int perNetwork,
        @Nullable Path key) {}
