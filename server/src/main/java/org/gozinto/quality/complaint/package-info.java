/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Complaints: what somebody says of a unit, what it is matched with, and what becomes of it. */
@NullMarked
@NamedInterface("complaint")
package org.gozinto.quality.complaint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
