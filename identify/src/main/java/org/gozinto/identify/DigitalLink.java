/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.List;

/**
 * A GS1 Digital Link URI of any domain, plain or compressed (GS1 Digital Link Standard: URI Syntax). What it says depends
 * on its application identifiers only, never on the host. Links are never written compressed.
 *
 * @param raw the text that was read
 * @param values key, qualifiers and attributes, in the order of the URI; what a compressed part says has its position
 * @param remarks rules between identifiers that are not kept
 */
public record DigitalLink(String raw, List<AiValue> values, List<Remark> remarks) implements AiValues {

    public DigitalLink {
        values = List.copyOf(values);
        remarks = List.copyOf(remarks);
    }

    /** Reads a link; {@link Options#legacyLinks()} also accepts short GTINs and words in place of identifiers. */
    public static Reading<DigitalLink> read(String raw, Options options) {
        return LinkReader.read(raw, 0, raw.length(), options);
    }
}
