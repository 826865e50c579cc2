/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.paper;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that is written row by row. Closing it ends the file. Not safe for several threads. */
public interface Table extends AutoCloseable {

    /** A column with its width in characters. */
    record Heading(String name, int width) {}

    /** Writes a row; null is an empty cell, as is a text without characters. */
    void row(List<? extends @Nullable String> cells) throws IOException;

    @Override
    void close() throws IOException;
}
