/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.certificate;

import org.jspecify.annotations.Nullable;

/** What clients send. */
final class Asked {

    private Asked() {}

    /**
     * For a certificate of our own.
     *
     * @param kind analysis or conformity
     * @param lot or {@code serial}: what it is of
     * @param consignee code of the partner that it is for
     * @param statement what it states beyond its results; null for the usual words
     * @param language en or de
     */
    record NewCertificate(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String item,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String consignee,
            @Nullable String statement,
            @Nullable String language) {}

    /** About a certificate that came with goods; the paper itself is the body. */
    record Came(
            @Nullable String kind,
            @Nullable String item,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String issuer,
            @Nullable String number,
            @Nullable String validUntil) {}

    record NewStep(@Nullable String id, @Nullable CertificateStep step) {}

    /** Which certificates a list has. */
    record Which(
            @Nullable String item,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String kind) {}
}
