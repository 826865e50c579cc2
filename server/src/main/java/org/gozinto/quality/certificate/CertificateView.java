/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gozinto.quality.book.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * A certificate.
 *
 * @param state issued, received or withdrawn
 * @param received whether it came with goods; then it has no content but its paper
 * @param hash SHA-256 of the paper, in hexadecimal digits
 * @param size of the paper in bytes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CertificateView(
        String number,
        String id,
        String state,
        boolean received,
        String kind,
        UnitRef unit,
        @Nullable CertificateContent content,
        @Nullable String issuer,
        @Nullable String issuerNumber,
        @Nullable String validUntil,
        String hash,
        long size,
        String issuedAt,
        String by,
        @Nullable Withdrawn withdrawn) {

    record Withdrawn(String reason, String at, String by) {}

    /** A certificate in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(
            String number,
            String state,
            String kind,
            @Nullable String item,
            @Nullable String itemName,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String issuer,
            @Nullable String issuerNumber,
            @Nullable String validUntil,
            String issuedAt,
            String by) {}

    record StepView(
            long n, String id, String type, String at, String by, String role, CertificateStep step, String hash) {}

    /** What came of a step. */
    record Taken(StepView step, CertificateView certificate) {}
}
