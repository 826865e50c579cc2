/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.place;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
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
 * Places and partners. All but the runs are kept in memory too, since every act asks for some.
 *
 * <p>Safe for use by many threads; changes are made one at a time, so that a code is taken once.
 */
public class Places {

    /** Levels of a tree of places, at the most. */
    private static final int DEPTH_MAX = 20;

    private final Database database;
    private final PlaceStore store;
    private final Clock clock;
    private final ConcurrentSkipListMap<String, Place> byCode = new ConcurrentSkipListMap<>();
    private final Map<Long, Place> byId = new ConcurrentHashMap<>();

    private final AtomicLong changes = new AtomicLong();
    private final boolean trial;

    public Places(Database database, JsonMapper json, Clock clock) {
        this.database = database;
        this.store = new PlaceStore(database, json);
        this.clock = clock;
        this.trial = false;
        store.allButRuns().forEach(this::keep);
    }

    private Places(Places original) {
        this.database = original.database;
        this.store = original.store;
        this.clock = original.clock;
        this.trial = true;
        byCode.putAll(original.byCode);
        byId.putAll(original.byId);
    }

    /** A copy to try records on: it judges by the same rules and sees what was tried before, and nothing is kept. */
    public Places trial() {
        return new Places(this);
    }

    private void keep(Place place) {
        byCode.put(place.code(), place);
        byId.put(place.id(), place);
        changes.incrementAndGet();
    }

    /** Grows with each new place and each change of one, for those who keep something of places. */
    public long changes() {
        return changes.get();
    }

    /** The place or partner of this code, or null. Runs have codes of their own. */
    public @Nullable Place find(String code) {
        return byCode.get(code);
    }

    /** The place of this id; runs are read from the database. Null when there is none. */
    public @Nullable Place find(long id) {
        Place known = byId.get(id);
        if (known != null) {
            return known;
        }
        String run = store.runCode(id);
        return run == null ? null : PlaceStore.virtual(id, run, Place.Kind.RUN);
    }

    /** The place of this id, which must exist. */
    public Place get(long id) {
        Place place = find(id);
        if (place == null) {
            throw new IllegalStateException("there is no place with id " + id);
        }
        return place;
    }

    /** Runs with ids above one, in their order; for those who follow the ledger. */
    public List<Place> runsAfter(long id, int limit) {
        return store.runsAfter(id, limit);
    }

    /** Places and partners whose code differs from this text by nothing but uppercase and lowercase. */
    public List<Place> spelt(String text) {
        return byCode.values().stream()
                .filter(p -> p.code().equalsIgnoreCase(text) && !p.code().equals(text))
                .toList();
    }

    /** Places and partners with this GLN. */
    public List<Place> withGln(String gln) {
        return byCode.values().stream().filter(p -> gln.equals(p.gln())).toList();
    }

    /** The time zone of the site that the place is in; UTC when no place above it names one. */
    public ZoneId zoneOf(Place place) {
        Place at = place;
        for (int depth = 0; depth < DEPTH_MAX; depth++) {
            if (at.timeZone() != null) {
                return at.timeZone();
            }
            Place above = at.parent() == null ? null : byCode.get(at.parent());
            if (above == null) {
                return ZoneOffset.UTC;
            }
            at = above;
        }
        return ZoneOffset.UTC;
    }

    /** Everything under our own hands: sites, areas, bins and vessels, in the order in which they were made. */
    public List<Place> locations() {
        return ofKind(p -> p.kind().isLocation());
    }

    /** All partners, in the order in which they were made. */
    public List<Place> partners() {
        return ofKind(p -> p.kind() == Place.Kind.PARTNER);
    }

    private List<Place> ofKind(Predicate<Place> wanted) {
        return byId.values().stream()
                .filter(wanted)
                .sorted(Comparator.comparingLong(Place::id))
                .toList();
    }

    /** The place and every place below it in the tree, in the order in which they were made. */
    public List<Place> below(Place top) {
        return ofKind(p -> isBelow(p, top));
    }

    private boolean isBelow(Place place, Place top) {
        Place at = place;
        for (int depth = 0; at != null && depth <= DEPTH_MAX; depth++) {
            if (at.id() == top.id()) {
                return true;
            }
            at = at.parent() == null ? null : byCode.get(at.parent());
        }
        return false;
    }

    /** Places or partners after a code, in the order of their codes. */
    public Page<Place> page(Predicate<Place> wanted, @Nullable String after, @Nullable String text, int limit) {
        var rest = after == null ? byCode : byCode.tailMap(after, false);
        var places = rest.values().stream()
                .filter(wanted)
                .filter(p -> text == null || matches(p, text))
                .limit(limit + 1L)
                .toList();
        return places.size() > limit
                ? new Page<>(places.subList(0, limit), places.get(limit - 1).code())
                : new Page<>(places, null);
    }

    private static boolean matches(Place place, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return place.code().toLowerCase(Locale.ROOT).contains(wanted)
                || place.name().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** Makes a place or partner for another room; refused when the code is taken. */
    public Place create(NewPlace place, String actor) {
        return place.isPartner() ? createPartner(place.body(), actor) : createLocation(place.body(), actor);
    }

    /**
     * Makes the place or partner of this code, or changes it: members that are not named stay as they are, a null
     * takes one away, and what is there already is left alone (the same version comes back).
     */
    public Place keep(ObjectNode members, boolean partner, String actor) {
        Place known = find(members.path("code").asString(""));
        boolean same = known != null
                && (partner ? known.kind() == Place.Kind.PARTNER : known.kind().isLocation());
        Place before = same ? known : null;
        PlaceBody body = store.merged(before == null ? null : PlaceBody.of(before), members);
        if (before == null) {
            return partner ? createPartner(body, actor) : createLocation(body, actor);
        }
        Change change = partner ? body::toPartner : body::toLocation;
        return change.of(before.id(), before.version()).equals(before)
                ? before
                : change(before.code(), change, before.version(), actor);
    }

    Place createLocation(PlaceBody body, String actor) {
        return create(id -> body.toLocation(id, 1), actor);
    }

    Place createPartner(PlaceBody body, String actor) {
        return create(id -> body.toPartner(id, 1), actor);
    }

    private synchronized Place create(java.util.function.LongFunction<Place> made, String actor) {
        Place created = write(transaction -> {
            Place place = made.apply(store.nextId(transaction));
            Place taken = byCode.get(place.code());
            if (taken != null) {
                throw Refusal.of(
                                "exists",
                                "The code is taken",
                                place.code() + " is a " + taken.kind().word()
                                        + " already; a code is unique across places and partners.")
                        .status(409)
                        .at(
                                "/code",
                                "a code that no place and no partner has",
                                "Change it with PUT, or choose another code.")
                        .asException();
            }
            Long parent = parentId(place);
            if (!trial) {
                store.insert(transaction, place, parent, nowUs(), actor);
            }
            return place;
        });
        keep(created);
        return created;
    }

    /** Changes a place or partner; {@code changed} makes the new record from the id and the new version. */
    synchronized Place change(String code, Change changed, @Nullable Long version, String actor) {
        Place result = write(transaction -> {
            Place current = existing(code, p -> true, "place");
            Place after = changed.of(current.id(), current.version() + 1);
            MasterChanges.refuseStale(code, current.version(), version);
            var faults = new Faults();
            faults.expect(current.code().equals(after.code()), "/code", "never changes", current.code());
            boolean vesselStays = (current.kind() == Place.Kind.VESSEL) == (after.kind() == Place.Kind.VESSEL);
            faults.expect(
                    vesselStays,
                    "/kind",
                    "cannot turn into or from a vessel",
                    current.kind().word());
            faults.expect(
                    current.mixing() == after.mixing(),
                    "/mixing",
                    "is fixed, since past draws were traced by it",
                    String.valueOf(current.mixing()));
            faults.expect(
                    java.util.Objects.equals(current.overlap(), after.overlap()),
                    "/overlap",
                    "is fixed, since past draws were traced by it",
                    String.valueOf(current.overlap()));
            faults.refuse("The place cannot be changed so");
            Long parent = parentId(after);
            if (!trial) {
                store.update(transaction, after, parent, nowUs(), actor);
            }
            return after;
        });
        keep(result);
        return result;
    }

    /** Makes a changed record. */
    @FunctionalInterface
    interface Change {
        Place of(long id, long version);
    }

    private Place write(Function<JdbcClient, Place> work) {
        return trial ? work.apply(database.read()) : database.write(work);
    }

    private @Nullable Long parentId(Place place) {
        if (place.parent() == null) {
            return null;
        }
        var faults = new Faults();
        Place parent = byCode.get(place.parent());
        faults.expect(
                parent != null && parent.kind().isLocation() && parent.kind() != Place.Kind.VESSEL,
                "/parent",
                "is not a site, area or bin",
                "the code of an existing site, area or bin");
        Place at = parent;
        int depth = 2;
        while (at != null && depth <= DEPTH_MAX && !at.code().equals(place.code())) {
            at = at.parent() == null ? null : byCode.get(at.parent());
            depth++;
        }
        faults.expect(
                at == null,
                "/parent",
                "would make the place part of itself, or the tree too deep",
                "at most " + DEPTH_MAX + " levels");
        faults.refuse("The place cannot be kept");
        return parent == null ? null : parent.id();
    }

    /** The place of this code that fits, or a refusal with status 404. */
    Place existing(String code, Predicate<Place> wanted, String what) {
        Place place = find(code);
        if (place == null || !wanted.test(place)) {
            throw Refusal.of("unknown-" + what, "No such " + what, "There is no " + what + " " + code + ".")
                    .status(404)
                    .asException();
        }
        return place;
    }

    private long nowUs() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
