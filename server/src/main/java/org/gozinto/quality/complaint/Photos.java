/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.util.List;
import org.gozinto.image.ImageReading;
import org.gozinto.quality.complaint.ComplaintView.Photo;
import org.gozinto.quality.complaint.ComplaintView.Said;

/** Reads what a photo of a product says of it. Safe for use by many threads. */
final class Photos {

    static final int BYTES_MAX = ImageReading.BYTES_MAX;

    /** Codes on one picture that are looked up. */
    private static final int CODES_MAX = 20;

    private final ImageReading images;
    private final Matching matching;
    private final ComplaintViews views;

    Photos(ImageReading images, Matching matching, ComplaintViews views) {
        this.images = images;
        this.matching = matching;
        this.views = views;
    }

    /** The codes on a picture; the one that says most is proposed for the complaint. */
    Photo read(byte[] bytes) {
        ImageReading.Codes read = images.read(bytes);
        List<String> codes = read.codes();
        Matching.Match best = null;
        String scanned = null;
        for (String code : codes.stream().limit(CODES_MAX).toList()) {
            Matching.Match match = matching.of(new Matching.Said(null, null, null, code, null));
            if (best == null || rank(match) < rank(best)) {
                best = match;
                scanned = code;
            }
        }
        return new Photo(
                codes,
                read.symbologies(),
                scanned == null ? null : new Said(null, null, null, scanned),
                best == null ? null : views.match(best));
    }

    private static int rank(Matching.Match match) {
        return switch (match.state()) {
            case UNIT -> 0;
            case LOT -> 1;
            case AMBIGUOUS -> 2;
            case ITEM -> 3;
            case UNKNOWN -> 4;
        };
    }
}
