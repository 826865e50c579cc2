/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the clerk says of a command. */
public sealed interface Decision {

    /**
     * It may be recorded.
     *
     * @param type the act's name
     * @param body the act as recorded, in canonical JSON: everything that was left open is resolved
     * @param document the number of the document behind it, or null
     * @param place the run of a produce, the vessel of a clean, or null
     * @param corrects the seq of the entry that this one voids, or null
     * @param alerts canonical JSON array of alerts for the answer, or null
     */
    record Accepted(
            String type,
            Occurred occurred,
            String body,
            @Nullable String document,
            @Nullable Long place,
            @Nullable Long corrects,
            List<Movement> movements,
            List<Link> links,
            @Nullable String alerts)
            implements Decision {}

    /** It may not. */
    record Refused(Refusal refusal) implements Decision {}
}
