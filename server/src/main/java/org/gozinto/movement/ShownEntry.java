/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import io.swagger.v3.oas.annotations.media.Schema;

/** An entry as it is shown, in full or short. */
@Schema(oneOf = {EntryView.class, ShortEntry.class})
sealed interface ShownEntry permits EntryView, ShortEntry {}
