/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gozinto.care.claim.Causal.EntryRef;
import org.gozinto.care.claim.ClaimStore.Listed;
import org.gozinto.care.claim.Subjects.Subject;
import org.gozinto.item.Item;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.StepChain;
import org.gozinto.ledger.StepChain.Taken;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.UnitRef;
import org.gozinto.quality.book.UnitRefs;
import org.gozinto.quality.complaint.ComplaintFacts;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/** Shows claims. Safe for use by many threads. */
final class ClaimViews {

    private final ClaimStore store;
    private final Subjects subjects;
    private final Causes causes;
    private final UnitRefs refs;
    private final Places places;
    private final ComplaintFacts complaints;

    ClaimViews(Claims.Parts parts, UnitRefs refs, Places places, ComplaintFacts complaints) {
        this.store = parts.store();
        this.subjects = parts.subjects();
        this.causes = parts.causes();
        this.refs = refs;
        this.places = places;
        this.complaints = complaints;
    }

    ClaimView of(File<ClaimStep> file) {
        Claim claim = Claim.of(file);
        ClaimStep.File said = claim.said();
        Subject subject = subjects.of(claim);
        Unit unit = subject.unit();
        Unit part = subject.partUnit();
        Listed listed = store.find(file.head().number());
        String recovery = listed == null ? null : listed.recovery();
        String currency = claim.currency();
        return new ClaimView(
                file.head().code(),
                file.head().id(),
                claim.state(),
                file.head().title(),
                subject.item().code(),
                subject.item().name(),
                said.serial(),
                said.lot(),
                unit == null ? null : refs.of(unit),
                part == null ? null : refs.of(part),
                said.part(),
                claim.complaint(),
                claim.failedOn().toString(),
                said.description(),
                said.code(),
                said.code() == null ? null : codes().get(said.code()),
                said.meters() == null ? List.of() : said.meters(),
                said.country(),
                said.partner(),
                partnerName(said.partner()),
                claim.lines(),
                currency == null ? null : Money.of(claim.asked(), currency),
                claim.judgement(),
                decision(claim),
                repair(claim),
                paid(claim),
                claim.causal(),
                candidates(claim, subject),
                recovery,
                listed == null || recovery == null || currency == null ? null : Money.of(listed.recovered(), currency),
                closed(claim),
                claim.next(),
                file.last(),
                time(file.head().openedAtUs()),
                file.head().actor());
    }

    private static ClaimView.@Nullable Decision decision(Claim claim) {
        Claim.At<ClaimStep.Reject> rejected = claim.rejection();
        if (rejected != null) {
            return new ClaimView.Decision(
                    "rejected", List.of(), null, rejected.step().reason(), time(rejected.atUs()), rejected.actor());
        }
        Claim.At<ClaimStep.Approve> approved = claim.approval();
        if (approved == null) {
            return null;
        }
        String currency = claim.currency();
        List<ClaimStep.Granted> lines = approved.step().lines();
        return new ClaimView.Decision(
                "approved",
                lines == null ? List.of() : lines,
                currency == null ? null : Money.of(claim.approved(), currency),
                approved.step().reason(),
                time(approved.atUs()),
                approved.actor());
    }

    private static ClaimView.@Nullable RepairView repair(Claim claim) {
        ClaimStep.Repair repair = claim.repair();
        ClaimStep.Replace replacement = claim.replacement();
        if (repair == null && replacement == null) {
            return null;
        }
        List<EntryRef> entries = repair != null ? repair.entries() : replacement == null ? null : replacement.entries();
        return new ClaimView.RepairView(
                repair == null ? null : repair.removedUnit(),
                repair == null ? null : repair.installedUnit(),
                replacement == null ? null : replacement.unit(),
                repair == null ? null : repair.text(),
                entries == null ? List.of() : entries);
    }

    private static ClaimView.@Nullable PaidView paid(Claim claim) {
        if (claim.payments().isEmpty()) {
            return null;
        }
        ClaimStep.Pay last = claim.payments().getLast();
        String currency = Objects.requireNonNull(last.currency());
        return new ClaimView.PaidView(
                Money.text(claim.paid(), currency), currency, Objects.requireNonNull(last.on()), last.reference());
    }

    private @Nullable List<Causal> candidates(Claim claim, Subject subject) {
        Unit failed = subject.partUnit() == null ? subject.unit() : subject.partUnit();
        if (claim.approval() == null || claim.causal() != null || failed == null) {
            return null;
        }
        return causes.of(failed, claim.failedOn()).candidates();
    }

    private static ClaimView.@Nullable Closed closed(Claim claim) {
        Claim.At<ClaimStep> end = claim.end();
        if (end == null) {
            return null;
        }
        return end.step() instanceof ClaimStep.NoFault noFault
                ? new ClaimView.Closed("noFaultFound", noFault.text(), time(end.atUs()), end.actor())
                : new ClaimView.Closed(
                        "withdrawn",
                        end.step() instanceof ClaimStep.Withdraw withdraw ? withdraw.reason() : null,
                        time(end.atUs()),
                        end.actor());
    }

    private @Nullable String partnerName(@Nullable String code) {
        Place place = code == null ? null : places.find(code);
        return place == null ? null : place.name();
    }

    /** What complaint codes are called. */
    private Map<String, String> codes() {
        Map<String, String> names = new HashMap<>();
        complaints.codes().forEach(code -> names.put(String.valueOf(code.code()), String.valueOf(code.name())));
        return names;
    }

    // --- lists

    /** One page of a list; {@code found} may have one more than fits. */
    Page<ClaimView.Head> heads(List<Listed> found, int limit) {
        List<Listed> shown = found.size() > limit ? found.subList(0, limit) : found;
        Set<Long> ids = shown.stream()
                .flatMap(l -> Stream.of(l.row().unit(), l.row().part()))
                .filter(id -> id != 0)
                .collect(Collectors.toSet());
        Map<String, UnitRef> byId = new HashMap<>();
        refs.named(ids).forEach(ref -> byId.put(ref.unit(), ref));
        String next =
                found.size() > limit ? String.valueOf(shown.getLast().row().number()) : null;
        return new Page<>(shown.stream().map(l -> head(l, byId)).toList(), Paging.cursor(next));
    }

    private ClaimView.Head head(Listed listed, Map<String, UnitRef> byId) {
        ClaimStore.Row row = listed.row();
        Item item = refs.item(row.item());
        String currency = row.currency();
        return new ClaimView.Head(
                listed.code(),
                listed.state(),
                listed.title(),
                item == null ? null : item.code(),
                item == null ? null : item.name(),
                byId.get(String.valueOf(row.unit())),
                row.saidSerial(),
                row.saidLot(),
                byId.get(String.valueOf(row.part())),
                row.complaint(),
                row.failed().toString(),
                row.code(),
                row.country(),
                row.partner(),
                currency,
                currency == null ? null : Money.text(row.asked(), currency),
                currency == null || row.decided() == null ? null : Money.text(row.approved(), currency),
                currency == null || row.decided() == null ? null : Money.text(row.paid(), currency),
                row.supplier(),
                listed.recovery(),
                row.opened().toString());
    }

    /** Sums with what their keys are called. */
    List<ClaimView.Cost> costs(ClaimStore.By by, List<ClaimStore.Sum> sums) {
        Map<String, String> names = switch (by) {
            case CODE -> codes();
            case LOT -> lots(sums);
            default -> Map.of();
        };
        List<ClaimView.Cost> costs = new ArrayList<>();
        for (ClaimStore.Sum sum : sums) {
            String key = sum.key() == null || sum.key().equals("0") ? "" : sum.key();
            Item item = by == ClaimStore.By.ITEM && !key.isEmpty() ? refs.item(Long.parseLong(key)) : null;
            String name = item != null ? item.name() : by == ClaimStore.By.SUPPLIER ? partnerName(key) : names.get(key);
            costs.add(new ClaimView.Cost(
                    item == null ? key : item.code(),
                    name,
                    sum.claims(),
                    Money.text(sum.approved(), sum.currency()),
                    Money.text(sum.paid(), sum.currency()),
                    Money.text(sum.recovered(), sum.currency()),
                    sum.currency()));
        }
        return costs;
    }

    private Map<String, String> lots(List<ClaimStore.Sum> sums) {
        Map<String, String> names = new HashMap<>();
        List<Long> ids = sums.stream()
                .map(ClaimStore.Sum::key)
                .filter(key -> key != null && !key.equals("0"))
                .map(Long::valueOf)
                .distinct()
                .toList();
        refs.byIds(ids).forEach((id, lot) -> names.put(String.valueOf(id), lot.number()));
        return names;
    }

    static ClaimView.StepView step(Taken<ClaimStep> taken) {
        return new ClaimView.StepView(
                taken.n(),
                taken.id(),
                StepChain.word(taken.step()),
                time(taken.atUs()),
                taken.actor(),
                taken.role(),
                taken.step(),
                HexFormat.of().formatHex(taken.hash()));
    }

    static String time(long us) {
        return Days.instant(us).toString();
    }
}
