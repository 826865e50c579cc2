/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.io.IOException;

/** Writes drawings out, one after the other, and keeps none of them. Closing ends the document, not the stream. */
interface Press extends AutoCloseable {

    /** @param copies how many of the same */
    void print(Drawing drawing, int copies) throws IOException;

    @Override
    void close() throws IOException;
}
