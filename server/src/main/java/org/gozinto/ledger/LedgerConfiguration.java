/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the book when the server starts and closes it when the server stops. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Storage storage(LedgerSettings settings, Clock clock) {
        return Storage.open(settings, clock);
    }

    @Bean(destroyMethod = "")
    Database database(Storage storage) {
        return storage.database();
    }

    @Bean
    Entries entries(Database database) {
        return new Entries(database);
    }

    @Bean
    EntryPages entryPages(Database database) {
        return new EntryPages(database);
    }

    @Bean
    MasterChanges masterChanges(Database database) {
        return new MasterChanges(database);
    }

    @Bean
    Ledger ledger(Database database, Clerk clerk, Clock clock) {
        return new Ledger(database, clerk, clock);
    }
}
