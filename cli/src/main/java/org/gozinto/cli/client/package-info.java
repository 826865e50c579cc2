/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The HTTP API as the command line sees it: requests, answers, refusals, tokens. */
@NullMarked
package org.gozinto.cli.client;

import org.jspecify.annotations.NullMarked;
