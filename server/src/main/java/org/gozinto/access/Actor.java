/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and what they may do.
 *
 * @param name goes into the ledger: the user, or user and token as in {@code anna/scanner 3}
 * @param acts the only acts that may be recorded, or null for all that the role may; a narrowed actor reads and
 *     records these, and does nothing else
 * @param tokenId the token that was shown, or null
 */
public record Actor(
        String name,
        Role role,
        @Nullable Set<String> acts,
        @Nullable String tokenId) {

    private static final Map<String, Role> LEAST_BY_ACT = leastByAct();

    public Actor {
        acts = acts == null ? null : Collections.unmodifiableSet(new TreeSet<>(acts));
    }

    /** Someone with all that the role may do. */
    public static Actor of(String name, Role role) {
        return new Actor(name, role, null, null);
    }

    private static Map<String, Role> leastByAct() {
        Map<String, Role> least = new TreeMap<>();
        for (String act : new String[] {
            "receive",
            "commission",
            "produce",
            "move",
            "ship",
            "return",
            "adjust",
            "count",
            "install",
            "remove",
            "pack",
            "unpack",
            "clean"
        }) {
            least.put(act, Role.OPERATOR);
        }
        for (String act : new String[] {"hold", "release", "void", "scrap"}) {
            least.put(act, Role.QUALITY);
        }
        return Collections.unmodifiableMap(least);
    }

    /** Every act that can be recorded, in alphabetical order. */
    public static Collection<String> everyAct() {
        return LEAST_BY_ACT.keySet();
    }

    /** The user behind it, without the token. */
    public String user() {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    /** Whether a user who signed in asks, and not a program with a token. */
    boolean isSession() {
        return tokenId != null && name.indexOf('/') < 0;
    }

    /** Whether the actor may do it. */
    public boolean may(Permission permission) {
        return role.includes(permission.least()) && (acts == null || permission == Permission.READ);
    }

    /** Whether the actor may record the act, such as {@code ship}; an act that does not exist nobody may. */
    public boolean mayRecord(String act) {
        Role least = LEAST_BY_ACT.get(act);
        return least != null && role.includes(least) && (acts == null || acts.contains(act));
    }

    /** Throws a refusal (403) that says what is lacking. */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw refusal(permission).asException();
        }
    }

    /** Throws a refusal (403) that says what is lacking. */
    public void requireRecord(String act) {
        Refusal refusal = refusalToRecord(act);
        if (refusal != null) {
            throw refusal.asException();
        }
    }

    /** Why the actor may not record the act, or null when they may; for batches, where each line is judged alone. */
    public @Nullable Refusal refusalToRecord(String act) {
        if (mayRecord(act)) {
            return null;
        }
        Role least = LEAST_BY_ACT.get(act);
        if (least == null) {
            return forbidden("There is no act \"" + act + "\" that anybody may record.");
        }
        return role.includes(least)
                ? forbidden(name + " shows a token that may record only " + list(acts) + ", not " + act + ".")
                : forbidden(name + " is " + role + "; to record " + act + " one must be " + least + ".");
    }

    private Refusal refusal(Permission permission) {
        return role.includes(permission.least())
                ? forbidden(name + " shows a token that may only read and record " + list(acts) + ", not "
                        + permission.words() + ".")
                : forbidden(name + " is " + role + "; to " + permission.words() + " one must be " + permission.least()
                        + ".");
    }

    private static String list(@Nullable Set<String> acts) {
        return acts == null || acts.isEmpty() ? "nothing" : String.join(", ", acts);
    }

    private static Refusal forbidden(String detail) {
        return Refusal.of("forbidden", "Not allowed", detail).status(403);
    }
}
