/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gozinto.identify.numbering.Scheme;
import org.gozinto.item.Item;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.MasterChanges;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How items number their lots and serials. Safe for use by many threads. */
final class Numberings {

    private static final String KIND = "numbering";

    private final Database database;
    private final Places places;
    private final JsonMapper json;
    private final Clock clock;

    Numberings(Database database, Places places, JsonMapper json, Clock clock) {
        this.database = database;
        this.places = places;
        this.json = json;
        this.clock = clock;
    }

    /** The item's numbering; version 0 without rules when there is none. */
    NumberingBody of(Item item) {
        NumberingBody kept = kept(item);
        return kept == null
                ? new NumberingBody(item.code(), null, null, 0L, List.of())
                : new NumberingBody(item.code(), kept.lot(), kept.serial(), kept.version(), warnings(kept));
    }

    private @Nullable NumberingBody kept(Item item) {
        return database.read()
                .sql("select version, body from numbering where item_id = ?")
                .param(item.id())
                .query((rows, n) -> {
                    var body = json.readValue(rows.getString(2), NumberingBody.class);
                    return new NumberingBody(null, body.lot(), body.serial(), rows.getLong(1), null);
                })
                .optional()
                .orElse(null);
    }

    private List<String> warnings(NumberingBody body) {
        return NumberingBody.warnings(scheme(body.lot()), scheme(body.serial()));
    }

    /** The scheme of a kind, or null when the item has none. */
    @Nullable
    Scheme scheme(Item item, NumberKind kind) {
        NumberingBody body = kept(item);
        return body == null ? null : scheme(body.of(kind));
    }

    private @Nullable Scheme scheme(NumberingBody.@Nullable Rule rule) {
        return rule == null ? null : SchemeReader.kept(rule);
    }

    /** Gives an item another numbering; {@code version} is the one that the change is based on, or null. */
    synchronized NumberingBody change(Item item, NumberingBody body, @Nullable Long version, String actor) {
        var faults = new Faults();
        faults.expect(body.item() == null || body.item().equals(item.code()), "/item", "is another item", item.code());
        Scheme lot = read(item, body, NumberKind.LOT, faults);
        Scheme serial = read(item, body, NumberKind.SERIAL, faults);
        faults.refuse("The numbering cannot be kept");
        long atUs = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return database.write(transaction -> {
            long before = transaction
                    .sql("select version from numbering where item_id = ?")
                    .param(item.id())
                    .query(Long.class)
                    .optional()
                    .orElse(0L);
            MasterChanges.refuseStale("The numbering of " + item.code(), before, version);
            var kept = new NumberingBody(
                    item.code(),
                    lot == null ? null : NumberingBody.Rule.of(lot),
                    serial == null ? null : NumberingBody.Rule.of(serial),
                    before + 1,
                    NumberingBody.warnings(lot, serial));
            String text = json.writeValueAsString(
                    new NumberingBody(item.code(), kept.lot(), kept.serial(), kept.version(), null));
            transaction.sql("""
                            insert into numbering (item_id, version, body) values (?, ?, ?)
                            on conflict (item_id) do update set version = excluded.version, body = excluded.body
                            """).params(item.id(), before + 1, text).update();
            MasterChanges.add(transaction, KIND, item.code(), new MasterChanges.Change(before + 1, atUs, actor, text));
            return kept;
        });
    }

    private @Nullable Scheme read(Item item, NumberingBody body, NumberKind kind, Faults faults) {
        NumberingBody.Rule rule = body.of(kind);
        if (rule == null) {
            return null;
        }
        String pointer = "/" + kind.word();
        if (!faults.expect(
                kind.fits(item.tracking()),
                pointer,
                "does not fit: " + item.code() + " is tracked by "
                        + item.tracking().word(),
                "nothing, or an item that is tracked by " + kind.word())) {
            return null;
        }
        var reader = new SchemeReader(pointer, now(null).toLocalDate());
        Scheme scheme = reader.read(rule);
        if (scheme != null) {
            reader.checkItem(scheme, item.code());
        }
        reader.refuse();
        return scheme;
    }

    /** What time it is at a site; without one, at all our sites when they agree, else in UTC. */
    LocalDateTime now(@Nullable Place site) {
        return LocalDateTime.ofInstant(clock.instant(), site == null ? zone() : places.zoneOf(site));
    }

    private ZoneId zone() {
        var zones = places.locations().stream()
                .filter(p -> p.kind() == Place.Kind.SITE && p.active())
                .map(places::zoneOf)
                .distinct()
                .toList();
        return zones.size() == 1 ? zones.getFirst() : ZoneOffset.UTC;
    }
}
