/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gozinto.access.Actor;
import org.gozinto.access.LinkKey;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.JsonText;
import org.gozinto.ledger.Refusal;
import org.gozinto.quality.book.Sent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Secrets under labels: who has one has the product in the hand. A secret has 50 random bits and is given out once; the
 * book has a hash of it that is keyed with a file outside the book, so that neither the book nor a copy of it tells any
 * secret. Safe for use by many threads.
 */
final class Secrets {

    static final int SERIALS_MAX = 10_000;

    /** Crockford's Base32: no I, L, O and U, which are read as 1, 1, 0 and V. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LETTERS = 10;
    private static final int CANDIDATES_MAX = 50;
    private static final Pattern LAST_DIGITS = Pattern.compile("(.*?)([0-9]+)([^0-9]*)");

    private final Database database;
    private final Items items;
    private final LinkKey hidden;
    private final SecureRandom random;
    private final JsonMapper json;
    private final Clock clock;

    Secrets(Database database, Items items, LinkKey hidden, SecureRandom random, Made made) {
        this.database = database;
        this.items = items;
        this.hidden = hidden;
        this.random = random;
        this.json = made.json();
        this.clock = made.clock();
    }

    /** How what is sent is read, and when it is. */
    record Made(JsonMapper json, Clock clock) {}

    /**
     * What is sent to make secrets.
     *
     * @param serials numbers, which need not be recorded yet; or else {@code from} and {@code count}
     * @param from the first of numbers that count up in their last digits
     * @param replace whether numbers that have a secret get another, and the old one works no more
     */
    record NewSecrets(
            @Nullable String id,
            @Nullable String item,
            @Nullable List<String> serials,
            @Nullable String from,
            @Nullable Integer count,
            @Nullable Boolean replace) {}

    /** A number and what stands under its label. */
    record Secret(String serial, String secret) {}

    /** Makes secrets; they can be read in this answer only. */
    List<Secret> make(NewSecrets asked, Actor actor) {
        var faults = new Faults();
        Sent sent = Sent.of(faults, asked.id(), json.writeValueAsString(asked));
        String code = faults.code("/item", asked.item());
        List<String> serials = serials(faults, asked);
        faults.refuse("The secrets cannot be made");
        Item item = items.find(code);
        if (item == null) {
            throw Refusal.of("unknown-item", "No such item", "There is no item " + code + ".")
                    .at("/item", "the code of an item", "Correct the code.")
                    .asException();
        }
        List<Secret> made = serials.stream()
                .map(serial -> new Secret(serial, spaced(letters())))
                .toList();
        database.write(transaction -> {
            requireNew(transaction, sent);
            if (!Boolean.TRUE.equals(asked.replace())) {
                requireNone(transaction, item, serials);
            }
            long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
            transaction
                    .sql("insert into secret_run (id, request_hash, item_id, secrets, at_us, actor)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(sent.id(), sent.hash(), item.id(), made.size(), now, actor.name())
                    .update();
            made.forEach(secret -> put(transaction, item.id(), secret, now));
            return made.size();
        });
        return made;
    }

    private static List<String> serials(Faults faults, NewSecrets asked) {
        boolean listed = asked.serials() != null;
        boolean counted = asked.from() != null && asked.count() != null;
        faults.expect(listed != counted, "/serials", "is missing, or is there twice", "serials, or from and count");
        if (listed == counted) {
            return List.of();
        }
        int count = asked.serials() != null ? asked.serials().size() : asked.count() == null ? 0 : asked.count();
        String at = listed ? "/serials" : "/count";
        if (!faults.expect(count >= 1 && count <= SERIALS_MAX, at, "is " + count, "1 to " + SERIALS_MAX)) {
            return List.of();
        }
        List<String> serials =
                asked.serials() != null ? asked.serials() : counted(faults, String.valueOf(asked.from()), count);
        Set<String> once = new LinkedHashSet<>();
        for (int i = 0; i < serials.size(); i++) {
            String pointer = listed ? "/serials/" + i : "/from";
            String serial = faults.code(pointer, serials.get(i));
            faults.expect(once.add(serial), pointer, "is there twice", "each number once");
        }
        return serials;
    }

    /** Numbers that count up in their last run of digits, which keeps its width. */
    private static List<String> counted(Faults faults, String from, int count) {
        Matcher last = LAST_DIGITS.matcher(from);
        if (!faults.expect(last.matches(), "/from", "has no digits to count", "a number such as ES0001")) {
            return List.of();
        }
        String digits = last.group(2);
        List<String> serials = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String next = new BigInteger(digits).add(BigInteger.valueOf(i)).toString();
            String zeros = "0".repeat(Math.max(0, digits.length() - next.length()));
            serials.add(last.group(1) + zeros + next + last.group(3));
        }
        return serials;
    }

    private static void requireNew(JdbcClient transaction, Sent sent) {
        boolean before = !transaction
                .sql("select id from secret_run where id = ?")
                .param(sent.id())
                .query((rows, n) -> rows.getString(1))
                .list()
                .isEmpty();
        if (before) {
            throw Refusal.of(
                            "secrets-shown", "They were shown before", "Secrets are in no other answer than the first.")
                    .status(409)
                    .at("/id", "a new UUID", "Make others with another id and replace: true.")
                    .asException();
        }
    }

    private void requireNone(JdbcClient transaction, Item item, List<String> serials) {
        List<String> there = transaction
                .sql("select s.serial from " + database.dialect().texts()
                        + " k cross join unit_secret s where s.serial = k.value and s.item_id = ? order by s.serial")
                .params(array(serials), item.id())
                .query((rows, n) -> rows.getString(1))
                .list();
        if (!there.isEmpty()) {
            String detail = there.size() + " of them, " + there.getFirst() + " first.";
            throw Refusal.of("secret-exists", "Numbers have a secret already", detail)
                    .status(409)
                    .at("/serials", "numbers without a secret", "Leave them out, or send replace: true.")
                    .asException();
        }
    }

    private static String array(Collection<String> texts) {
        var array = new JsonText().array();
        texts.forEach(array::element);
        return array.endArray().toString();
    }

    private void put(JdbcClient transaction, long itemId, Secret secret, long nowUs) {
        transaction
                .sql("""
                        insert into unit_secret (item_id, serial, hash, made_us, version) values (?, ?, ?, ?, 1)
                        on conflict (item_id, serial) do update set hash = excluded.hash, made_us = excluded.made_us,
                            version = unit_secret.version + 1
                        """)
                .params(itemId, secret.serial(), hash(itemId, secret.serial(), read(secret.secret())), nowUs)
                .update();
    }

    private byte[] hash(long itemId, String serial, String letters) {
        return HashChain.of(hidden.token("secret:" + itemId + ":" + serial + ":" + letters, 0));
    }

    private String letters() {
        var letters = new StringBuilder(LETTERS);
        for (int i = 0; i < LETTERS; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return letters.toString();
    }

    private static String spaced(String letters) {
        return letters.substring(0, LETTERS / 2) + "-" + letters.substring(LETTERS / 2);
    }

    /** What was typed, as letters of ours; null when it can be no secret by its form. */
    static @Nullable String form(String typed) {
        String letters = read(typed);
        boolean good = letters.length() == LETTERS && letters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return good ? letters : null;
    }

    private static String read(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replace('U', 'V');
    }

    /** The number that a secret belongs to. */
    record Right(long itemId, String serial) {}

    /**
     * Whether a secret stands under the label of a number. A number that nobody made and one that has another secret
     * take the same work.
     *
     * @param letters as {@link #form} gives them
     * @return null when they do not belong together
     */
    @Nullable
    Right check(TypedNumber number, String letters) {
        record Kept(long itemId, String serial, byte[] hash) {}
        List<Kept> kept = database.read()
                .sql("select s.item_id, s.serial, s.hash from "
                        + database.dialect().texts()
                        + " k cross join unit_secret s where s.serial = k.value order by s.item_id limit "
                        + CANDIDATES_MAX)
                .param(array(number.spellings()))
                .query((rows, n) -> new Kept(rows.getLong(1), rows.getString(2), rows.getBytes(3)))
                .list();
        if (kept.isEmpty()) {
            kept = List.of(new Kept(TypedNumber.NO_ITEM, number.serial(), new byte[0]));
        }
        Right right = null;
        for (Kept one : kept) {
            boolean meant = number.itemIds().isEmpty() || number.itemIds().contains(one.itemId());
            boolean same = MessageDigest.isEqual(hash(one.itemId(), one.serial(), letters), one.hash());
            if (meant && same) {
                right = new Right(one.itemId(), one.serial());
            }
        }
        return right;
    }
}
