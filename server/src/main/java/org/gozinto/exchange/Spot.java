/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A place or party that a document names.
 *
 * @param uri as the document writes it
 * @param gln 13 digits, or null when it is named by another scheme
 * @param extension what tells places of one GLN apart, or null
 * @param party whether the name itself says that it is a party (AI 417, PGLN)
 */
record Spot(String uri, @Nullable String gln, @Nullable String extension, boolean party) {

    private static final int CODE_MAX = 64;

    /** The code that a place or partner made for it gets. */
    String code() {
        if (gln == null) {
            return uri.length() <= CODE_MAX ? uri : "loc-" + Digest.hex(uri).substring(0, 32);
        }
        return extension == null ? gln : gln + "-" + extension;
    }
}
