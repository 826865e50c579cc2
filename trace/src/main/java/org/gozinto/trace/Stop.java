/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/** Where a walk ends: nowhere, or at a shipment (what a partner gave back afterwards is then not followed). */
public enum Stop {
    NOWHERE,
    SHIPMENT
}
