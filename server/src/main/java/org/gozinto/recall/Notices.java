/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.paper.Languages;
import org.gozinto.paper.mail.MailAddress;
import org.gozinto.paper.mail.MailCarrier;
import org.gozinto.place.Place;
import org.gozinto.recall.Consignees.Consignee;
import org.gozinto.recall.NoticeStore.Row;
import org.gozinto.recall.NoticeStore.Which;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells those who have something: writes notices to them, once, and keeps what was written. Safe for use by many
 * threads.
 */
final class Notices {

    /** Notices of one order. */
    static final int NOTICES_MAX = 1_000;

    /** Letters of one file. */
    static final int LETTERS_MAX = 500;

    private static final int MESSAGE_LENGTH_MAX = 5_000;
    private static final int LETTERS_A_READ = 50;

    private final Recalls recalls;
    private final Parts parts;
    private final NoticeSettings settings;
    private final MailCarrier<NoticeStore.Row> carrier;
    private final JsonMapper json;
    private final Clock clock;

    /** What notices are made of. */
    record Parts(
            CaseRules rules,
            Consignees consignees,
            NoticeWriter writer,
            NoticeStore store,
            AnswerLinks links,
            LetterPress letters,
            MailPaper mails) {}

    Notices(
            Recalls recalls,
            Parts parts,
            NoticeSettings settings,
            MailCarrier<NoticeStore.Row> carrier,
            JsonMapper json,
            Clock clock) {
        this.recalls = recalls;
        this.parts = parts;
        this.settings = settings;
        this.carrier = carrier;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What a client sends.
     *
     * @param consignees their codes; without it all whom the kind is meant for
     * @param language of all of them; without it each gets theirs
     * @param message what is added
     */
    record NewNotices(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String channel,
            @Nullable List<String> consignees,
            @Nullable String language,
            @Nullable String message) {}

    /** An order that says all it must. */
    private record Order(NoticeKind kind, boolean byEmail, NewNotices asked) {
        String channel() {
            return byEmail ? Notice.EMAIL : Notice.LETTER;
        }
    }

    private static Order checked(NewNotices asked) {
        var faults = new Faults();
        NoticeKind kind = NoticeKind.of(asked.kind());
        faults.expect(
                kind != null,
                "/kind",
                asked.kind() == null ? "is missing" : "is unknown",
                "first, reminder, update or closing");
        boolean byEmail = Notice.EMAIL.equals(asked.channel());
        faults.expect(
                byEmail || Notice.LETTER.equals(asked.channel()),
                "/channel",
                asked.channel() == null ? "is missing" : "is unknown",
                "email or letter");
        faults.expect(
                asked.language() == null || Languages.ALL.contains(asked.language()),
                "/language",
                "is none that notices are written in",
                String.join(", ", Languages.ALL));
        faults.text("/message", asked.message(), MESSAGE_LENGTH_MAX);
        int named = asked.consignees() == null ? 1 : asked.consignees().size();
        faults.expect(
                named > 0 && named <= NOTICES_MAX,
                "/consignees",
                named == 0 ? "are none" : "are too many",
                "1 to " + NOTICES_MAX + ", or no such member for all");
        faults.refuse("The notices cannot be made");
        if (kind == null) {
            throw new IllegalStateException("a missing kind is refused");
        }
        return new Order(kind, byEmail, asked);
    }

    /** @param repeated the same was sent before, and nothing was done */
    record Done(Step.Notified step, CaseFile file, boolean repeated) {}

    /** Writes notices; what was sent before gets its first answer. */
    Done make(String code, NewNotices asked, Actor actor) {
        actor.require(Permission.RECALL);
        Order order = checked(asked);
        Recalls.Sent sent = recalls.sent(asked.id(), code + ":notices:" + json.writeValueAsString(asked));
        Recalls.Done before = recalls.before(code, sent);
        if (before != null) {
            return new Done((Step.Notified) before.step().step(), before.file(), true);
        }
        CaseFile file = recalls.existing(code);
        parts.rules()
                .require(file, new Step.Notified(order.kind().word(), order.channel(), List.of(), List.of(), null));
        Notice.Sender sender = settings.sender(order.byEmail(), parts.links().publicUrl());
        Drafts drafts = drafts(file, order, sender);
        Recalls.Done done = recalls.record(code, sent, actor, now -> written(now, order, drafts.unless(now, file)));
        carrier.wake();
        return new Done((Step.Notified) done.step().step(), done.file(), done.repeated());
    }

    // --- who is written to

    /** Who is meant, and who of them cannot be written to. */
    private record Drafts(List<Notice> notices, List<Step.Skipped> skipped, boolean all, NoticeKind kind) {

        /** Without those to whom somebody else has written since. */
        Drafts unless(CaseFile now, CaseFile before) {
            if (kind != NoticeKind.FIRST || !all || now.last() == before.last()) {
                return this;
            }
            Set<String> meanwhile = new HashSet<>(now.told());
            meanwhile.removeAll(before.told());
            return new Drafts(
                    notices.stream()
                            .filter(n -> !meanwhile.contains(n.to().consignee()))
                            .toList(),
                    skipped,
                    true,
                    kind);
        }
    }

    private Drafts drafts(CaseFile file, Order order, Notice.Sender sender) {
        Map<String, Consignee> known = parts.consignees().of(file);
        List<Step.Skipped> skipped = new ArrayList<>();
        Map<String, Consignee> meant = new LinkedHashMap<>();
        if (order.asked().consignees() == null) {
            all(file, order, known).forEach(c -> meant.put(c.code(), c));
        } else {
            named(file, order, known, skipped).forEach(c -> meant.put(c.code(), c));
        }
        if (meant.size() > NOTICES_MAX) {
            throw Refusal.of(
                            "too-many-notices",
                            "Too many at once",
                            meant.size() + " consignees are meant, and an order makes " + NOTICES_MAX + " notices.")
                    .at("/consignees", "at most " + NOTICES_MAX, "Name them in several orders.")
                    .asException();
        }
        List<Notice> notices = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var how = new NoticeWriter.Order(
                order.kind(),
                order.channel(),
                order.asked().language(),
                order.asked().message(),
                sender,
                today);
        Set<String> plain = new HashSet<>();
        for (Consignee consignee : meant.values()) {
            String why = unreachable(parts.writer().recipient(consignee), order);
            if (why == null) {
                Notice notice = parts.writer().write(file, consignee, how, !known.containsKey(consignee.code()));
                if (plain.add(notice.language())) {
                    parts.writer()
                            .requirePlain(file, notice.language(), order.asked().message());
                }
                notices.add(notice);
            } else {
                skipped.add(new Step.Skipped(consignee.code(), why));
            }
        }
        return new Drafts(notices, skipped, order.asked().consignees() == null, order.kind());
    }

    /** Everybody whom a notice has reached, or may have: one that did not fail. */
    private Set<String> reached(CaseFile file) {
        Set<String> reached = new HashSet<>();
        parts.store().heads(file.recall()).forEach((code, heads) -> {
            if (heads.stream().anyMatch(head -> !head.state().equals(NoticeStore.FAILED))) {
                reached.add(code);
            }
        });
        return reached;
    }

    private List<Consignee> all(CaseFile file, Order order, Map<String, Consignee> known) {
        Set<String> reached = reached(file);
        List<Consignee> meant = new ArrayList<>(known.values().stream()
                .filter(c -> switch (order.kind()) {
                    case FIRST -> !reached.contains(c.code());
                    case REMINDER ->
                        reached.contains(c.code()) && !file.answers().containsKey(c.code());
                    case UPDATE, CLOSING -> reached.contains(c.code());
                })
                .toList());
        if (order.kind() == NoticeKind.UPDATE) {
            reached.stream()
                    .filter(code -> !known.containsKey(code))
                    .sorted()
                    .map(this::gone)
                    .forEach(gone -> {
                        if (gone != null) {
                            meant.add(gone);
                        }
                    });
        }
        return meant;
    }

    /** A partner that was told and has nothing in scope any more. */
    private @Nullable Consignee gone(String code) {
        Place partner = parts.writer().partner(code);
        return partner == null ? null : new Consignee(code, partner.name(), null, null, Map.of(), "");
    }

    private List<Consignee> named(
            CaseFile file, Order order, Map<String, Consignee> known, List<Step.Skipped> skipped) {
        Set<String> reached = reached(file);
        List<Consignee> meant = new ArrayList<>();
        List<String> codes =
                order.asked().consignees() == null ? List.of() : order.asked().consignees();
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            boolean wasTold = reached.contains(code);
            Consignee consignee = known.get(code);
            if (consignee == null && wasTold && order.kind() == NoticeKind.UPDATE) {
                consignee = gone(code);
            }
            if (consignee == null) {
                throw Refusal.of(
                                "unknown-consignee",
                                "No such consignee",
                                code + " got nothing that is in the scope of "
                                        + file.recall().code() + ".")
                        .at("/consignees/" + i, "the code of a consignee of the case", "Look at their list.")
                        .asException();
            }
            if (order.kind() != NoticeKind.FIRST && !wasTold) {
                skipped.add(new Step.Skipped(code, "was not told yet"));
            } else if (order.kind() == NoticeKind.REMINDER && file.answers().containsKey(code)) {
                skipped.add(new Step.Skipped(code, "has answered"));
            } else {
                meant.add(consignee);
            }
        }
        return meant;
    }

    private static @Nullable String unreachable(Notice.Recipient to, Order order) {
        if (!order.byEmail()) {
            return to.address().isEmpty() ? "no postal address" : null;
        }
        if (to.email() == null || to.email().isBlank()) {
            return "no e-mail address";
        }
        return MailAddress.of(to.email()) == null ? "its e-mail address cannot be used" : null;
    }

    // --- what is kept

    private Recalls.Written written(CaseFile file, Order order, Drafts drafts) {
        if (drafts.notices().isEmpty()) {
            throw nobody(drafts.skipped());
        }
        long n = file.notified().stream()
                .flatMap(taken -> ((Step.Notified) taken.step()).notices().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        boolean drill = !file.recall().kind().isReal();
        long nowUs = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        List<Row> rows = new ArrayList<>();
        for (Notice notice : drafts.notices()) {
            n++;
            boolean waits = order.byEmail() && !drill;
            rows.add(new Row(
                    file.recall().number(),
                    n,
                    notice.to().consignee(),
                    notice.channel(),
                    notice.language(),
                    notice.kind(),
                    order.byEmail()
                            ? MailAddress.of(notice.to().email())
                            : String.join("\n", notice.to().address()),
                    waits ? NoticeStore.WAITING : NoticeStore.PRINTED,
                    0,
                    waits ? nowUs : 0,
                    waits ? null : nowUs,
                    null,
                    notice));
        }
        var step = new Step.Notified(
                order.kind().word(),
                order.channel(),
                rows.stream().map(Row::n).toList(),
                rows.stream().map(Row::consignee).toList(),
                drafts.skipped().isEmpty() ? null : drafts.skipped());
        return new Recalls.Written(step, (transaction, ofStep) -> {
            parts.store().add(transaction, rows);
            for (Row row : rows) {
                if (row.notice().hasLink()) {
                    parts.links().add(transaction, file.recall(), row.n(), row.notice());
                }
            }
        });
    }

    private static RuntimeException nobody(List<Step.Skipped> skipped) {
        Refusal refusal = Refusal.of(
                "nobody-to-tell",
                "Nobody can be written to",
                skipped.isEmpty()
                        ? "The kind of notice is meant for nobody as the case stands."
                        : "All who are meant were left out: "
                                + skipped.getFirst().consignee() + " "
                                + skipped.getFirst().why() + ".");
        for (Step.Skipped one : skipped.stream().limit(100).toList()) {
            refusal = refusal.at(
                    "/consignees",
                    one.consignee() + ": " + one.why(),
                    "Add what is missing to the partner, or choose another channel.");
        }
        return refusal.asException();
    }

    /** The setting for want of which notices wait; null when nothing is wanting. */
    @Nullable
    String waitsFor(Step.Notified step, CaseFile file) {
        boolean waits =
                step.channel().equals(Notice.EMAIL) && file.recall().kind().isReal();
        return waits && !carrier.canSend() ? "spring.mail.host" : null;
    }

    // --- what is shown

    Page<NoticeView.Line> page(
            String code, @Nullable String consignee, @Nullable String state, @Nullable String cursor, int limit) {
        if (state != null
                && !Set.of(NoticeStore.WAITING, NoticeStore.SENT, NoticeStore.FAILED, NoticeStore.PRINTED)
                        .contains(state)) {
            throw Paging.badParameter("state", "is " + state, "waiting, sent, failed or printed");
        }
        CaseFile file = recalls.existing(code);
        Page<Row> rows = parts.store()
                .page(file.recall(), new Which(consignee, state, null, null), Paging.afterNumber(cursor), limit);
        return new Page<>(rows.items().stream().map(this::line).toList(), rows.nextCursor());
    }

    private NoticeView.Line line(Row row) {
        boolean waits = row.state().equals(NoticeStore.WAITING);
        String detail = waits && !carrier.canSend() ? "No mail server is set (spring.mail.host)." : row.detail();
        return new NoticeView.Line(
                row.n(),
                row.consignee(),
                row.notice().to().name(),
                row.kind(),
                row.channel(),
                row.language(),
                row.address(),
                row.state(),
                row.sentAtUs() == null ? null : RecallStore.time(row.sentAtUs()),
                row.tries(),
                waits ? RecallStore.time(row.nextUs()) : null,
                detail,
                row.notice().subject());
    }

    private Row existing(CaseFile file, long n) {
        Row row = parts.store().find(file.recall(), n);
        if (row == null) {
            throw Refusal.of("unknown-notice", "No such notice", file.recall().code() + " has no notice " + n + ".")
                    .status(404)
                    .asException();
        }
        return row;
    }

    NoticeView.Written one(String code, long n) {
        Row row = existing(recalls.existing(code), n);
        Notice notice = row.notice();
        return new NoticeView.Written(
                line(row),
                notice.day(),
                notice.text().replace(Notice.LINK, Notice.HIDDEN),
                parts.mails().html(notice, Notice.HIDDEN));
    }

    /** What would be written to a consignee now. */
    NoticeView.Preview preview(
            String code, String consignee, String kind, @Nullable String language, @Nullable String message) {
        Order order = checked(new NewNotices("", kind, Notice.EMAIL, null, language, message));
        CaseFile file = recalls.existing(code);
        parts.rules().requireScoped(file);
        Consignee to = parts.consignees().of(file).get(consignee);
        if (to == null) {
            throw Paging.badParameter("consignee", "is " + consignee, "the code of a consignee of the case");
        }
        Notice notice = parts.writer()
                .write(
                        file,
                        to,
                        new NoticeWriter.Order(
                                order.kind(),
                                Notice.EMAIL,
                                language,
                                message,
                                settings.shown(),
                                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                        false);
        return new NoticeView.Preview(
                consignee,
                notice.language(),
                notice.subject(),
                notice.text().replace(Notice.LINK, Notice.HIDDEN),
                parts.mails().html(notice, Notice.HIDDEN));
    }

    // --- letters

    /** One notice on paper, with its link. */
    byte[] letter(String code, long n) {
        CaseFile file = recalls.existing(code);
        return parts.letters().pdf(addressed(file, existing(file, n)));
    }

    private LetterPress.Addressed addressed(CaseFile file, Row row) {
        return new LetterPress.Addressed(row.notice(), parts.links().of(file.recall(), row.n(), row.notice()));
    }

    /** Letters after one, for printing in one go; a refusal when there is none. */
    Iterator<LetterPress.Addressed> letters(
            String code, @Nullable String kind, @Nullable String cursor, @Nullable Integer limit) {
        if (kind != null && NoticeKind.of(kind) == null) {
            throw Paging.badParameter("kind", "is " + kind, "first, reminder, update or closing");
        }
        if (limit != null && (limit < 1 || limit > LETTERS_MAX)) {
            throw Paging.badParameter("limit", "is " + limit, "1 to " + LETTERS_MAX);
        }
        CaseFile file = recalls.existing(code);
        var which = new Which(null, null, Notice.LETTER, kind);
        var letters = new LettersInOrder(file, which, Paging.afterNumber(cursor), limit == null ? LETTERS_MAX : limit);
        if (!letters.hasNext()) {
            throw Refusal.of("no-letters", "There are no letters", "No letter of this kind was written.")
                    .status(404)
                    .asException();
        }
        return letters;
    }

    /** Puts them into one file. */
    void print(Iterator<LetterPress.Addressed> letters, OutputStream out) throws IOException {
        parts.letters().write(letters, out);
    }

    /** Reads some letters at a time. */
    private final class LettersInOrder implements Iterator<LetterPress.Addressed> {
        private final CaseFile file;
        private final Which which;
        private final int limit;
        private List<Row> rows = List.of();
        private int at;
        private long after;
        private int taken;

        LettersInOrder(CaseFile file, Which which, long after, int limit) {
            this.file = file;
            this.which = which;
            this.after = after;
            this.limit = limit;
        }

        @Override
        public boolean hasNext() {
            if (taken == limit) {
                return false;
            }
            if (at == rows.size()) {
                rows = parts.store()
                        .page(file.recall(), which, after, LETTERS_A_READ)
                        .items();
                at = 0;
            }
            return at < rows.size();
        }

        @Override
        public LetterPress.Addressed next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            Row row = rows.get(at++);
            after = row.n();
            taken++;
            return addressed(file, row);
        }
    }
}
