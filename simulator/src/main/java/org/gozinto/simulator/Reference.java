/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

/** The document behind an act, such as order {@code SO-0000017}. */
public record Reference(String type, String number) {}
