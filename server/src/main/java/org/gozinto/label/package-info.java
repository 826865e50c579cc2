/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Labels: what stands on a unit, a case, a pallet or a shelf, drawn, printed and written down.
 *
 * <p>A template says where things are, the ledger says what they are. Everything is judged before anything is drawn:
 * a label that would be read wrong, or not at all, is refused with every fault that it has. The codes on it come from
 * values that were checked, and what was checked is what is drawn, in every format.
 */
@NullMarked
@ApplicationModule(
        displayName = "Labels",
        allowedDependencies = {"ledger", "access", "item", "place", "unit", "movement", "image"})
package org.gozinto.label;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
