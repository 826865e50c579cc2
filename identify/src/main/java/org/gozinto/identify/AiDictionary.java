/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.List;

/**
 * The application identifiers that are known. One is shipped with this module; GS1 publishes newer ones as the GS1
 * Barcode Syntax Dictionary, which an operator can load before this module has them.
 */
public final class AiDictionary {

    private static final AiDictionary STANDARD = new AiDictionary(AiTable.standard(), List.of());

    private final AiTable table;
    private final List<Remark> remarks;

    AiDictionary(AiTable table, List<Remark> remarks) {
        this.table = table;
        this.remarks = List.copyOf(remarks);
    }

    /** The dictionary of this module. */
    public static AiDictionary standard() {
        return STANDARD;
    }

    /**
     * Reads a dictionary in the syntax in which GS1 publishes it. Rules for values that have no counterpart here are
     * passed over, and {@link #remarks()} names them.
     */
    public static Reading<AiDictionary> read(String text) {
        return new DictionaryReader(text).read();
    }

    /** How many identifiers it has. */
    public int size() {
        return table.all().size();
    }

    /** Rules that are not checked; positions count in the text that was read. */
    public List<Remark> remarks() {
        return remarks;
    }

    AiTable table() {
        return table;
    }
}
