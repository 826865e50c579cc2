/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

/**
 * Why an answer is as it is.
 *
 * @param code a stable word such as {@code revision-unknown}
 * @param detail an English sentence
 */
public record Reason(String code, String detail) {}
