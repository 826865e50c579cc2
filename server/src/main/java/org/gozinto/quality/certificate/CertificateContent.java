/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gozinto.quality.book.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says; kept with it as it was when it was issued.
 *
 * @param kind analysis or conformity
 * @param seq the last entry that it knows of
 * @param expiry last usable day
 * @param consignee code of the partner that it is for; null when it is for anybody
 * @param results of the newest judged inspection of each characteristic
 * @param inputs what went into it that was not made here, at every tier
 * @param complete whether the genealogy behind it has no gap
 * @param missing what it lacks, one sentence each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CertificateContent(
        String kind,
        UnitRef unit,
        long seq,
        @Nullable String madeOn,
        @Nullable String expiry,
        @Nullable String consignee,
        @Nullable String consigneeName,
        @Nullable String statement,
        String language,
        List<Result> results,
        List<Input> inputs,
        boolean complete,
        List<String> missing) {

    /**
     * What one characteristic came out as.
     *
     * @param count how many were looked at; {@code defects} how many did not conform
     * @param inspection number of the inspection that it was found in
     * @param conforms whether that inspection accepted it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            String characteristic,
            @Nullable String name,
            @Nullable String unit,
            @Nullable String lower,
            @Nullable String target,
            @Nullable String upper,
            long count,
            long defects,
            @Nullable String mean,
            @Nullable String min,
            @Nullable String max,
            String inspection,
            boolean conforms) {}

    /**
     * Something that came in, was not made here, and went in.
     *
     * @param supplier code of the partner that it came from; null when that is not known
     * @param certificate number of the one that is kept of it; null when there is none
     * @param issuerNumber what the supplier calls that certificate
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Input(
            UnitRef unit,
            @Nullable String supplier,
            @Nullable String certificate,
            @Nullable String issuerNumber) {}
}
