/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.certificate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What was done with a certificate. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CertificateStep.Issue.class, name = "issue"),
    @JsonSubTypes.Type(value = CertificateStep.Receive.class, name = "receive"),
    @JsonSubTypes.Type(value = CertificateStep.Withdraw.class, name = "withdraw")
})
sealed interface CertificateStep {

    /** We issued it; {@code paperHash} is the SHA-256 of the paper in hexadecimal digits. */
    record Issue(CertificateContent content, String paperHash, long paperSize) implements CertificateStep {}

    /**
     * It came with goods.
     *
     * @param unit id of the lot or serial that it is of
     * @param issuer code of the partner that issued it
     * @param number what the issuer calls it
     * @param validUntil a day
     */
    record Receive(
            String kind,
            String unit,
            @Nullable String issuer,
            @Nullable String number,
            @Nullable String validUntil,
            String paperHash,
            long paperSize)
            implements CertificateStep {}

    /** It counts no more; its paper stays. */
    record Withdraw(@Nullable String reason) implements CertificateStep {}
}
