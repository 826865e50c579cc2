/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Certificates of analysis and of conformity: built through genealogy from what is recorded, kept as they were issued.
 */
@NullMarked
package org.gozinto.quality.certificate;

import org.jspecify.annotations.NullMarked;
