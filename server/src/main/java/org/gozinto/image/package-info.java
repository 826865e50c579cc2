/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Pictures that people send: how large they are, whether they can be opened, and the codes on them.
 *
 * <p>The room knows no labels and no complaints; both ask it.
 */
@NullMarked
@ApplicationModule(displayName = "Pictures", allowedDependencies = "ledger")
package org.gozinto.image;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
