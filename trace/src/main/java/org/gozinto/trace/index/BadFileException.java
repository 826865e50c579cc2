/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

/** A file is not one of ours, or not as it was written. */
final class BadFileException extends Exception {

    private static final long serialVersionUID = 1L;

    BadFileException(String why) {
        super(why);
    }
}
