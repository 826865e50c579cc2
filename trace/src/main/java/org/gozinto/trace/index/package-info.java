/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The ledger in memory, arranged for tracing: columns of movements, listed by unit and by place. A question draws its
 * state graph from those rows alone that can matter to it, so that what an answer costs depends on the answer and not
 * on the ledger. {@link org.gozinto.trace.index.Index} takes entries in while it is asked; what it has once shown does
 * not change.
 */
@NullMarked
package org.gozinto.trace.index;

import org.jspecify.annotations.NullMarked;
