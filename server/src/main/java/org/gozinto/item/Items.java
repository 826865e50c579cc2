/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.gozinto.identify.ItemKey;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.MasterChanges;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The items. All of them are kept in memory too, since every act asks for some.
 *
 * <p>Safe for use by many threads; changes are made one at a time, so that a code is taken once.
 */
public class Items {

    private final Database database;
    private final ItemStore store;
    private final Clock clock;
    private final ItemUse use;
    private final ConcurrentSkipListMap<String, Item> byCode = new ConcurrentSkipListMap<>();
    private final Map<Long, Item> byId = new ConcurrentHashMap<>();
    private final KnownNumbers numbers;
    private final AtomicLong changes = new AtomicLong();
    private final boolean trial;

    public Items(Database database, JsonMapper json, Clock clock, ItemUse use) {
        this.database = database;
        this.store = new ItemStore(database, json);
        this.clock = clock;
        this.use = use;
        this.numbers = new KnownNumbers();
        this.trial = false;
        store.all().forEach(this::keep);
    }

    private Items(Items original) {
        this.database = original.database;
        this.store = original.store;
        this.clock = original.clock;
        this.use = original.use;
        this.numbers = new KnownNumbers(original.numbers);
        this.trial = true;
        byCode.putAll(original.byCode);
        byId.putAll(original.byId);
    }

    /** A copy to try records on: it judges by the same rules and sees what was tried before, and nothing is kept. */
    public Items trial() {
        return new Items(this);
    }

    private void keep(Item item) {
        byCode.put(item.code(), item);
        numbers.replace(byId.put(item.id(), item), item);
        changes.incrementAndGet();
    }

    /** Grows with each new item and each change of one, for those who keep something of items. */
    public long changes() {
        return changes.get();
    }

    /** The item of this code, or null. */
    public @Nullable Item find(String code) {
        return byCode.get(code);
    }

    /** The item of this id, which must exist. */
    public Item get(long id) {
        Item item = byId.get(id);
        if (item == null) {
            throw new IllegalStateException("there is no item with id " + id);
        }
        return item;
    }

    /** Items with this GTIN (14 digits) as their own; several when items share one. */
    public List<Item> withGtin(String gtin) {
        return named(new ItemKey(ItemKey.Scheme.GTIN, gtin)).stream()
                .filter(named -> named.by() == null)
                .map(Named::item)
                .toList();
    }

    /**
     * An item that a number names.
     *
     * @param by the further number of the item that this is; null when it is the item's own GTIN
     */
    public record Named(Item item, @Nullable ItemCode by) {}

    /** The items that a number names, in the order in which they were made. */
    public List<Named> named(ItemKey key) {
        return numbers.itemsOf(key).stream()
                .map(byId::get)
                .filter(Objects::nonNull)
                .map(item -> new Named(item, by(item, key)))
                .toList();
    }

    private static @Nullable ItemCode by(Item item, ItemKey key) {
        return item.codes().stream()
                .filter(code -> code.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /** Items whose code differs from this text by nothing but uppercase and lowercase. */
    public List<Item> spelt(String text) {
        return byCode.values().stream()
                .filter(item ->
                        item.code().equalsIgnoreCase(text) && !item.code().equals(text))
                .toList();
    }

    /** Items after a code, in the order of their codes; with a text, only those whose code or name contains it. */
    public Page<Item> page(@Nullable String after, @Nullable String text, int limit) {
        var rest = after == null ? byCode : byCode.tailMap(after, false);
        var items = rest.values().stream()
                .filter(i -> text == null || matches(i, text))
                .limit(limit + 1L)
                .toList();
        return items.size() > limit
                ? new Page<>(items.subList(0, limit), items.get(limit - 1).code())
                : new Page<>(items, null);
    }

    private static boolean matches(Item item, String text) {
        String wanted = text.toLowerCase(java.util.Locale.ROOT);
        return item.code().toLowerCase(java.util.Locale.ROOT).contains(wanted)
                || item.name().toLowerCase(java.util.Locale.ROOT).contains(wanted);
    }

    /** Makes a new item for another room; refused when the code is taken. */
    public Item create(NewItem item, String actor) {
        return create(item.body(), actor);
    }

    /**
     * Makes the item of this code, or changes it: members that are not named stay as they are, a null takes one away,
     * and what is there already is left alone (the same version comes back).
     */
    public Item keep(ObjectNode members, String actor) {
        Item before = find(members.path("code").asString(""));
        ItemBody body = store.merged(before == null ? null : ItemBody.of(before), members);
        if (before == null) {
            return create(body, actor);
        }
        Item same = body.toItem(before.id(), before.version());
        return same.equals(before) ? before : change(before.code(), body, before.version(), actor);
    }

    /** Makes a new item; refused when the code is taken. */
    synchronized Item create(ItemBody body, String actor) {
        Item created = write(transaction -> {
            Item item = body.toItem(nextId(transaction), 1);
            refuseStranger(item);
            refuseTaken(item);
            if (byCode.containsKey(item.code())) {
                throw Refusal.of("exists", "The code is taken", "There is an item " + item.code() + " already.")
                        .status(409)
                        .at("/code", "a code that no item has", "Change the item with PUT, or choose another code.")
                        .asException();
            }
            if (!trial) {
                store.insert(transaction, item, nowUs(), actor);
            }
            return item;
        });
        keep(created);
        return created;
    }

    /** Changes an item; {@code version} is the version that the change is based on, or null. */
    synchronized Item change(String code, ItemBody body, @Nullable Long version, String actor) {
        Item changed = write(transaction -> {
            Item before = existing(code);
            MasterChanges.refuseStale(code, before.version(), version);
            Item item = body.toItem(before.id(), before.version() + 1);
            refuseStranger(item);
            refuseTaken(item);
            refuseFixed(before, item);
            if (!trial) {
                store.update(transaction, item, nowUs(), actor);
            }
            return item;
        });
        keep(changed);
        return changed;
    }

    /** What was only tried is in no table, and each of it needs an id of its own all the same. */
    private long nextId(JdbcClient transaction) {
        long next = store.nextId(transaction);
        return trial ? Math.max(next, byId.keySet().stream().reduce(0L, Math::max) + 1) : next;
    }

    private Item write(Function<JdbcClient, Item> work) {
        return trial ? work.apply(database.read()) : database.write(work);
    }

    /** The item of this code, or a refusal with status 404. */
    public Item existing(String code) {
        Item item = find(code);
        if (item == null) {
            throw Refusal.of("unknown-item", "No such item", "There is no item " + code + ".")
                    .status(404)
                    .asException();
        }
        return item;
    }

    private void refuseStranger(Item item) {
        var faults = new Faults();
        faults.expect(
                item.issuer() == null || use.isPartner(item.issuer()),
                "/issuer",
                "is no partner",
                "the code of a partner, or nothing when we number it ourselves");
        faults.refuse("The item cannot be kept");
    }

    /** A number that names one thing cannot name two; a GTIN that two items have as their own is older than this. */
    private void refuseTaken(Item item) {
        if (item.gtin() != null) {
            refuseTaken("/gtin", item, new ItemKey(ItemKey.Scheme.GTIN, item.gtin()), true);
        }
        for (int i = 0; i < item.codes().size(); i++) {
            refuseTaken("/codes/" + i + "/value", item, item.codes().get(i).key(), false);
        }
    }

    private void refuseTaken(String pointer, Item item, ItemKey key, boolean own) {
        if (ItemCode.isShared(key.scheme())) {
            return;
        }
        for (Named other : named(key)) {
            if (other.item().id() != item.id() && !(own && other.by() == null)) {
                throw Refusal.of(
                                "number-taken",
                                "Another item has this number",
                                key.scheme().word() + " " + key.value() + " names the item "
                                        + other.item().code() + " already.")
                        .status(409)
                        .at(
                                pointer,
                                "a number that no other item has",
                                "Correct it, or take it away from "
                                        + other.item().code() + " first.")
                        .asException();
            }
        }
    }

    private void refuseFixed(Item before, Item after) {
        var faults = new Faults();
        faults.expect(before.code().equals(after.code()), "/code", "never changes", before.code());
        if (use.isUsed(before.id())) {
            faults.expect(before.unit().equals(after.unit()), "/unit", "is fixed once stock has moved", before.unit());
            faults.expect(
                    before.decimals() == after.decimals(),
                    "/decimals",
                    "is fixed once stock has moved",
                    String.valueOf(before.decimals()));
            faults.expect(
                    before.tracking() == after.tracking(),
                    "/tracking",
                    "is fixed once stock has moved",
                    before.tracking().word());
        }
        faults.refuse("The item cannot be changed so");
    }

    private long nowUs() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
