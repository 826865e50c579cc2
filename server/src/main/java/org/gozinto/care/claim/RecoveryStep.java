/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.gozinto.quality.book.UnitRef;
import org.jspecify.annotations.Nullable;

/** What can be done in a recovery, as it is sent and as it is kept. Amounts are of the currency of its claims. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RecoveryStep.Open.class, name = "open"),
    @JsonSubTypes.Type(value = RecoveryStep.Send.class, name = "send"),
    @JsonSubTypes.Type(value = RecoveryStep.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = RecoveryStep.Receive.class, name = "receive"),
    @JsonSubTypes.Type(value = RecoveryStep.Note.class, name = "note"),
    @JsonSubTypes.Type(value = RecoveryStep.Close.class, name = "close")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface RecoveryStep {

    /**
     * The first step: what the supplier is asked for.
     *
     * @param lot what was bought; null when the claims have several
     * @param share in percent, when another than that of the supplier's term was agreed
     * @param asked the sum of what is asked for each claim
     */
    record Open(
            String supplier,
            String supplierName,
            @Nullable UnitRef lot,
            @Nullable String supplierLot,
            @Nullable String share,
            String currency,
            String asked,
            List<Evidence> evidence)
            implements RecoveryStep {}

    /** It went to the supplier; {@code reference} such as the number of the letter. */
    record Send(@Nullable String reference) implements RecoveryStep {}

    /** What the supplier accepts; {@code reason} is needed when that is less than was asked. */
    record Answer(@Nullable String accepted, @Nullable String reason) implements RecoveryStep {}

    /** @param on a day; {@code reference} of the transfer or credit note */
    record Receive(
            @Nullable String amount,
            @Nullable String on,
            @Nullable String reference) implements RecoveryStep {}

    record Note(@Nullable String text) implements RecoveryStep {}

    /** Nothing more is expected; a draft gives its claims back. */
    record Close(@Nullable String reason) implements RecoveryStep {}
}
