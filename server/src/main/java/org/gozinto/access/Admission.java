/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import org.gozinto.ledger.Refusal;

/** What became of a bearer token that was shown. */
public sealed interface Admission {

    /** It is good. */
    record Admitted(Actor actor) implements Admission {}

    /** It is not; the refusal has status 401 and code unauthenticated, token-expired or token-revoked. */
    record Turned(Refusal refusal) implements Admission {}
}
