/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.gozinto.access.Actor;
import org.gozinto.access.Role;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.Refusal;
import org.gozinto.quality.book.Change;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.QualityBook;
import org.gozinto.quality.book.QualityBook.Done;
import org.gozinto.quality.book.QualityBook.Judged;
import org.gozinto.quality.book.Sent;
import org.gozinto.quality.complaint.ComplaintStore.Listed;
import org.gozinto.quality.complaint.ComplaintStore.Row;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes complaints and what is done about them. Every change is a step that is judged, written and chained; what lists
 * read is written in the same transaction. Safe for use by many threads.
 */
final class Complaints implements ComplaintFacts, ComplaintDesk {

    static final int ATTACHMENTS_MAX = 100;

    private static final int TITLE_LENGTH_MAX = 80;
    private static final int NAME_LENGTH_MAX = 200;
    private static final int FACTS_A_READ = 2_000;

    private final QualityBook<Step> book;
    private final ComplaintRules rules;
    private final Rows rows;
    private final ComplaintStore store;
    private final Follower follower;
    private final ComplaintCodes codes;
    private final Contents contents;
    private final AnswerTokens tokens;
    private final ReplyPost post;
    private final JsonMapper json;
    private final Clock clock;

    /** What complaints are made from. */
    record Parts(
            QualityBook<Step> book,
            ComplaintRules rules,
            Rows rows,
            ComplaintStore store,
            Follower follower,
            ComplaintCodes codes,
            Contents contents,
            AnswerTokens tokens,
            ReplyPost post) {}

    Complaints(Parts parts, JsonMapper json, Clock clock) {
        this.book = parts.book();
        this.rules = parts.rules();
        this.rows = parts.rows();
        this.store = parts.store();
        this.follower = parts.follower();
        this.codes = parts.codes();
        this.contents = parts.contents();
        this.tokens = parts.tokens();
        this.post = parts.post();
        this.json = json;
        this.clock = clock;
    }

    /** What a client sends to take a complaint; see {@link Step.Take}. */
    record NewComplaint(
            @Nullable String id,
            @Nullable String item,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable String scanned,
            @Nullable String description,
            @Nullable String code,
            @Nullable String severity,
            @Nullable String place,
            @Nullable String country,
            @Nullable String failedOn,
            @Nullable String reportedOn,
            ComplaintView.@Nullable Reporter reporter,
            @Nullable String channel,
            @Nullable Integer injuries,
            @Nullable List<String> likeId) {}

    /** Takes a complaint; what was sent before gets its first answer. */
    Done<Step> open(NewComplaint asked, Actor actor) {
        var faults = new Faults();
        Sent sent = Sent.of(faults, asked.id(), json.writeValueAsString(asked));
        faults.refuse("The complaint cannot be taken");
        Done<Step> before = book.opened(sent);
        if (before != null) {
            return before;
        }
        StepCheck.requireTake(take(asked, asked.reportedOn()), clock);
        Step.Take take = take(asked, reportedOn(asked));
        rules.requireTake(take);
        Complaint complaint = Complaint.of(List.of(take));
        Rows.Made made = rows.of(0, complaint);
        return book.open(sent, title(take), take, actor, _ -> changed(complaint, made));
    }

    private static Step.Take take(NewComplaint asked, @Nullable String reportedOn) {
        return new Step.Take(
                asked.item(),
                asked.serial(),
                asked.lot(),
                asked.scanned(),
                asked.description(),
                asked.code(),
                asked.severity(),
                asked.place(),
                asked.country(),
                asked.failedOn(),
                reportedOn,
                asked.reporter(),
                asked.channel(),
                asked.injuries(),
                asked.likeId());
    }

    /** Today; where it fails it may be tomorrow already. */
    private String reportedOn(NewComplaint asked) {
        if (asked.reportedOn() != null) {
            return asked.reportedOn();
        }
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        LocalDate failed = asked.failedOn() == null ? today : LocalDate.parse(asked.failedOn());
        return (failed.isAfter(today) ? failed : today).toString();
    }

    /** The first words of what was said. */
    private String title(Step.Take take) {
        String words =
                take.description() == null ? "" : take.description().strip().replaceAll("\\s+", " ");
        if (words.isEmpty() && take.code() != null) {
            words = String.valueOf(codes.usable(take.code()).name());
        }
        if (words.isEmpty()) {
            String number = take.serial() != null ? take.serial() : take.lot() != null ? take.lot() : take.scanned();
            words = number != null ? number : String.valueOf(take.item());
        }
        if (words.length() <= TITLE_LENGTH_MAX) {
            return words;
        }
        int end = words.lastIndexOf(' ', TITLE_LENGTH_MAX - 1);
        int cut = end > TITLE_LENGTH_MAX / 2 ? end : TITLE_LENGTH_MAX - 1;
        return words.substring(0, Character.isHighSurrogate(words.charAt(cut - 1)) ? cut - 1 : cut) + "…";
    }

    private static Change changed(Complaint complaint, Rows.Made made) {
        return new Change(
                complaint.state(),
                (transaction, number, n) ->
                        ComplaintStore.put(transaction, numbered(made.row(), number), made.wanted()));
    }

    private static Row numbered(Row row, long number) {
        return new Row(
                number,
                row.reported(),
                row.failed(),
                row.code(),
                row.confirmed(),
                row.severity(),
                row.country(),
                row.match(),
                row.itemId(),
                row.unitId(),
                row.lotId(),
                row.serial(),
                row.lot(),
                row.reporter(),
                row.mergedInto(),
                row.words());
    }

    /** A step as it is sent. */
    record NewStep(@Nullable String id, @Nullable Step step) {}

    /** Takes a step; what was sent before gets its first answer. */
    Done<Step> take(String code, NewStep asked, Actor actor) {
        var faults = new Faults();
        Step step = asked.step();
        faults.expect(step != null, "/step", "is missing", "a step with its type");
        Sent sent = Sent.of(faults, asked.id(), code + (step == null ? "" : json.writeValueAsString(step)));
        faults.refuse("The step cannot be taken");
        if (step == null) {
            throw new IllegalStateException("a missing step is refused");
        }
        actor.require(step.needs());
        StepCheck.require(step, clock);
        return book.take(code, sent, step, actor, file -> {
            Faults.within("/step", () -> rules.require(file, Complaint.of(Follower.steps(file)), step));
            Change change = change(file, step);
            return step instanceof Step.Reply ? posted(file, change) : change;
        });
    }

    /** A reply that goes by e-mail waits for it from the moment on which it is written. */
    private Change posted(File<Step> file, Change change) {
        if (post.address(Complaint.of(Follower.steps(file))) == null) {
            return change;
        }
        return new Change(change.state(), (transaction, number, n) -> {
            change.more().write(transaction, number, n);
            ReplyOutbox.add(transaction, number, n, clock.instant());
        });
    }

    private Change change(File<Step> file, Step step) {
        Complaint after = Complaint.of(Follower.steps(file)).after(step, file.last() + 1);
        return changed(after, rows.of(file.head().number(), after));
    }

    /** Attaches a file; the same file under the same name gets its first answer. */
    Done<Step> attached(String code, @Nullable String name, byte[] bytes, Actor actor) {
        var faults = new Faults();
        String asked = name == null ? "" : name.strip();
        faults.expect(!asked.isEmpty(), "name", "is missing", "the name of the file");
        faults.text("name", asked, NAME_LENGTH_MAX);
        faults.expect(asked.chars().noneMatch(Character::isISOControl), "name", "has control characters", "a name");
        faults.refuse("The file cannot be attached");
        String type = contents.type(bytes);
        byte[] hash = HashChain.of(bytes);
        String hex = HexFormat.of().formatHex(hash);
        File<Step> now = book.existing(code);
        byte[] what = (now.head().id() + ":" + hex + ":" + asked).getBytes(StandardCharsets.UTF_8);
        var sent = new Sent(UUID.nameUUIDFromBytes(what).toString(), HashChain.of(what));
        var attach = new Step.Attach(hex, asked, type, (long) bytes.length);
        return book.take(code, sent, actor, file -> {
            requireRoom(file);
            Change change = change(file, attach);
            return new Judged<>(attach, new Change(change.state(), (transaction, number, n) -> {
                change.more().write(transaction, number, n);
                Contents.put(transaction, hash, bytes);
            }));
        });
    }

    private static void requireRoom(File<Step> file) {
        long there = file.all(Step.Attach.class).count();
        if (there >= ATTACHMENTS_MAX) {
            throw Refusal.of("too-many-attachments", "There are too many files", "There are " + there + ".")
                    .at("", "at most " + ATTACHMENTS_MAX + " files", "Put several pictures into one PDF.")
                    .asException();
        }
    }

    /** What is attached. */
    record Attached(Step.Attach attach, byte[] bytes) {}

    // --- for other rooms

    @Override
    public Opened open(Told told, Actor actor) {
        ComplaintDesk.Reporter by = told.reporter();
        var complaint = new NewComplaint(
                told.id(),
                told.item(),
                told.serial(),
                told.lot(),
                told.scanned(),
                told.description(),
                told.code(),
                null,
                null,
                told.country(),
                told.failedOn(),
                null,
                by == null
                        ? null
                        : new ComplaintView.Reporter(by.name(), by.email(), by.phone(), by.partner(), by.language()),
                told.channel(),
                null,
                null);
        Done<Step> done = open(complaint, actor);
        return new Opened(done.file().head().code(), done.repeated());
    }

    @Override
    public void note(String number, String id, String text, Actor actor) {
        Step note = new Step.Note(text);
        StepCheck.require(note, clock);
        var sent = new Sent(id, HashChain.of(number + json.writeValueAsString(note)));
        book.take(number, sent, note, actor, file -> change(file, note));
    }

    @Override
    public void attach(String number, @Nullable String name, byte[] bytes, Actor actor) {
        attached(number, name, bytes, actor);
    }

    @Override
    public String answerLink(String number, String id, Actor actor) {
        return link(number, id, actor).link().url();
    }

    @Override
    public List<Known> about(long unitId, int limit) {
        follower.follow();
        return store.of(unitId, limit).stream()
                .map(listed -> new Known(
                        listed.code(),
                        listed.state(),
                        listed.title(),
                        listed.row().code(),
                        listed.row().reported(),
                        listed.row().failed()))
                .toList();
    }

    /** A file of a complaint, or a refusal with status 404. */
    Attached attached(String code, String hash) {
        Step.Attach attach = book.existing(code)
                .all(Step.Attach.class)
                .filter(a -> hash.equals(a.hash()))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.of("unknown-attachment", "No such file", code + " has no file with this hash.")
                                .status(404)
                                .asException());
        return new Attached(attach, contents.get(HexFormat.of().parseHex(hash)));
    }

    /** A link that was made, or was made before. */
    record Linked(Done<Step> done, ComplaintView.Link link) {}

    /** Takes a step that the server writes by itself; {@code more} is done in its transaction. */
    void take(String code, Sent sent, Step step, Actor actor, Change.More more) {
        book.take(code, sent, step, actor, file -> {
            Change change = change(file, step);
            return new Change(change.state(), (transaction, number, n) -> {
                change.more().write(transaction, number, n);
                more.write(transaction, number, n);
            });
        });
    }

    /** Makes a link by which the reporter can answer. */
    Linked link(String code, @Nullable String id, Actor actor) {
        var faults = new Faults();
        Sent sent = Sent.of(faults, id, code + ":link");
        faults.refuse("The link cannot be made");
        Done<Step> done = book.take(code, sent, actor, file -> {
            Instant ends =
                    clock.instant().plus(Duration.ofDays(AnswerTokens.DAYS)).truncatedTo(ChronoUnit.SECONDS);
            int n = (int) file.all(Step.Link.class).count() + 1;
            var link = new Step.Link(n, ends.toString());
            rules.require(file, Complaint.of(Follower.steps(file)), link);
            Change change = change(file, link);
            return new Judged<>(link, new Change(change.state(), (transaction, number, step) -> {
                change.more().write(transaction, number, step);
                tokens.add(transaction, file.head(), link);
            }));
        });
        var link = (Step.Link) done.step().step();
        return new Linked(
                done, new ComplaintView.Link(tokens.url(done.file().head(), link), String.valueOf(link.expiresAt())));
    }

    /** What a reporter says by the link. */
    void said(String code, String text) {
        Actor customer = customer();
        var step = new Step.Said(text);
        var sent = new Sent(UUID.randomUUID().toString(), HashChain.of(text));
        book.take(code, sent, step, customer, file -> {
            rules.require(file, Complaint.of(Follower.steps(file)), step);
            return change(file, step);
        });
    }

    /** Whoever has the link. */
    static Actor customer() {
        return Actor.of("customer", Role.VIEWER);
    }

    /** The complaint of this number, or a refusal with status 404. */
    File<Step> existing(String code) {
        return book.existing(code);
    }

    @Nullable
    File<Step> byNumber(long number) {
        return book.byNumber(number);
    }

    @Nullable
    Long firstBroken(File<Step> file) {
        return book.firstBroken(file);
    }

    @Override
    public void facts(@Nullable LocalDate from, @Nullable LocalDate to, Consumer<Fact> each) {
        follower.follow();
        long last = 0;
        List<Listed> some = store.after(last, from, to, FACTS_A_READ);
        while (!some.isEmpty()) {
            for (Listed listed : some) {
                each.accept(fact(listed));
            }
            last = some.getLast().row().number();
            some = some.size() < FACTS_A_READ ? List.of() : store.after(last, from, to, FACTS_A_READ);
        }
    }

    private static Fact fact(Listed listed) {
        Row row = listed.row();
        return new Fact(
                listed.code(),
                row.unitId(),
                row.lotId(),
                row.itemId(),
                row.code(),
                row.failed(),
                row.reported(),
                row.country(),
                row.confirmed());
    }

    @Override
    public List<Fact> of(long unitId, int limit) {
        follower.follow();
        return store.of(unitId, limit).stream().map(Complaints::fact).toList();
    }

    @Override
    public List<ComplaintCode> codes() {
        return new ArrayList<>(Objects.requireNonNull(codes.all()));
    }
}
