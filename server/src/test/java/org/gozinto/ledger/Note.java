/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.util.UUID;

/**
 * The simplest command: a quantity of a unit goes from one place to another. Place 1 gives without end; no other
 * place gives
 * what it does not have.
 *
 * @param word what happens on the way: see {@link NoteClerk}
 */
record Note(String id, String actor, String word, long unit, long qty, long from, long to) implements Command {

    static Note of(long unit, long qty, long from, long to) {
        return new Note(UUID.randomUUID().toString(), "anna", "note", unit, qty, from, to);
    }

    /** Brings one of the unit out of nowhere. */
    static Note in(long unit) {
        return of(unit, 1, 1, 2);
    }

    /** Asks for what is not there. */
    static Note refused() {
        return of(999, 1, 7, 8);
    }

    Note word(String other) {
        return new Note(id, actor, other, unit, qty, from, to);
    }

    Note actor(String other) {
        return new Note(id, other, word, unit, qty, from, to);
    }

    Note qty(long other) {
        return new Note(id, actor, word, unit, other, from, to);
    }

    String body() {
        return new JsonText()
                .object()
                .member("type", word)
                .member("unit", unit)
                .member("qty", qty)
                .member("from", from)
                .member("to", to)
                .endObject()
                .toString();
    }

    @Override
    public byte[] requestHash() {
        return HashChain.of(body());
    }

    @Override
    public int weight() {
        return 1;
    }
}
