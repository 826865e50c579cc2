/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gozinto.genealogy.TraceView.ReachedView;

/** SHA-256 over the text of an answer, unit by unit and then the totals. */
final class AnswerDigest {

    private final MessageDigest digest;

    AnswerDigest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void add(ReachedView unit) {
        digest.update(AnswerText.unit(unit).getBytes(StandardCharsets.UTF_8));
    }

    /** The hash in hex; the digest is of no more use then. */
    String end(ScopeStore.Body body) {
        String totals = AnswerText.totals(body.summary(), body.balance(), body.cuts(), body.notAnswered());
        return HexFormat.of().formatHex(digest.digest(totals.getBytes(StandardCharsets.UTF_8)));
    }
}
