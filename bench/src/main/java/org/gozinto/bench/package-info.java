/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Measures Gozinto from outside, over HTTP, beside the raw database doing the same writes in the same run. Everything
 * is bounded in count and time and speaks to 127.0.0.1 only.
 */
@NullMarked
package org.gozinto.bench;

import org.jspecify.annotations.NullMarked;
