/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import org.gozinto.trace.Place;
import org.gozinto.trace.Unit;

/** What the units and places are that the index knows by their numbers alone. Safe for use by many threads. */
public interface Names {

    Unit unit(int id);

    Place place(int id);
}
