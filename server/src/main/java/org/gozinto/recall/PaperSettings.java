/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who recalls, as it stands in papers. Nothing of it is made up: what is not set is asked for in each case.
 *
 * @param senderAddress lines separated by line breaks or {@code |}; the first has street and number
 * @param senderCountry ISO 3166-1 alpha-2
 * @param senderContact the person to talk to
 * @param senderGln 13 digits
 * @param senderWebsite an https address
 */
@ConfigurationProperties("gozinto.recall")
record PaperSettings(
        @Nullable String senderName,
        @Nullable String senderAddress,
        @Nullable String senderCity,
        @Nullable String senderState,
        @Nullable String senderPostalCode,
        @Nullable String senderCountry,
        @Nullable String senderContact,
        @Nullable String senderEmail,
        @Nullable String senderPhone,
        @Nullable String senderGln,
        @Nullable String senderWebsite) {

    /** Street and number: the first line of the address. */
    @Nullable
    String senderStreet() {
        return senderAddress == null ? null : senderAddress.split("[|\\n]", 2)[0];
    }
}
