/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gozinto.access.Actor;
import org.gozinto.care.claim.ClaimStep.Granted;
import org.gozinto.care.claim.ClaimStore.Listed;
import org.gozinto.care.claim.Subjects.Subject;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.Refusal;
import org.gozinto.quality.book.Change;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.QualityBook;
import org.gozinto.quality.book.QualityBook.Done;
import org.gozinto.quality.book.QualityBook.Judged;
import org.gozinto.quality.book.Sent;
import org.gozinto.quality.complaint.ComplaintDesk;
import org.gozinto.unit.Lookup;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes claims and what is done about them. Each change is a step that is judged, written and chained; what lists read
 * is written in the same transaction. Each claim is a complaint as well. Safe for use by many threads.
 */
final class Claims {

    private static final int TITLE_LENGTH_MAX = 80;

    private final QualityBook<ClaimStep> book;
    private final ClaimStore store;
    private final ClaimRules rules;
    private final Subjects subjects;
    private final Judging judging;
    private final Causes causes;
    private final Deeds deeds;
    private final ComplaintDesk complaints;
    private final Lookup lookup;
    private final JsonMapper json;
    private final Clock clock;

    /** What claims are made from. */
    record Parts(
            QualityBook<ClaimStep> book,
            ClaimStore store,
            ClaimRules rules,
            Subjects subjects,
            Judging judging,
            Causes causes,
            Deeds deeds) {}

    Claims(Parts parts, ComplaintDesk complaints, Lookup lookup, JsonMapper json, Clock clock) {
        this.book = parts.book();
        this.store = parts.store();
        this.rules = parts.rules();
        this.subjects = parts.subjects();
        this.judging = parts.judging();
        this.causes = parts.causes();
        this.deeds = parts.deeds();
        this.complaints = complaints;
        this.lookup = lookup;
        this.json = json;
        this.clock = clock;
    }

    /** What a client sends to file a claim; see {@link ClaimStep.File}. The reporter goes into the complaint alone. */
    record NewClaim(
            @Nullable String id,
            @Nullable String item,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable String scanned,
            ClaimStep.@Nullable Part part,
            @Nullable String failedOn,
            @Nullable String description,
            @Nullable String code,
            @Nullable List<ClaimStep.Meter> meters,
            ComplaintDesk.@Nullable Reporter reporter,
            @Nullable String country,
            @Nullable String partner,
            @Nullable List<ClaimStep.Line> lines,
            @Nullable Boolean submit) {}

    // --- filing

    /** Files a claim; what was sent before gets its first answer. */
    Done<ClaimStep> open(NewClaim asked, Actor actor) {
        var faults = new Faults();
        Sent sent = Sent.of(faults, asked.id(), json.writeValueAsString(asked));
        faults.refuse("The claim cannot be filed");
        Done<ClaimStep> before = book.opened(sent);
        Done<ClaimStep> done = before != null ? before : filed(asked, sent, actor);
        String number = done.file().head().code();
        Claim claim = Claim.of(done.file());
        complaints.note(claim.complaint(), derived(sent, "note"), "Warranty claim " + number + ".", actor);
        if (!Boolean.TRUE.equals(asked.submit())) {
            return done;
        }
        String id = derived(sent, "submit");
        var submitted = new Sent(id, HashChain.of(number + ":submit"));
        Done<ClaimStep> taken = take(number, submitted, new ClaimStep.Submit(null), actor);
        return new Done<>(taken.file(), taken.step(), done.repeated());
    }

    private Done<ClaimStep> filed(NewClaim asked, Sent sent, Actor actor) {
        ClaimStep.File said = read(asked);
        ClaimCheck.requireFile(said, clock);
        ClaimStep.File named = scanned(said);
        rules.requireItem("/item", named.item());
        rules.requireNamed(named.part(), named.code(), named.partner());
        // The complaint comes first: where the claim is not written after it, the same request finds it again.
        ComplaintDesk.Opened complaint = complaints.open(told(asked, named, derived(sent, "complaint")), actor);
        ClaimStep.File file = with(named, complaint.number());
        Claim claim = Claim.of(file);
        Subject subject = subjects.of(claim);
        return book.open(
                sent,
                title(named),
                file,
                actor,
                _ -> new Change(
                        Claim.DRAFT,
                        (transaction, number, n) -> ClaimStore.put(transaction, row(number, today(), claim, subject))));
    }

    private static ClaimStep.File read(NewClaim asked) {
        return new ClaimStep.File(
                asked.item(),
                asked.serial(),
                asked.lot(),
                asked.scanned(),
                asked.part(),
                asked.failedOn(),
                asked.description(),
                asked.code(),
                asked.meters(),
                asked.country(),
                asked.partner(),
                asked.lines(),
                null);
    }

    private static ClaimStep.File with(ClaimStep.File said, String complaint) {
        return new ClaimStep.File(
                said.item(),
                said.serial(),
                said.lot(),
                said.scanned(),
                said.part(),
                said.failedOn(),
                said.description(),
                said.code(),
                said.meters(),
                said.country(),
                said.partner(),
                said.lines(),
                complaint);
    }

    /** The same with the numbers that were scanned; what is said beside the code counts more. */
    private ClaimStep.File scanned(ClaimStep.File said) {
        if (said.scanned() == null) {
            return said;
        }
        List<Lookup.Found> found = lookup.of(List.of(said.scanned())).found().stream()
                .filter(f -> f.unit() != null && f.item() != null && !Boolean.TRUE.equals(f.near()))
                .filter(f -> f.serial() != null || f.lot() != null)
                .filter(f -> said.item() == null || said.item().equals(f.item()))
                .toList();
        if (found.isEmpty() && (said.item() == null || said.serial() == null && said.lot() == null)) {
            throw Refusal.of("unknown-code", "Nothing answers to the code", "No lot or serial has what was scanned.")
                    .at("/scanned", "the code of a lot or serial", "Type item and serial.")
                    .asException();
        }
        Lookup.Found first = found.isEmpty() ? null : found.getFirst();
        boolean typed = said.serial() != null || said.lot() != null;
        return new ClaimStep.File(
                first == null || said.item() != null ? said.item() : first.item(),
                first == null || typed ? said.serial() : first.serial(),
                first == null || typed ? said.lot() : first.lot(),
                said.scanned(),
                said.part(),
                said.failedOn(),
                said.description(),
                said.code(),
                said.meters(),
                said.country(),
                said.partner(),
                said.lines(),
                null);
    }

    private static ComplaintDesk.Told told(NewClaim asked, ClaimStep.File named, String id) {
        return new ComplaintDesk.Told(
                id,
                named.item(),
                named.serial(),
                named.lot(),
                null,
                named.description(),
                named.code(),
                named.country(),
                named.failedOn(),
                asked.reporter(),
                "service");
    }

    private static String derived(Sent sent, String what) {
        return UUID.nameUUIDFromBytes((sent.id() + ":" + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String title(ClaimStep.File said) {
        String words = said.description() == null || said.description().isBlank()
                ? String.valueOf(said.code())
                : said.description().strip().replaceAll("\\s+", " ");
        if (words.codePointCount(0, words.length()) <= TITLE_LENGTH_MAX) {
            return words;
        }
        return words.substring(0, words.offsetByCodePoints(0, TITLE_LENGTH_MAX - 1)) + "…";
    }

    private LocalDate today() {
        return Days.of(Days.us(clock.instant()));
    }

    // --- steps

    /** A step as it is sent. */
    record NewStep(@Nullable String id, @Nullable ClaimStep step) {}

    /** Takes a step; what was sent before gets its first answer. */
    Done<ClaimStep> take(String code, NewStep asked, Actor actor) {
        var faults = new Faults();
        ClaimStep step = asked.step();
        faults.expect(step != null, "/step", "is missing", "a step with its type");
        Sent sent = Sent.of(faults, asked.id(), code + (step == null ? "" : json.writeValueAsString(step)));
        faults.refuse("The step cannot be taken");
        if (step == null) {
            throw new IllegalStateException("a missing step is refused");
        }
        actor.require(step.needs());
        ClaimCheck.require(step, clock);
        return take(code, sent, step, actor);
    }

    private Done<ClaimStep> take(String code, Sent sent, ClaimStep step, Actor actor) {
        return book.take(code, sent, actor, file -> {
            List<Judged<ClaimStep>> made = new ArrayList<>();
            Faults.within("/step", () -> made.add(judged(file, step, actor)));
            return made.getFirst();
        });
    }

    private Judged<ClaimStep> judged(File<ClaimStep> file, ClaimStep asked, Actor actor) {
        Claim claim = Claim.of(file);
        ClaimRules.requireNow(file.head().code(), claim, asked);
        ClaimStep step = made(file, claim, asked);
        Claim after = Claim.after(file, step, Days.us(clock.instant()), actor.name());
        Subject subject = subjects.of(after);
        LocalDate opened = Days.of(file.head().openedAtUs());
        boolean fixed = step instanceof ClaimStep.Cause || step instanceof ClaimStep.Reopen;
        return new Judged<>(step, new Change(after.state(), (transaction, number, n) -> {
            if (fixed && ClaimStore.isInRecovery(transaction, number)) {
                throw ClaimRules.inRecovery(file.head().code(), "a recovery");
            }
            ClaimStore.put(transaction, row(number, opened, after, subject));
        }));
    }

    /** The step with what the server writes into it. */
    private ClaimStep made(File<ClaimStep> file, Claim claim, ClaimStep asked) {
        String code = file.head().code();
        long number = file.head().number();
        return switch (asked) {
            case ClaimStep.Detail detail -> {
                rules.requireNamed(detail.part(), detail.code(), detail.partner());
                yield detail;
            }
            case ClaimStep.Submit _ -> new ClaimStep.Submit(judging.of(claim, number));
            case ClaimStep.Judge _ -> new ClaimStep.Judge(judging.of(claim, number));
            case ClaimStep.Approve approve -> approved(code, claim, approve, number);
            case ClaimStep.Repair repair -> deeds.repaired(repair, subjects.of(claim), claim.failedOn());
            case ClaimStep.Replace replace -> replaced(claim, replace);
            case ClaimStep.Pay pay -> {
                ClaimRules.requirePayable(claim, pay);
                yield pay;
            }
            case ClaimStep.Cause cause -> {
                requireFree(code, number);
                yield caused(cause);
            }
            case ClaimStep.Reopen reopen -> {
                requireFree(code, number);
                yield reopen;
            }
            case ClaimStep.File _, ClaimStep.Reject _, ClaimStep.Note _, ClaimStep.NoFault _, ClaimStep.Withdraw _ ->
                asked;
        };
    }

    private ClaimStep.Approve approved(String code, Claim claim, ClaimStep.Approve approve, long number) {
        Subject subject = subjects.of(claim);
        List<Granted> granted = ClaimRules.granted(code, claim, approve, judging.notClaimed(subject, claim, number));
        Unit failed = subject.partUnit() == null ? subject.unit() : subject.partUnit();
        Causal causal =
                failed == null ? null : causes.of(failed, claim.failedOn()).causal();
        return new ClaimStep.Approve(granted, approve.reason(), causal);
    }

    private ClaimStep.Replace replaced(Claim claim, ClaimStep.Replace asked) {
        ClaimStep.Replace step = deeds.replaced(asked, subjects.of(claim), claim.failedOn());
        String other = store.replacedWith(Deeds.id(step.unit()));
        if (other != null) {
            throw Refusal.of("given-already", "It was given for another", asked.serial() + " was given under " + other)
                    .status(409)
                    .at("/serial", "a piece that was given for nothing else", "Choose the piece that was shipped.")
                    .asException();
        }
        return step;
    }

    private ClaimStep.Cause caused(ClaimStep.Cause asked) {
        long id = Long.parseLong(Objects.requireNonNull(asked.unit()));
        Unit unit = causes.byIds(List.of(id)).get(id);
        Causal causal = unit == null ? null : causes.bought(unit);
        if (causal == null) {
            throw Refusal.of(
                            "not-bought",
                            "It did not come from a supplier",
                            unit == null
                                    ? "There is no unit " + id + "."
                                    : "No entry says that " + unit.number() + " was received from a supplier.")
                    .at("/unit", "the id of a lot or serial that was bought", "Choose one of the candidates.")
                    .asException();
        }
        return new ClaimStep.Cause(asked.unit(), causal);
    }

    /** What a supplier was asked for does not change under the recovery. */
    private void requireFree(String code, long number) {
        Listed listed = store.find(number);
        if (listed != null && listed.recovery() != null) {
            throw ClaimRules.inRecovery(code, listed.recovery());
        }
    }

    // --- the row beside the steps

    private static ClaimStore.Row row(long number, LocalDate opened, Claim claim, Subject subject) {
        ClaimStep.File said = claim.said();
        Unit unit = subject.unit();
        Unit part = subject.partUnit();
        Claim.At<ClaimStep.Approve> approval = claim.approval();
        ClaimStep.Repair repair = claim.repair();
        ClaimStep.Replace replacement = claim.replacement();
        Causal causal = claim.causal();
        return new ClaimStore.Row(
                number,
                opened,
                subject.item().id(),
                unit == null ? 0 : unit.id(),
                unit == null ? 0 : unit.kind() == Unit.Kind.LOT ? unit.id() : unit.lotId(),
                part == null ? 0 : part.id(),
                said.serial(),
                said.lot(),
                claim.failedOn(),
                said.code(),
                said.country(),
                said.partner(),
                claim.complaint(),
                claim.currency(),
                claim.asked(),
                claim.approved(),
                claim.paid(),
                approval == null ? null : Days.of(approval.atUs()),
                repair == null ? 0 : Deeds.id(repair.removedUnit()),
                replacement == null ? 0 : Deeds.id(replacement.unit()),
                causal == null ? 0 : Deeds.id(causal.lot()),
                causal == null ? null : causal.supplier(),
                words(said, part));
    }

    private static String words(ClaimStep.File said, @Nullable Unit part) {
        return Stream.of(
                        said.description(),
                        said.item(),
                        said.serial(),
                        said.lot(),
                        said.partner(),
                        part == null ? null : part.number())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    // --- reading

    /** The claim of this number, or a refusal with status 404. */
    File<ClaimStep> existing(String code) {
        return book.existing(code);
    }

    @Nullable
    Long firstBroken(File<ClaimStep> file) {
        return book.firstBroken(file);
    }
}
