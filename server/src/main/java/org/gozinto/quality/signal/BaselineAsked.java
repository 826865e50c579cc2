/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import org.jspecify.annotations.Nullable;

/**
 * A new beginning for an item and code, after which earlier complaints and exposure do not count.
 *
 * @param id a UUID made by the client
 * @param item all items if left out
 * @param code with those below it; all codes if left out
 * @param at first day that counts
 * @param why such as a recall or publicity
 */
record BaselineAsked(
        @Nullable String id,
        @Nullable String item,
        @Nullable String code,
        @Nullable String at,
        @Nullable String why) {}
