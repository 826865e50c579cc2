/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.place;

import java.time.Clock;
import org.gozinto.ledger.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class PlaceConfiguration {

    @Bean
    Places places(Database database, JsonMapper json, Clock clock) {
        return new Places(database, json, clock);
    }
}
