/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.place;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gozinto.identify.Gln;
import org.gozinto.identify.Reading;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;

/** A place or a partner as it is sent, shown and stored. */
record PlaceBody(
        @Nullable String code,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String parent,
        @Nullable String mixing,
        @Nullable String overlap,
        @Nullable String timeZone,
        @Nullable String gln,
        @Nullable List<String> roles,
        @Nullable Map<String, String> attributes,
        Place.@Nullable Contact contact,
        @Nullable Boolean active,
        @Nullable Long version) {

    static final Set<String> ROLES = Set.of("supplier", "customer", Place.CONSUMER, "manufacturer", "carrier");
    private static final Set<Place.Kind> MADE_BY_USERS =
            Set.of(Place.Kind.SITE, Place.Kind.AREA, Place.Kind.BIN, Place.Kind.VESSEL);
    private static final int ATTRIBUTES_MAX = 100;
    private static final int CONTACT_LENGTH_MAX = 200;
    private static final int ADDRESS_LENGTH_MAX = 1_000;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    static PlaceBody of(Place place) {
        return new PlaceBody(
                place.code(),
                place.kind() == Place.Kind.PARTNER ? null : place.kind().word(),
                place.name(),
                place.parent(),
                place.mixing() == null ? null : place.mixing().word(),
                place.overlap(),
                place.timeZone() == null ? null : place.timeZone().getId(),
                place.gln(),
                place.kind() == Place.Kind.PARTNER ? place.roles() : null,
                place.attributes(),
                place.contact(),
                place.active(),
                place.version());
    }

    /** The location that this body describes, or a refusal that names every fault. */
    Place toLocation(long id, long newVersion) {
        var faults = new Faults();
        Place.Kind goodKind = Arrays.stream(Place.Kind.values())
                .filter(k -> MADE_BY_USERS.contains(k) && k.word().equals(kind))
                .findFirst()
                .orElse(null);
        faults.expect(
                goodKind != null,
                "/kind",
                "is missing or unknown",
                "site, area, bin or vessel (a container is made by its first pack)");
        faults.expect(roles == null, "/roles", "belong to partners", "no roles");
        faults.expect(contact == null, "/contact", "belongs to partners", "no contact");
        Place.Mixing goodMixing = mixing(faults, goodKind);
        checkOverlap(faults, goodMixing);
        return common(faults, id, newVersion, goodKind == null ? Place.Kind.BIN : goodKind, goodMixing);
    }

    /** The partner that this body describes, or a refusal that names every fault. */
    Place toPartner(long id, long newVersion) {
        var faults = new Faults();
        faults.expect(kind == null, "/kind", "belongs to places", "no kind");
        faults.expect(mixing == null && overlap == null, "/mixing", "belongs to vessels", "no mixing");
        faults.expect(parent == null, "/parent", "belongs to places", "no parent");
        if (roles != null) {
            for (int i = 0; i < roles.size(); i++) {
                faults.expect(
                        ROLES.contains(roles.get(i)),
                        "/roles/" + i,
                        "is unknown",
                        "supplier, customer, consumer, manufacturer or carrier");
            }
        }
        if (contact != null) {
            checkContact(faults, contact);
        }
        return common(faults, id, newVersion, Place.Kind.PARTNER, null);
    }

    private static void checkContact(Faults faults, Place.Contact contact) {
        faults.text("/contact/name", contact.name(), CONTACT_LENGTH_MAX);
        faults.text("/contact/phone", contact.phone(), CONTACT_LENGTH_MAX);
        faults.text("/contact/address", contact.address(), ADDRESS_LENGTH_MAX);
        faults.text("/contact/email", contact.email(), CONTACT_LENGTH_MAX);
        faults.expect(
                contact.email() == null || contact.email().matches("[^@\\s]+@[^@\\s]+"),
                "/contact/email",
                "is no address",
                "name@example.org");
        faults.expect(
                contact.country() == null || COUNTRIES.contains(contact.country()),
                "/contact/country",
                "is unknown",
                "a country of ISO 3166-1, such as DE");
        faults.expect(
                contact.language() == null || LANGUAGES.contains(contact.language()),
                "/contact/language",
                "is unknown",
                "a language of ISO 639-1, such as de");
    }

    private Place common(
            Faults faults, long id, long newVersion, Place.Kind goodKind, Place.@Nullable Mixing goodMixing) {
        String goodCode = faults.code("/code", code);
        faults.text("/name", name, 200);
        ZoneId zone = zone(faults);
        String goodGln = gln(faults);
        var goodAttributes = attributes == null ? Map.<String, String>of() : attributes;
        faults.expect(
                goodAttributes.size() <= ATTRIBUTES_MAX, "/attributes", "are too many", "at most " + ATTRIBUTES_MAX);
        faults.refuse(goodKind == Place.Kind.PARTNER ? "The partner cannot be kept" : "The place cannot be kept");
        return new Place(
                id,
                goodCode,
                goodKind,
                name == null ? goodCode : name,
                parent,
                goodMixing,
                overlap,
                zone,
                goodGln,
                roles == null ? List.of() : List.copyOf(roles),
                new LinkedHashMap<>(goodAttributes),
                contact,
                active == null || active,
                newVersion);
    }

    private Place.@Nullable Mixing mixing(Faults faults, Place.@Nullable Kind goodKind) {
        if (goodKind != Place.Kind.VESSEL) {
            faults.expect(mixing == null, "/mixing", "belongs to vessels", "no mixing");
            return null;
        }
        if (mixing == null) {
            return Place.Mixing.WELL_MIXED;
        }
        Place.Mixing good = Arrays.stream(Place.Mixing.values())
                .filter(m -> m.word().equals(mixing))
                .findFirst()
                .orElse(null);
        faults.expect(good != null, "/mixing", "is unknown", "wellMixed, fifo or sinceClean");
        return good;
    }

    private void checkOverlap(Faults faults, Place.@Nullable Mixing goodMixing) {
        if (overlap == null) {
            return;
        }
        faults.expect(
                goodMixing == Place.Mixing.FIFO, "/overlap", "belongs to first-in-first-out vessels", "no overlap");
        try {
            faults.expect(
                    new BigDecimal(overlap).signum() >= 0, "/overlap", "is below zero", "a decimal text of 0 or more");
        } catch (NumberFormatException e) {
            faults.expect(false, "/overlap", "is not a quantity", "a decimal text of 0 or more");
        }
    }

    private @Nullable ZoneId zone(Faults faults) {
        if (timeZone == null) {
            return null;
        }
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            faults.expect(false, "/timeZone", "is unknown", "a zone such as Europe/Berlin");
            return null;
        }
    }

    private @Nullable String gln(Faults faults) {
        if (gln == null) {
            return null;
        }
        return switch (Gln.of(gln)) {
            case Reading.Ok<Gln> ok -> ok.value().digits();
            case Reading.Bad<Gln> bad -> {
                faults.expect(false, "/gln", "is not a GLN: " + bad.detail(), "13 digits with their check digit");
                yield null;
            }
        };
    }
}
