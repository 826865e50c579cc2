/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The manners of HTTP: who is let in, what a refusal looks like, how strictly a request is read, and the description
 * of it all at {@code /openapi.json}. The top room; no other room knows it.
 */
@NullMarked
@ApplicationModule(displayName = "Web")
package org.gozinto.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
