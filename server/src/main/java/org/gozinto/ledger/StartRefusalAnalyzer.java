/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start why the book cannot be opened and what to do, instead of a stack trace. */
class StartRefusalAnalyzer extends AbstractFailureAnalyzer<RefusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, RefusedException cause) {
        Refusal refusal = cause.refusal();
        String action =
                refusal.faults().isEmpty() ? null : refusal.faults().getFirst().action();
        return new FailureAnalysis(refusal.title() + " (" + refusal.code() + "). " + refusal.detail(), action, cause);
    }
}
