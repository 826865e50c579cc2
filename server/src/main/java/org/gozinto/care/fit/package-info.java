/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What fits what: rules by item, revision, serial range, lot, built window, firmware and what is installed, and three
 * answers to a question: yes, no, unknown. The engine is plain code on facts and rules; the ledger's facts are read
 * beside it.
 */
@NullMarked
@NamedInterface("fit")
package org.gozinto.care.fit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
