/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gozinto.care.RecallsOf;
import org.gozinto.care.claim.ClaimStore.Listed;
import org.gozinto.care.claim.Judgement.Check;
import org.gozinto.care.claim.Judgement.Promise;
import org.gozinto.care.claim.Judgement.Result;
import org.gozinto.care.claim.Subjects.Subject;
import org.gozinto.genealogy.UnitPast;
import org.gozinto.place.Place;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/** Judges claims by the ledger, the terms, the recalls and the other claims. Safe for use by many threads. */
final class Judging {

    private static final int OTHERS_MAX = 500;

    /** Claims in these states demand nothing. */
    private static final Set<String> IDLE = Set.of(Claim.DRAFT, Claim.REJECTED, Claim.CLOSED);

    private final Subjects subjects;
    private final Units units;
    private final UnitPast past;
    private final Promises promises;
    private final RecallsOf recalls;
    private final ClaimStore store;
    private final Clock clock;

    /** The rooms that are asked. */
    record Rooms(Subjects subjects, Units units, UnitPast past, Promises promises, RecallsOf recalls) {}

    Judging(Rooms rooms, ClaimStore store, Clock clock) {
        this.subjects = rooms.subjects();
        this.units = rooms.units();
        this.past = rooms.past();
        this.promises = rooms.promises();
        this.recalls = rooms.recalls();
        this.store = store;
        this.clock = clock;
    }

    /**
     * Judges a claim.
     *
     * @param number of its record
     */
    Judgement of(Claim claim, long number) {
        Subject subject = subjects.of(claim);
        Unit unit = subject.unit();
        List<Check> checks = new ArrayList<>();
        checks.add(exists(subject));
        checks.add(soldHere(subject, claim.failedOn()));
        checks.add(partInstalled(subject, claim));
        checks.add(notTwin(subject));
        Recalled recalled = recalled(subject, claim.failedOn());
        checks.add(recalled.check());
        checks.add(notClaimed(subject, claim, number));
        List<Promise> promised = unit == null
                ? List.of()
                : promises.ours(
                        unit, subject.partUnit(), claim.failedOn(), claim.said().code(), claim.meters());
        String knownAt = clock.instant().truncatedTo(ChronoUnit.MICROS).toString();
        return Verdicts.of(
                new Verdicts.Facts(checks, recalled.free(), promised, claim.part() != null, claim.lines()), knownAt);
    }

    private static Check exists(Subject subject) {
        Unit unit = subject.unit();
        String words = subject.number() + " of " + subject.item().code();
        if (unit == null) {
            return Check.of("serialExists", Result.FAIL, "No " + words + " was ever recorded.");
        }
        return subject.issuers() > 1
                ? Check.of(
                        "serialExists",
                        Result.UNKNOWN,
                        subject.issuers() + " makers gave the number " + words + "; it is not clear whose it is.")
                : Check.of("serialExists", Result.PASS, words + " is recorded.");
    }

    private Check soldHere(Subject subject, LocalDate on) {
        Unit unit = subject.unit();
        if (unit == null) {
            return Check.of("soldHere", Result.FAIL, "Nothing of this number was delivered.");
        }
        List<UnitPast.Delivery> deliveries = past.deliveries(unit.id()).stream()
                .filter(delivery -> !isSupplierOnly(delivery.partner()))
                .toList();
        long untilUs = Days.startUs(on.plusDays(1));
        for (UnitPast.Delivery delivery : deliveries) {
            if (!delivery.at().equals("unknown") && delivery.us() < untilUs) {
                return Check.of(
                        "soldHere",
                        Result.PASS,
                        "It went to " + delivery.partner().name() + " on " + delivery.at() + ".");
            }
        }
        if (deliveries.stream().anyMatch(delivery -> delivery.at().equals("unknown"))) {
            return Check.of("soldHere", Result.UNKNOWN, "It was delivered, and nobody recorded when.");
        }
        return Check.of(
                "soldHere",
                Result.FAIL,
                deliveries.isEmpty()
                        ? unit.number() + " was never delivered to anybody."
                        : "It failed on " + on + " and left on "
                                + deliveries.getFirst().at() + ".");
    }

    private static boolean isSupplierOnly(Place partner) {
        return partner.roles().equals(List.of(Place.SUPPLIER));
    }

    private static Check partInstalled(Subject subject, Claim claim) {
        Subjects.Found part = subject.part();
        if (part != null) {
            return Check.of("partInstalled", part.installed(), part.detail());
        }
        return claim.part() == null
                ? Check.of("partInstalled", Result.PASS, "The product itself is claimed.")
                : Check.of("partInstalled", Result.FAIL, "There is no such product that it could be in.");
    }

    /** Nobody can tell a copy from the piece that was copied by the number alone. */
    private Check notTwin(Subject subject) {
        Unit part = subject.partUnit();
        int parts = part == null
                ? 0
                : (int) units.withNumbers(part.kind(), part.itemId(), List.of(part.number())).stream()
                                .filter(other -> other.issuerId() == part.issuerId())
                                .count()
                        - 1;
        int twins = subject.twins() + parts;
        return twins == 0
                ? Check.of("notTwin", Result.PASS, "Nothing else claims the number.")
                : Check.of(
                        "notTwin",
                        Result.UNKNOWN,
                        (subject.twins() > 0
                                        ? subject.number()
                                        : Objects.requireNonNull(part).number()) + " is claimed by " + (twins + 1)
                                + " pieces; one of them may be a copy.");
    }

    private record Recalled(Check check, boolean free) {}

    private Recalled recalled(Subject subject, LocalDate on) {
        List<Long> ids = new ArrayList<>();
        if (subject.unit() != null) {
            ids.add(subject.unit().id());
        }
        Unit part = subject.partUnit();
        if (part != null) {
            ids.add(part.id());
        }
        Map<Long, List<RecallsOf.Standing>> standing = ids.isEmpty() ? Map.of() : recalls.of(ids);
        List<RecallsOf.Standing> all = ids.stream()
                .flatMap(id -> standing.getOrDefault(id, List.of()).stream())
                .toList();
        for (RecallsOf.Standing one : all) {
            if (one.remediedOn() == null || one.remediedOn().isAfter(on)) {
                return new Recalled(
                        Check.of(
                                "notRemedied",
                                Result.PASS,
                                "Recall " + one.recall().recall() + " ("
                                        + one.recall().title()
                                        + ") has it and was not remedied: it is free whatever a term says."),
                        true);
            }
        }
        return new Recalled(
                Check.of(
                        "notRemedied",
                        Result.PASS,
                        all.isEmpty()
                                ? "No recall has it."
                                : "Recall " + all.getFirst().recall().recall() + " was remedied on "
                                        + all.getFirst().remediedOn() + "; this failure is judged by the terms."),
                false);
    }

    // --- the same failure, claimed before

    Check notClaimed(Subject subject, Claim claim, long number) {
        Unit unit = subject.unit();
        Unit part = subject.partUnit();
        long partId = part == null ? 0 : part.id();
        List<Listed> others = unit == null ? List.of() : store.about(unit.id(), partId, OTHERS_MAX);
        Check open = null;
        for (Listed other : others) {
            if (other.row().number() != number && !IDLE.contains(other.state())) {
                Check check = against(other, unit, partId, claim, number);
                if (check != null && check.is(Result.FAIL)) {
                    return check;
                }
                open = open == null ? check : open;
            }
        }
        return open == null ? Check.of("notClaimed", Result.PASS, "No other claim is for this failure.") : open;
    }

    /** What another claim says against it; null for nothing. Of two that are not decided the later one is in doubt. */
    private static @Nullable Check against(Listed other, @Nullable Unit unit, long part, Claim claim, long number) {
        ClaimStore.Row row = other.row();
        boolean ours = unit != null && row.unit() == unit.id();
        if (ours && row.replacedBy() != 0) {
            return failed(other, "replaced the piece already");
        }
        if (part != 0 && row.removed() == part) {
            return failed(other, "replaced the part already");
        }
        boolean mayBeSame = part == row.part() || part == 0 || row.part() == 0;
        if (!mayBeSame || !row.failed().equals(claim.failedOn())) {
            return null;
        }
        boolean lot = unit != null && unit.kind() == Unit.Kind.LOT;
        if (lot && !Objects.equals(row.partner(), claim.said().partner())) {
            return null;
        }
        boolean decided = !other.state().equals(Claim.SUBMITTED);
        if (decided && part == row.part() && !lot) {
            return failed(other, "is approved for the same failure");
        }
        return decided || row.number() < number
                ? Check.of("notClaimed", Result.UNKNOWN, other.code() + " may be for the same failure.")
                : null;
    }

    private static Check failed(Listed other, String what) {
        return Check.of("notClaimed", Result.FAIL, other.code() + " " + what + ".");
    }
}
