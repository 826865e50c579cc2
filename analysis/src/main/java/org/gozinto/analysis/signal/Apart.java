/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

/** Why a complaint is not in any count. */
public enum Apart {

    /** Its lot is not among the lots of the question. */
    UNKNOWN_LOT,

    /** It failed before its lot was made. */
    BEFORE_MANUFACTURE,

    /** It failed before it entered service. */
    BEFORE_SERVICE,

    /** It failed after the last day that counts. */
    AFTER_AS_OF,

    /** It failed before the baseline of its item and code. */
    BEFORE_BASELINE
}
