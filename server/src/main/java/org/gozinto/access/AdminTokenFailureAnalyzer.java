/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start what is wrong with {@code GOZINTO_ADMIN_TOKEN}, in two sentences and not in a stack trace. */
class AdminTokenFailureAnalyzer extends AbstractFailureAnalyzer<AdminToken.UnusableAdminTokenException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, AdminToken.UnusableAdminTokenException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Give it " + AdminToken.LENGTH_MIN + " to " + Tokens.LENGTH_MAX
                        + " letters, digits or signs without blanks, such as the output of: openssl rand -hex 32",
                cause);
    }
}
