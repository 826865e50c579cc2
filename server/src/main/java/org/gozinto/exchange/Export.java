/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.io.IOException;
import java.util.List;
import org.gozinto.paper.Table;
import org.gozinto.paper.Table.Heading;

/** A list that is ready to be written. */
interface Export {

    List<Heading> headings();

    /** Writes all rows, a page at a time. */
    void writeTo(Table table) throws IOException;
}
