/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gozinto.care.registration.Owners.Owner;
import org.gozinto.care.registration.RegistrationStore.Row;
import org.gozinto.care.registration.RegistrationView.Warning;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.StepChain;
import org.gozinto.ledger.StepChain.Taken;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.Head;
import org.gozinto.quality.book.UnitRefs;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/** Shows registrations. Safe for use by many threads. */
final class RegistrationViews {

    /** Stands for the head of what is not written yet. */
    static final Head NO_HEAD = new Head(0, "", "", "", "", new byte[0], "", 0);

    private final RegistrationDesk desk;
    private final RegistrationStore store;
    private final Owners owners;
    private final OwnerTokens tokens;
    private final Matches matches;
    private final Parts parts;

    /** What is looked up beside registrations. */
    record Parts(Items items, Units units, UnitRefs refs) {}

    RegistrationViews(
            RegistrationDesk desk, RegistrationStore store, Owners owners, OwnerTokens tokens, Followed followed) {
        this.desk = desk;
        this.store = store;
        this.owners = owners;
        this.tokens = tokens;
        this.matches = followed.matches();
        this.parts = followed.parts();
    }

    /** What is followed, and what it is shown with. */
    record Followed(Matches matches, Parts parts) {}

    /**
     * What a list is asked for.
     *
     * @param q an address, as a whole
     * @param state matched or open
     */
    record Query(
            @Nullable String item,
            @Nullable String serial,
            @Nullable String q,
            @Nullable String state) {}

    /** @param whole whether who asks may see who the owner is */
    Page<RegistrationView> page(Query query, @Nullable String cursor, int limit, boolean whole) {
        matches.follow();
        long before = cursor == null ? Long.MAX_VALUE : Paging.afterNumber(cursor);
        Item item = query.item() == null ? null : parts.items().find(query.item());
        if (query.item() != null && item == null) {
            return new Page<>(List.of(), null);
        }
        var filter = new RegistrationStore.Filter(
                item == null ? null : item.id(),
                query.serial(),
                matched(query.state()),
                query.q() == null || query.q().isBlank() ? null : owners.withMail(query.q()));
        List<Long> found = store.page(filter, before, limit + 1);
        List<Long> shown = found.subList(0, Math.min(limit, found.size()));
        List<RegistrationView> views = new ArrayList<>();
        for (long number : shown) {
            views.add(of(Objects.requireNonNull(desk.byNumber(number)), whole));
        }
        String next = found.size() > limit ? Paging.cursor(String.valueOf(shown.getLast())) : null;
        return new Page<>(views, next);
    }

    private static @Nullable Boolean matched(@Nullable String state) {
        return switch (state) {
            case null -> null;
            case "matched" -> true;
            case "open" -> false;
            default -> throw Paging.badParameter("state", "is " + state, "matched or open");
        };
    }

    RegistrationView of(File<Step> file, boolean whole) {
        matches.follow();
        Head head = file.head();
        Registration now = Registration.of(file);
        Row row = Objects.requireNonNull(store.find(head.number()));
        Unit unit = row.unitId() == 0 ? null : parts.units().find(row.unitId());
        Item item = row.itemId() == 0 ? null : parts.items().get(row.itemId());
        Owner owner = whole ? owners.last(head.number()) : null;
        return new RegistrationView(
                head.code(),
                head.id(),
                unit == null ? "open" : "matched",
                unit == null ? null : parts.refs().of(unit),
                item == null ? null : item.code(),
                item == null ? null : item.name(),
                row.serial(),
                time(head.openedAtUs()),
                text(now.boughtOn()),
                text(now.installedOn()),
                now.channel(),
                now.country(),
                now.proof(),
                now.secret(),
                owner == null ? null : owner.owned().person(),
                owner == null ? null : owner.owned().seller(),
                owner == null ? null : tokens.url(head.id(), owner.number()),
                owner == null ? List.of() : proofs(owner),
                now.transfers().stream().map(LocalDate::toString).toList(),
                text(now.endedOn()),
                erased(now),
                warnings(row, unit));
    }

    private List<RegistrationView.ProofView> proofs(Owner owner) {
        return owners.proofs(owner).stream()
                .map(proof -> new RegistrationView.ProofView(
                        proof.n(), proof.name(), proof.contentType(), proof.size(), proof.receivedAt()))
                .toList();
    }

    private static RegistrationView.@Nullable ErasedView erased(Registration now) {
        Taken<Step> erased = now.erased();
        return erased != null && erased.step() instanceof Step.Erase(var reason)
                ? new RegistrationView.ErasedView(time(erased.atUs()), erased.actor(), reason)
                : null;
    }

    private List<Warning> warnings(Row row, @Nullable Unit unit) {
        List<Warning> warnings = new ArrayList<>();
        if (unit == null) {
            warnings.add(new Warning("unknown-number", "No unit, or several, have the number " + row.serial() + "."));
            return warnings;
        }
        List<String> others = store.of(unit.id()).stream()
                .filter(number -> number != row.number())
                .map(number -> Objects.requireNonNull(desk.byNumber(number)))
                .filter(file -> Registration.of(file).endedOn() == null)
                .map(file -> file.head().code())
                .toList();
        if (!others.isEmpty()) {
            warnings.add(
                    new Warning("other-registration", "It is registered as " + String.join(", ", others) + " too."));
        }
        long claims = parts.units().withNumbers(unit.kind(), unit.itemId(), List.of(unit.number())).stream()
                .filter(other -> other.issuerId() == unit.issuerId())
                .count();
        if (claims > 1) {
            warnings.add(new Warning(
                    "suspect-twin", claims + " units claim the number " + unit.number() + "; it may be a copy."));
        }
        return warnings;
    }

    /** Steps after one, oldest first. */
    Page<RegistrationView.StepView> steps(File<Step> file, long after, int limit) {
        Map<Long, String> words = owners.texts(file.head().number());
        return file.page(after, limit, taken -> step(taken, words));
    }

    private static RegistrationView.StepView step(Taken<Step> taken, Map<Long, String> words) {
        return new RegistrationView.StepView(
                taken.n(), taken.id(), time(taken.atUs()), taken.actor(), taken.step(), words.get(taken.n()));
    }

    RegistrationView.TakenView taken(File<Step> file, Taken<Step> taken, boolean whole) {
        return new RegistrationView.TakenView(
                step(taken, owners.texts(file.head().number())), of(file, whole));
    }

    /** All that is held of the owner, files too. */
    RegistrationView.Export export(File<Step> file) {
        Owner owner = owners.last(file.head().number());
        List<RegistrationView.FileView> files = owner == null ? List.of() : files(owner);
        return new RegistrationView.Export(
                of(file, true), steps(file, 0, Integer.MAX_VALUE).items(), files);
    }

    private List<RegistrationView.FileView> files(Owner owner) {
        return owners.proofs(owner).stream()
                .map(proof -> new RegistrationView.FileView(
                        proof.name(),
                        proof.contentType(),
                        proof.receivedAt(),
                        Base64.getEncoder().encodeToString(owners.bytes(owner, proof.n()))))
                .toList();
    }

    /** All that is held of the owner, for the owner. */
    RegistrationView.OwnersExport ownersExport(File<Step> file, Owner owner) {
        Registration now = Registration.of(file);
        Map<Long, String> words = owners.texts(file.head().number());
        String self = PageRequests.owner().name();
        List<RegistrationView.OwnersStep> steps = file.steps().stream()
                .map(taken -> new RegistrationView.OwnersStep(
                        time(taken.atUs()),
                        taken.actor().equals(self) ? self : "maker",
                        StepChain.word(taken.step()),
                        words.get(taken.n())))
                .toList();
        return new RegistrationView.OwnersExport(
                now.item(),
                now.serial(),
                time(file.head().openedAtUs()),
                text(now.boughtOn()),
                text(now.installedOn()),
                owner.owned().seller(),
                now.proof(),
                now.secret(),
                owner.owned().person(),
                now.transfers().stream().map(LocalDate::toString).toList(),
                steps,
                files(owner));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    static String time(long us) {
        return Instant.EPOCH
                .plus(us, ChronoUnit.MICROS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
