/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What comes in from other systems and goes out to them: EPCIS documents and tables become masters and acts, lists
 * become files.
 *
 * <p>EPCIS is an edge of the ledger and never its middle: a document is read into this room's own records, and
 * what it tells is
 * recorded as the acts that everybody else records too.
 */
@NullMarked
@ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {"ledger", "paper", "access", "item", "place", "unit", "movement", "genealogy"})
package org.gozinto.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
