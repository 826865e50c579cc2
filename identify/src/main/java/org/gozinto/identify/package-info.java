/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Reads every code that is printed on a product: GS1 keys, element strings, Digital Links and EPC URNs, HIBC, ISBT 128,
 * PPN and PZN, ISO/IEC 15434 with data identifiers, VIN and IMEI; writes them too, and expands serial number ranges.
 * Nothing here throws on input: what is wrong comes back as a {@link org.gozinto.identify.Reading.Bad} with a code, a
 * sentence and a position.
 */
@NullMarked
package org.gozinto.identify;

import org.jspecify.annotations.NullMarked;
