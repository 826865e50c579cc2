/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gozinto.access.LinkKey;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.JsonText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that is personal: owners, the words of steps and the proofs of purchase. Each owner has a key of 256 bits, and
 * all that is kept of the owner is sealed with it. Erasing writes zeros over the key and deletes the rest; whatever
 * copies of that the engine leaves behind open no more. Safe for use by many threads.
 */
final class Owners {

    /** Small enough that many pieces fit into memory when a book is copied. */
    private static final int PIECE_BYTES = 64 << 10;

    private static final String KEYS = "owner_key";
    private static final String COLUMNS = "o.number, o.registration, o.n, o.sealed, k.key from ";
    private static final String OWNERS = "owner o join owner_key k on k.number = o.number ";

    private final Database database;
    private final JsonMapper json;
    private final LinkKey hidden;
    private final Seal seal;
    private final AtomicBoolean copiesLeft = new AtomicBoolean();

    /** @param hidden the key of hashes by which owners are found, which is not in the book */
    Owners(Database database, JsonMapper json, LinkKey hidden, SecureRandom random) {
        this.database = database;
        this.json = json;
        this.hidden = hidden;
        this.seal = new Seal(random);
    }

    /** What is kept of an owner; {@code seller} is where it was bought, in the owner's words. */
    record Owned(Person person, @Nullable String seller) {}

    /**
     * An owner.
     *
     * @param number of all owners
     * @param n of the owners of the registration, from 1
     */
    record Owner(long number, long registration, int n, byte[] key, Owned owned) {}

    /** A proof of purchase; its bytes are read apart. */
    record Proof(int n, String name, String contentType, long size, String receivedAt) {}

    /** Adds the n-th owner of a registration. */
    Owner add(JdbcClient transaction, long registration, int n, Owned owned) {
        long number = transaction
                        .sql("select coalesce(max(number), 0) from owner_key")
                        .query(Long.class)
                        .single()
                + 1;
        byte[] key = seal.newKey();
        transaction
                .sql("insert into owner_key (number, key) values (?, ?)")
                .params(number, key)
                .update();
        transaction
                .sql("insert into owner (number, registration, n, mail_hash, sealed) values (?, ?, ?, ?, ?)")
                .param(number)
                .param(registration)
                .param(n)
                .param(mailHash(owned.person().email()))
                .param(seal.close(key, "owner:" + number, bytes(owned)))
                .update();
        return new Owner(number, registration, n, key, owned);
    }

    /** Keeps other details of an owner. */
    void change(JdbcClient transaction, Owner owner, Owned owned) {
        transaction
                .sql("update owner set mail_hash = ?, sealed = ? where number = ?")
                .param(mailHash(owned.person().email()))
                .param(seal.close(owner.key(), "owner:" + owner.number(), bytes(owned)))
                .param(owner.number())
                .update();
    }

    private byte[] bytes(Object value) {
        return json.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    }

    private <T> T value(byte[] open, Class<T> type) {
        return json.readValue(new String(open, StandardCharsets.UTF_8), type);
    }

    private byte @Nullable [] mailHash(@Nullable String email) {
        return email == null
                ? null
                : HashChain.of(hidden.token("mail:" + email.strip().toLowerCase(Locale.ROOT), 0));
    }

    /** The owners of this address, by the numbers of their registrations. */
    List<Long> withMail(String email) {
        return database.read()
                .sql("select registration from owner where mail_hash = ? order by registration")
                .param(mailHash(email))
                .query((rows, n) -> rows.getLong(1))
                .list();
    }

    /** The owner who holds what was registered; null when nothing is known of one, or it was erased. */
    @Nullable
    Owner last(long registration) {
        return one("where o.registration = ? order by o.n desc limit 1", registration);
    }

    @Nullable
    Owner find(long number) {
        return one("where o.number = ?", number);
    }

    private @Nullable Owner one(String where, long number) {
        return database.read()
                .sql("select " + COLUMNS + OWNERS + where)
                .param(number)
                .query((rows, n) -> owner(rows))
                .optional()
                .orElse(null);
    }

    /** The last owners of registrations, by the numbers of these. */
    Map<Long, Owner> last(Collection<Long> registrations) {
        Map<Long, Owner> last = new HashMap<>();
        if (!registrations.isEmpty()) {
            var array = new JsonText().array();
            registrations.forEach(array::element);
            database.read()
                    .sql("select " + COLUMNS + database.dialect().numbers()
                            + " r cross join owner o cross join owner_key k"
                            + " where o.registration = r.value and k.number = o.number order by o.n")
                    .param(array.endArray().toString())
                    .query((rows, n) -> owner(rows))
                    .list()
                    .forEach(owner -> last.put(owner.registration(), owner));
        }
        return last;
    }

    private Owner owner(ResultSet rows) throws SQLException {
        long number = rows.getLong(1);
        byte[] key = rows.getBytes(5);
        Owned owned = value(seal.open(key, "owner:" + number, rows.getBytes(4)), Owned.class);
        return new Owner(number, rows.getLong(2), rows.getInt(3), key, owned);
    }

    // --- words of steps

    void addText(JdbcClient transaction, Owner owner, long step, String text) {
        transaction
                .sql("insert into owner_text (registration, step, owner, sealed) values (?, ?, ?, ?)")
                .params(
                        owner.registration(),
                        step,
                        owner.number(),
                        seal.close(owner.key(), "text:" + step, text.getBytes(StandardCharsets.UTF_8)))
                .update();
    }

    /** The words of the steps of a registration, by the numbers of these. */
    Map<Long, String> texts(long registration) {
        Map<Long, String> texts = new HashMap<>();
        database.read()
                .sql("select t.step, t.sealed, k.key from owner_text t join owner_key k on k.number = t.owner"
                        + " where t.registration = ? order by t.step")
                .param(registration)
                .query((rows, n) -> Map.entry(
                        rows.getLong(1),
                        new String(
                                seal.open(rows.getBytes(3), "text:" + rows.getLong(1), rows.getBytes(2)),
                                StandardCharsets.UTF_8)))
                .list()
                .forEach(text -> texts.put(text.getKey(), text.getValue()));
        return texts;
    }

    // --- proofs of purchase

    /** Keeps a proof; its {@code n} is that of the next one. */
    void addProof(JdbcClient transaction, Owner owner, Proof proof, byte[] bytes) {
        addPiece(transaction, owner, proof.n(), 0, bytes(proof));
        int piece = 1;
        for (int from = 0; from < bytes.length; from += PIECE_BYTES) {
            byte[] part = java.util.Arrays.copyOfRange(bytes, from, Math.min(from + PIECE_BYTES, bytes.length));
            addPiece(transaction, owner, proof.n(), piece++, part);
        }
    }

    private void addPiece(JdbcClient transaction, Owner owner, int n, int piece, byte[] bytes) {
        transaction
                .sql("insert into owner_proof (owner, n, piece, sealed) values (?, ?, ?, ?)")
                .params(owner.number(), n, piece, seal.close(owner.key(), "proof:" + n + ":" + piece, bytes))
                .update();
    }

    /** The proofs of an owner, in the order in which they came. */
    List<Proof> proofs(Owner owner) {
        return database.read()
                .sql("select n, sealed from owner_proof where owner = ? and piece = 0 order by n")
                .param(owner.number())
                .query((rows, i) ->
                        value(seal.open(owner.key(), "proof:" + rows.getInt(1) + ":0", rows.getBytes(2)), Proof.class))
                .list();
    }

    byte[] bytes(Owner owner, int n) {
        var all = new java.io.ByteArrayOutputStream();
        database.read()
                .sql("select piece, sealed from owner_proof where owner = ? and n = ? and piece > 0 order by piece")
                .params(owner.number(), n)
                .query((rows, i) -> seal.open(owner.key(), "proof:" + n + ":" + rows.getInt(1), rows.getBytes(2)))
                .list()
                .forEach(all::writeBytes);
        return all.toByteArray();
    }

    // --- erasing

    /**
     * Erases all owners of a registration: their keys are overwritten in place, the rest is deleted. {@link #clean} is
     * called after the transaction.
     */
    void erase(JdbcClient transaction, long registration) {
        List<Long> numbers = new ArrayList<>(transaction
                .sql("select number from owner where registration = ? order by number")
                .param(registration)
                .query((rows, n) -> rows.getLong(1))
                .list());
        for (long number : numbers) {
            transaction
                    .sql("update owner_key set key = ? where number = ?")
                    .params(new byte[Seal.KEY_BYTES], number)
                    .update();
            for (String table : List.of("owner_text", "owner_proof", "owner_link")) {
                transaction
                        .sql("delete from " + table + " where owner = ?")
                        .param(number)
                        .update();
            }
            transaction.sql("delete from owner where number = ?").param(number).update();
        }
        copiesLeft.set(true);
    }

    /** Lets go of the engine's copies of keys that were overwritten; where somebody reads, the next time. */
    void clean() {
        if (copiesLeft.compareAndSet(true, false) && !database.forget(KEYS)) {
            copiesLeft.set(true);
        }
    }
}
