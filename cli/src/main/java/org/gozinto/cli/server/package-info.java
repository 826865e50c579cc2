/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Starting the server from its jar. */
@NullMarked
package org.gozinto.cli.server;

import org.jspecify.annotations.NullMarked;
