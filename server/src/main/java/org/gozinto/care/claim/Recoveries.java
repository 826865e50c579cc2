/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.care.claim.Causal.EntryRef;
import org.gozinto.care.claim.ClaimStore.Listed;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.ledger.StepChain;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.quality.book.Change;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.QualityBook;
import org.gozinto.quality.book.QualityBook.Done;
import org.gozinto.quality.book.QualityBook.Judged;
import org.gozinto.quality.book.Sent;
import org.gozinto.quality.book.UnitRef;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes back from suppliers what was paid for what they sold, claim by claim or for a whole lot. Safe for use by many
 * threads.
 */
final class Recoveries {

    static final int CLAIMS_MAX = 1_000;

    private static final int WAITING_MAX = 20_000;

    private static final int NUMBER_LENGTH_MAX = 200;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final QualityBook<RecoveryStep> book;
    private final QualityBook<ClaimStep> claims;
    private final ClaimStore store;
    private final ClaimViews views;
    private final Causes causes;
    private final Promises promises;
    private final Places places;
    private final JsonMapper json;
    private final Clock clock;

    /** What recoveries are made from. */
    record Parts(
            QualityBook<RecoveryStep> book,
            QualityBook<ClaimStep> claims,
            ClaimStore store,
            ClaimViews views,
            Causes causes,
            Promises promises,
            Places places) {}

    Recoveries(Parts parts, JsonMapper json, Clock clock) {
        this.book = parts.book();
        this.claims = parts.claims();
        this.store = parts.store();
        this.views = parts.views();
        this.causes = parts.causes();
        this.promises = parts.promises();
        this.places = parts.places();
        this.json = json;
        this.clock = clock;
    }

    /**
     * What a client sends to make a recovery.
     *
     * @param lot id of the lot or serial that was bought: all its claims that no recovery has; or {@code claims}
     * @param currency needed when the claims of the lot have several
     * @param share in percent, when another than that of the supplier's term was agreed
     */
    record NewRecovery(
            @Nullable String id,
            @Nullable String supplier,
            @Nullable String lot,
            @Nullable List<String> claims,
            @Nullable String currency,
            @Nullable String share) {}

    /** Makes a recovery; what was sent before gets its first answer. */
    Done<RecoveryStep> open(NewRecovery asked, Actor actor) {
        actor.require(Permission.SETTLE);
        var faults = new Faults();
        Sent sent = Sent.of(faults, asked.id(), json.writeValueAsString(asked));
        faults.code("/supplier", asked.supplier());
        faults.expect(
                (asked.lot() == null) != (asked.claims() == null),
                "/claims",
                "or lot is missing, or both are there",
                "the numbers of claims, or the id of a lot");
        faults.expect(asked.lot() == null || asked.lot().matches("[0-9]{1,18}"), "/lot", "is no id", "the id of a lot");
        faults.expect(
                asked.claims() == null
                        || !asked.claims().isEmpty() && asked.claims().size() <= CLAIMS_MAX,
                "/claims",
                "are none or too many",
                "1 to " + CLAIMS_MAX + " numbers of claims");
        faults.expect(
                asked.share() == null || isShare(asked.share()), "/share", "is no share", "above 0 to 100, such as 80");
        faults.refuse("The recovery cannot be made");
        Done<RecoveryStep> before = book.opened(sent);
        if (before != null) {
            return before;
        }
        Place supplier = supplier(Objects.requireNonNull(asked.supplier()));
        // Claims are chosen under the lock of the book, so that no two recoveries take the same.
        return book.open(sent, supplier.name(), actor, code -> {
            List<Listed> chosen = chosen(asked, supplier);
            RecoveryStep.Open open = opening(chosen, supplier, asked.share());
            Set<String> taken = open.evidence().stream().map(Evidence::claim).collect(Collectors.toSet());
            List<Listed> attached =
                    chosen.stream().filter(c -> taken.contains(c.code())).toList();
            Recovery recovery = Recovery.of(open);
            return new Judged<>(open, new Change(recovery.state(), (transaction, number, n) -> {
                RecoveryStore.put(transaction, number, recovery);
                if (!ClaimStore.attach(transaction, attached, number)) {
                    throw Refusal.of(
                                    "changed-meanwhile",
                                    "A claim was changed",
                                    "One of the claims was changed just now.")
                            .status(409)
                            .at("/claims", "claims as they stand", "Send it again.")
                            .asException();
                }
            }));
        });
    }

    private static boolean isShare(String share) {
        return share.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")
                && new BigDecimal(share).signum() > 0
                && new BigDecimal(share).compareTo(HUNDRED) <= 0;
    }

    private Place supplier(String code) {
        Place supplier = places.find(code);
        if (supplier == null || supplier.kind() != Place.Kind.PARTNER) {
            throw Refusal.of("unknown-partner", "No such partner", "There is no partner " + code + ".")
                    .at("/supplier", "the code of a supplier", "Look at what is open.")
                    .asException();
        }
        return supplier;
    }

    private List<Listed> chosen(NewRecovery asked, Place supplier) {
        List<Listed> chosen = asked.claims() == null
                ? store.recoverable(supplier.code(), Long.valueOf(Objects.requireNonNull(asked.lot())), CLAIMS_MAX + 1)
                : named(asked.claims(), supplier);
        List<Listed> ofCurrency = asked.currency() == null
                ? chosen
                : chosen.stream()
                        .filter(c -> asked.currency().equals(c.row().currency()))
                        .toList();
        if (ofCurrency.isEmpty()) {
            throw nothing("No claim of it waits for a recovery.");
        }
        if (ofCurrency.size() > CLAIMS_MAX) {
            throw Refusal.of("too-many", "Too many claims", "There are more than " + CLAIMS_MAX + ".")
                    .at("/claims", "at most " + CLAIMS_MAX + " claims", "Name some of them, and the others after that.")
                    .asException();
        }
        if (ofCurrency.stream().map(c -> c.row().currency()).distinct().count() > 1) {
            throw Refusal.of("several-currencies", "Several currencies", "The claims are not all in one currency.")
                    .at("/currency", "one currency in a recovery", "Choose one, and make another for the other.")
                    .asException();
        }
        return ofCurrency;
    }

    private List<Listed> named(List<String> codes, Place supplier) {
        List<Listed> found = store.coded(new HashSet<>(codes));
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            Listed claim = found.stream()
                    .filter(c -> c.code().equals(code))
                    .findFirst()
                    .orElse(null);
            String why = claim == null
                    ? "There is no claim " + code + "."
                    : claim.recovery() != null
                            ? code + " is in " + claim.recovery() + "."
                            : claim.row().approved() == 0
                                    ? "Nothing was granted of " + code + "."
                                    : !supplier.code().equals(claim.row().supplier())
                                            ? "Nothing says that " + supplier.name() + " is behind " + code + "."
                                            : null;
            if (why != null) {
                throw Refusal.of("not-recoverable", "It cannot be recovered", why)
                        .status(409)
                        .at("/claims/" + i, "a claim that is open", "Look at what is open.")
                        .asException();
            }
        }
        return found;
    }

    private static RefusedException nothing(String detail) {
        return Refusal.of("nothing-to-recover", "Nothing is to be recovered", detail)
                .status(409)
                .at("/share", "claims that a term of the supplier covers, or a share", "Say what share was agreed.")
                .asException();
    }

    // --- the evidence

    private RecoveryStep.Open opening(List<Listed> chosen, Place supplier, @Nullable String share) {
        String currency = Objects.requireNonNull(chosen.getFirst().row().currency());
        var terms = new SupplierTerms(
                promises,
                causes.byIds(
                        chosen.stream().map(c -> c.row().causal()).distinct().toList()));
        List<Evidence> evidence = new ArrayList<>();
        long asked = 0;
        for (Listed claim : chosen) {
            Evidence.TermRef term = terms.of(claim.row().causal(), claim.row().failed());
            BigDecimal percent =
                    share != null ? new BigDecimal(share) : BigDecimal.valueOf(term == null ? 0 : term.percent());
            long part = Money.percent(claim.row().approved(), percent);
            if (part > 0) {
                asked += part;
                evidence.add(evidence(claim, percent, part, currency, term));
            }
        }
        if (evidence.isEmpty()) {
            throw nothing("No term of " + supplier.name() + " covers any of it.");
        }
        Set<UnitRef> lots = evidence.stream().map(e -> e.causal().lot()).collect(Collectors.toSet());
        Causal first = evidence.getFirst().causal();
        return new RecoveryStep.Open(
                supplier.code(),
                supplier.name(),
                lots.size() == 1 ? first.lot() : null,
                lots.size() == 1 ? first.supplierLot() : null,
                share,
                currency,
                Money.text(asked, currency),
                evidence);
    }

    private Evidence evidence(
            Listed listed, BigDecimal percent, long asked, String currency, Evidence.@Nullable TermRef term) {
        File<ClaimStep> file = claims.existing(listed.code());
        ClaimView view = views.of(file);
        ClaimView.RepairView repair = view.repair();
        List<EntryRef> entries = repair == null ? List.of() : repair.entries();
        return new Evidence(
                listed.code(),
                view.complaint(),
                view.unit(),
                view.part(),
                repair == null ? null : repair.removed(),
                repair == null ? null : repair.installed(),
                repair == null ? null : repair.replacedBy(),
                view.failedOn(),
                view.description(),
                view.code(),
                entries,
                Money.text(listed.row().approved(), currency),
                percent.stripTrailingZeros().toPlainString(),
                Money.text(asked, currency),
                term,
                Objects.requireNonNull(view.causal()),
                HexFormat.of().formatHex(file.steps().getLast().hash()));
    }

    /** What suppliers can be asked for, by supplier, lot and currency. */
    List<RecoveryView.Open> waiting(@Nullable String supplier) {
        List<Listed> all = store.recoverable(supplier, null, WAITING_MAX + 1);
        if (all.size() > WAITING_MAX) {
            throw Refusal.of("too-many", "Too many claims", "More than " + WAITING_MAX + " claims wait for a recovery.")
                    .at("supplier", "fewer claims", "Ask for one supplier, or make recoveries for some lots first.")
                    .asException();
        }
        Map<Long, Unit> bought =
                causes.byIds(all.stream().map(c -> c.row().causal()).distinct().toList());
        var terms = new SupplierTerms(promises, bought);
        List<RecoveryView.Open> open = new ArrayList<>();
        int from = 0;
        while (from < all.size()) {
            int to = from + 1;
            while (to < all.size() && isSame(all.get(from).row(), all.get(to).row())) {
                to++;
            }
            open.add(waiting(all.subList(from, to), bought, terms));
            from = to;
        }
        return open;
    }

    private static boolean isSame(ClaimStore.Row a, ClaimStore.Row b) {
        return Objects.equals(a.supplier(), b.supplier())
                && a.causal() == b.causal()
                && Objects.equals(a.currency(), b.currency());
    }

    private RecoveryView.Open waiting(List<Listed> same, Map<Long, Unit> bought, SupplierTerms terms) {
        ClaimStore.Row first = same.getFirst().row();
        String currency = Objects.requireNonNull(first.currency());
        Evidence.TermRef shown = null;
        long amount = 0;
        long recoverable = 0;
        for (Listed claim : same) {
            Evidence.TermRef term = terms.of(claim.row().causal(), claim.row().failed());
            int percent = term == null ? 0 : term.percent();
            amount += claim.row().approved();
            recoverable += Money.percent(claim.row().approved(), BigDecimal.valueOf(percent));
            shown = shown == null || shown.percent() == 0 && percent > 0 ? term : shown;
        }
        Unit lot = bought.get(first.causal());
        Causal causal = lot == null ? null : causes.bought(lot);
        Place supplier = places.find(Objects.requireNonNull(first.supplier()));
        return new RecoveryView.Open(
                Objects.requireNonNull(first.supplier()),
                supplier == null ? null : supplier.name(),
                causal == null ? null : causal.lot(),
                causal == null ? null : causal.supplierLot(),
                same.size(),
                same.stream().map(Listed::code).toList(),
                Money.text(amount, currency),
                currency,
                shown,
                Money.text(recoverable, currency));
    }

    // --- steps

    /** A step as it is sent. */
    record NewStep(@Nullable String id, @Nullable RecoveryStep step) {}

    /** Takes a step; what was sent before gets its first answer. */
    Done<RecoveryStep> take(String code, NewStep asked, Actor actor) {
        actor.require(Permission.SETTLE);
        var faults = new Faults();
        RecoveryStep step = asked.step();
        faults.expect(step != null, "/step", "is missing", "a step with its type");
        Sent sent = Sent.of(faults, asked.id(), code + (step == null ? "" : json.writeValueAsString(step)));
        faults.refuse("The step cannot be taken");
        if (step == null) {
            throw new IllegalStateException("a missing step is refused");
        }
        return book.take(code, sent, step, actor, file -> {
            Faults.within("/step", () -> require(code, Recovery.of(file), step));
            return change(file, step);
        });
    }

    private void require(String code, Recovery recovery, RecoveryStep step) {
        String type = StepChain.word(step);
        if (!recovery.next().contains(type)) {
            throw Refusal.of("step-not-now", "Not as it is now", code + " is " + recovery.state() + ".")
                    .status(409)
                    .at("/type", String.join(", ", recovery.next()), "Take one of these steps first.")
                    .asException();
        }
        var faults = new Faults();
        String currency = recovery.open().currency();
        switch (step) {
            case RecoveryStep.Send send -> faults.text("/reference", send.reference(), NUMBER_LENGTH_MAX);
            case RecoveryStep.Answer answer -> answered(faults, answer, recovery, currency);
            case RecoveryStep.Receive receive -> received(faults, receive, recovery, currency);
            case RecoveryStep.Note note -> text(faults, "/text", note.text());
            case RecoveryStep.Close close -> {
                Set<String> settled = Set.of(Recovery.DRAFT, Recovery.REFUSED, Recovery.RECEIVED);
                if (close.reason() != null || !settled.contains(recovery.state())) {
                    text(faults, "/reason", close.reason());
                }
            }
            case RecoveryStep.Open _ -> throw new IllegalStateException("it is open already");
        }
        faults.refuse("The step cannot be taken");
    }

    private static void answered(Faults faults, RecoveryStep.Answer answer, Recovery recovery, String currency) {
        Long accepted = Money.steps(answer.accepted(), currency);
        faults.expect(
                accepted != null && accepted <= recovery.asked(),
                "/accepted",
                accepted == null ? "is no amount of " + currency : "is more than was asked for",
                "0 to " + recovery.open().asked());
        if (answer.reason() != null || accepted != null && accepted < recovery.asked()) {
            text(faults, "/reason", answer.reason());
        }
    }

    private void received(Faults faults, RecoveryStep.Receive receive, Recovery recovery, String currency) {
        Long amount = Money.steps(receive.amount(), currency);
        long left = (recovery.accepted() == null ? 0 : recovery.accepted()) - recovery.received();
        faults.expect(
                amount != null && amount > 0 && amount <= left,
                "/amount",
                amount != null && amount > left ? "is more than was accepted" : "is no amount of " + currency,
                "above 0 to " + Money.text(left, currency));
        faults.text("/reference", receive.reference(), NUMBER_LENGTH_MAX);
        try {
            LocalDate on = receive.on() == null ? null : LocalDate.parse(receive.on());
            LocalDate latest = LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(1);
            faults.expect(on != null, "/on", "is missing", "a day");
            faults.expect(on == null || !on.isAfter(latest), "/on", "is in the future", "a day until today");
        } catch (DateTimeException e) {
            faults.expect(false, "/on", "is no day", "2026-03-01");
        }
    }

    private static void text(Faults faults, String pointer, @Nullable String value) {
        faults.expect(
                value != null && !value.isBlank(), pointer, value == null ? "is missing" : "is empty", "some words");
        faults.text(pointer, value, ClaimCheck.TEXT_LENGTH_MAX);
    }

    private Change change(File<RecoveryStep> file, RecoveryStep step) {
        Recovery before = Recovery.of(file);
        Recovery after = before.after(step);
        boolean givenBack = step instanceof RecoveryStep.Close && before.state().equals(Recovery.DRAFT);
        List<Listed> own =
                step instanceof RecoveryStep.Receive ? store.of(file.head().number()) : List.of();
        return new Change(after.state(), (transaction, number, n) -> {
            RecoveryStore.put(transaction, number, after);
            if (givenBack) {
                ClaimStore.detach(transaction, number);
            }
            shared(after, own).forEach((claim, recovered) -> ClaimStore.recovered(transaction, claim, recovered));
        });
    }

    /** What of all that came falls to each claim, in proportion to what was asked for it. */
    private static Map<Long, Long> shared(Recovery recovery, List<Listed> own) {
        Map<String, Evidence> asked =
                recovery.open().evidence().stream().collect(Collectors.toMap(Evidence::claim, e -> e));
        List<Long> weights = own.stream()
                .map(c -> Money.known(
                        Objects.requireNonNull(asked.get(c.code())).asked(),
                        recovery.open().currency()))
                .toList();
        List<Long> parts = Shares.of(recovery.received(), weights);
        return Stream.iterate(0, i -> i < own.size(), i -> i + 1)
                .collect(Collectors.toMap(i -> own.get(i).row().number(), parts::get));
    }

    // --- reading

    /** The recovery of this number, or a refusal with status 404. */
    File<RecoveryStep> existing(String code) {
        return book.existing(code);
    }

    @Nullable
    Long firstBroken(File<RecoveryStep> file) {
        return book.firstBroken(file);
    }
}
