/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What an event comes to. */
sealed interface Plan {

    /**
     * Acts that are recorded together or not at all; the last carries the event's id, what it presupposes comes
     * before it.
     */
    record Acts(List<ObjectNode> acts) implements Plan {}

    /** The event tells nothing that moves anything; it leaves no entry, and the answer says why. */
    record Noted(String reason) implements Plan {}
}
