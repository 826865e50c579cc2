/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.certificate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.genealogy.TraceQuery;
import org.gozinto.genealogy.TraceView;
import org.gozinto.genealogy.Traces;
import org.gozinto.item.Item;
import org.gozinto.ledger.Refusal;
import org.gozinto.paper.WordBook;
import org.gozinto.paper.Words;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.quality.book.UnitRef;
import org.gozinto.quality.book.UnitRefs;
import org.gozinto.quality.inspection.Inspections;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what a certificate says of a lot or serial: its own results and, through its genealogy, what went in
 * from suppliers and which certificates there are of that. Safe for use by many threads.
 */
final class CertificateMaker {

    /** Units of one answer that are looked at; a certificate that would need more says that it is not whole. */
    static final int INPUTS_MAX = 1_000;

    private final Rooms rooms;
    private final Inspections inspections;
    private final CertificateStore store;
    private final WordBook words;

    /** The rooms below that it asks. */
    record Rooms(Traces traces, Units units, UnitRefs refs, Places places) {}

    CertificateMaker(Rooms rooms, Inspections inspections, CertificateStore store, WordBook words) {
        this.rooms = rooms;
        this.inspections = inspections;
        this.store = store;
        this.words = words;
    }

    /** What a certificate is to be of, and for whom. */
    record Wanted(
            CertificateKind kind,
            Unit unit,
            Item item,
            @Nullable Place consignee,
            @Nullable String statement,
            String language) {}

    /** What the certificate says, by all that is recorded now. */
    CertificateContent of(Wanted wanted) {
        Unit unit = wanted.unit();
        Words said = words.in(wanted.language());
        TraceView.KnownAt[] known = new TraceView.KnownAt[1];
        Set<Long> reached = new LinkedHashSet<>();
        boolean complete = madeOf(wanted, reached, known);
        List<CertificateContent.Result> results = results(unit.id());
        List<CertificateContent.Input> inputs = inputs(reached, unit);
        Place consignee = wanted.consignee();
        return new CertificateContent(
                wanted.kind().word(),
                rooms.refs().of(unit),
                known[0].seq(),
                madeOn(unit),
                unit.expiry() == null ? null : unit.expiry().toString(),
                consignee == null ? null : consignee.code(),
                consignee == null ? null : consignee.name(),
                wanted.statement(),
                wanted.language(),
                results,
                inputs,
                complete,
                missing(said, results, inputs, complete));
    }

    private static String madeOn(Unit unit) {
        return unit.manufactured() != null
                ? unit.manufactured().toString()
                : Instant.EPOCH
                        .plus(unit.firstUs(), ChronoUnit.MICROS)
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .toString();
    }

    /** Gathers the ids of all that it is made of; whether that is all. */
    private boolean madeOf(Wanted wanted, Set<Long> reached, TraceView.KnownAt[] known) {
        Unit unit = wanted.unit();
        boolean isSerial = unit.kind() == Unit.Kind.SERIAL;
        Place issuer = unit.issuerId() == 0 ? null : rooms.places().get(unit.issuerId());
        Traces.Listed listed = rooms.traces()
                .listed(TraceQuery.backward(
                        wanted.item().code(),
                        isSerial ? null : unit.number(),
                        isSerial ? unit.number() : null,
                        issuer == null ? null : issuer.code()));
        known[0] = listed.knownAt();
        for (TraceView.ReachedView one : listed.units()) {
            if (reached.size() == INPUTS_MAX) {
                return false;
            }
            reached.add(Long.parseLong(one.unit()));
        }
        return listed.complete();
    }

    /** The newest result of each characteristic. */
    private List<CertificateContent.Result> results(long unit) {
        List<CertificateContent.Result> results = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (Inspections.Inspected inspection : inspections.results(unit)) {
            for (Inspections.Result one : inspection.results()) {
                if (said.add(one.characteristic())) {
                    results.add(new CertificateContent.Result(
                            one.characteristic(),
                            one.name(),
                            one.unit(),
                            one.lower(),
                            one.target(),
                            one.upper(),
                            one.count(),
                            one.defects(),
                            one.mean(),
                            one.min(),
                            one.max(),
                            inspection.number(),
                            inspection.accepted()));
                }
            }
        }
        return results;
    }

    /** What came in and was not made here, each by its lot where it has one, with the certificate that there is. */
    private List<CertificateContent.Input> inputs(Collection<Long> reached, Unit of) {
        Set<Long> ids = new LinkedHashSet<>();
        for (Unit unit : rooms.units().byIds(reached)) {
            if (unit.id() != of.id() && unit.id() != of.lotId() && unit.kind() != Unit.Kind.CONTAINER) {
                ids.add(unit.lotId() == 0 ? unit.id() : unit.lotId());
                ids.add(unit.id());
            }
        }
        Map<Long, Long> origins = store.cameFrom(ids);
        Map<Long, CertificateStore.Row> kept = store.newest(ids);
        List<CertificateContent.Input> inputs = new ArrayList<>();
        Set<Long> named = new HashSet<>();
        rooms.units().byIds(origins.keySet()).stream()
                .sorted(Comparator.comparing(Unit::id))
                .filter(unit -> named.add(unit.lotId() == 0 ? unit.id() : unit.lotId()))
                .forEach(unit -> inputs.add(input(
                        unit,
                        rooms.places().get(origins.getOrDefault(unit.id(), 0L)),
                        kept.containsKey(unit.id()) ? kept.get(unit.id()) : kept.get(unit.lotId()))));
        return inputs;
    }

    private CertificateContent.Input input(Unit unit, Place origin, CertificateStore.@Nullable Row certificate) {
        return new CertificateContent.Input(
                rooms.refs().of(unit),
                origin.kind() == Place.Kind.PARTNER ? origin.code() : null,
                certificate == null ? null : certificate.code(),
                certificate == null ? null : certificate.issuerNumber());
    }

    private static List<String> missing(
            Words said,
            List<CertificateContent.Result> results,
            List<CertificateContent.Input> inputs,
            boolean complete) {
        List<String> missing = new ArrayList<>();
        if (results.isEmpty()) {
            missing.add(said.get("missing.results"));
        }
        results.stream()
                .filter(result -> !result.conforms())
                .map(CertificateContent.Result::inspection)
                .distinct()
                .forEach(number -> missing.add(said.get("missing.rejected", "inspection", number)));
        for (CertificateContent.Input input : inputs) {
            if (input.certificate() == null) {
                UnitRef unit = input.unit();
                missing.add(said.get(
                        "missing.certificate",
                        "item",
                        String.valueOf(unit.name()),
                        "number",
                        String.valueOf(unit.lot() == null ? unit.serial() : unit.lot()),
                        "supplier",
                        input.supplier() == null ? said.get("unknownSupplier") : input.supplier()));
            }
        }
        if (!complete) {
            missing.add(said.get("missing.genealogy"));
        }
        return missing;
    }

    /** Nobody certifies that something conforms which an inspection rejected. */
    static void requireConforming(CertificateContent content) {
        boolean rejected = content.results().stream().anyMatch(result -> !result.conforms());
        if (content.kind().equals(CertificateKind.CONFORMITY.word()) && rejected) {
            throw Refusal.of(
                            "not-conforming",
                            "It does not conform",
                            "The last inspection of " + numberOf(content.unit()) + " rejected it.")
                    .status(409)
                    .at("/kind", "analysis, or a lot that was accepted", "Inspect it again, or certify what was found.")
                    .asException();
        }
    }

    static String numberOf(UnitRef unit) {
        return String.valueOf(unit.serial() == null ? unit.lot() : unit.serial());
    }
}
