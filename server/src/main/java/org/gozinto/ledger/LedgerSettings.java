/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the book is.
 *
 * @param data the directory of the embedded database, and of everything else that the server keeps in files
 * @param database a JDBC URL of PostgreSQL ({@code jdbc:postgresql:…}); without one the embedded database is used
 * @param databaseUser user for the URL
 * @param databasePassword password for the URL
 * @param readersMax connections for reading, 1 or more
 */
@ConfigurationProperties("gozinto")
public record LedgerSettings(
        @DefaultValue("data") Path data,
        @Nullable String database,
        @Nullable String databaseUser,
        @Nullable String databasePassword,
        @DefaultValue("8") int readersMax) {}
