/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Registrations: who holds a product, as little of it as can be, and what they see of it without signing in. */
@NullMarked
@NamedInterface("registration")
package org.gozinto.care.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
