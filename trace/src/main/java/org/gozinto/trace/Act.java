/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/** What an entry records. Only runs, receipts, returns, cleaning and voids have rules of their own in a trace. */
public enum Act {
    RECEIVE,
    PRODUCE,
    MOVE,
    SHIP,
    RETURN,
    SCRAP,
    ADJUST,
    COUNT,
    COMMISSION,
    INSTALL,
    REMOVE,
    PACK,
    UNPACK,
    HOLD,
    RELEASE,
    CLEAN,
    VOID
}
