/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What a user or token may do; each role may also do what the ones before it may. The order is the rank. */
public enum Role {
    /** Reads everything, changes nothing. */
    @JsonProperty("viewer")
    VIEWER("viewer"),
    /** Records the acts of daily work. */
    @JsonProperty("operator")
    OPERATOR("operator"),
    /** Holds, releases, voids and scraps. */
    @JsonProperty("quality")
    QUALITY("quality"),
    /** Decides recalls. */
    @JsonProperty("recallManager")
    RECALL_MANAGER("recallManager"),
    /** Keeps masters, users and tokens, and imports. */
    @JsonProperty("administrator")
    ADMINISTRATOR("administrator");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The role's name in the API and the database. */
    public String word() {
        return word;
    }

    /** Whether this role may do what the other may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** The lower one of the two. */
    public Role atMost(Role other) {
        return includes(other) ? other : this;
    }

    /** The role with this word, or null. */
    public static @Nullable Role of(String word) {
        for (Role role : values()) {
            if (role.word.equals(word)) {
                return role;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return word;
    }
}
