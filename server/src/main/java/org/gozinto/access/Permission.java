/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

/** What may be asked besides recording an act, which {@link Actor#mayRecord} answers. */
public enum Permission {
    READ(Role.VIEWER, "read"),
    NUMBERS(Role.OPERATOR, "take, take over and void numbers"),
    PRINT(Role.OPERATOR, "print labels"),
    PULL(Role.OPERATOR, "tick off what is pulled for a recall"),
    COMPLAIN(Role.OPERATOR, "take complaints"),
    INSPECT(Role.OPERATOR, "inspect"),
    CARE(Role.OPERATOR, "take registrations, readings and warranty claims"),
    QUALITY(Role.QUALITY, "decide on quality"),
    SETTLE(Role.QUALITY, "keep terms and fit rules, and settle claims"),
    CASES(Role.QUALITY, "work on the case of a recall"),
    RECALL(Role.RECALL_MANAGER, "decide recalls"),
    MASTERS(Role.ADMINISTRATOR, "keep items, places and partners"),
    USERS(Role.ADMINISTRATOR, "keep users"),
    TOKENS(Role.ADMINISTRATOR, "keep tokens"),
    IMPORT(Role.ADMINISTRATOR, "import"),
    VERIFY(Role.ADMINISTRATOR, "verify the ledger");

    private final Role least;
    private final String words;

    Permission(Role least, String words) {
        this.least = least;
        this.words = words;
    }

    /** The lowest role that has it. */
    public Role least() {
        return least;
    }

    /** How it reads after "may". */
    String words() {
        return words;
    }
}
