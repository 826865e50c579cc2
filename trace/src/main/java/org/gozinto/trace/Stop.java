/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/**
 * Where a walk ends: nowhere; at a shipment (what a partner gave back afterwards is then not followed); or only at a
 * consumer (what other partners, such as dealers, gave back is followed).
 */
public enum Stop {
    NOWHERE,
    SHIPMENT,
    CONSUMER
}
