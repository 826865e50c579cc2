/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What failed units share that comparable units do not: factors of the backward trace ranked by a stratified exact
 * test, those named that others explain away, and windows in the time of a line.
 */
@NullMarked
package org.gozinto.analysis.cause;

import org.jspecify.annotations.NullMarked;
