/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

import java.time.Clock;
import org.gozinto.ledger.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ItemConfiguration {

    @Bean
    Items items(Database database, JsonMapper json, Clock clock, ItemUse use) {
        return new Items(database, json, clock, use);
    }
}
