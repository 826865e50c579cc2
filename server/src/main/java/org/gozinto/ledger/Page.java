/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a longer list.
 *
 * @param nextCursor opaque; asks for what follows; null at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {}
