/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.gozinto.access.Actor;
import org.gozinto.access.Role;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.StepChain.Taken;
import org.gozinto.quality.book.Change;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.Head;
import org.gozinto.quality.book.Kind;
import org.gozinto.quality.book.QualityBook;
import org.gozinto.quality.book.Sent;
import org.gozinto.quality.complaint.ComplaintFacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Inquiries into what failed units share. Safe for use by many threads. */
final class Causes {

    private static final String RUNNING = "running";
    private static final int REOPENED_MAX = 1_000;

    private final QualityBook<InquiryStep> book;
    private final Database database;
    private final JsonMapper json;
    private final Names names;
    private final ComplaintFacts complaints;
    private final CauseSearch search;
    private final QualityJobs jobs;

    /** What inquiries read. */
    record Parts(Names names, ComplaintFacts complaints, CauseSearch search, QualityJobs jobs) {}

    Causes(Database database, JsonMapper json, Parts parts, Clock clock) {
        this.book = new QualityBook<>(database, json, Kind.INQUIRY, InquiryStep.class, clock);
        this.database = database;
        this.json = json;
        this.names = parts.names();
        this.complaints = parts.complaints();
        this.search = parts.search();
        this.jobs = parts.jobs();
    }

    /** @param repeated the same was sent before */
    record Asked(CauseView view, boolean repeated) {}

    Asked ask(CauseQuestion question, Actor actor) {
        var faults = new Faults();
        Sent sent = Sent.of(faults, question.id(), json.writeValueAsString(question));
        CauseChecks.check(question, names, Codes.of(complaints.codes()), faults);
        faults.refuse("The question cannot be asked");
        var before = book.opened(sent);
        if (before != null) {
            return new Asked(view(before.file()), true);
        }
        long seq = head();
        var step = new InquiryStep.Ask(question, seq);
        var opened = book.open(sent, CauseChecks.title(question), step, actor, _ -> Change.to(RUNNING));
        if (opened.repeated()) {
            return new Asked(view(opened.file()), true);
        }
        String code = opened.file().head().code();
        begin(code, step, actor);
        return new Asked(view(book.existing(code)), false);
    }

    private long head() {
        return database.read()
                .sql("select coalesce(max(seq), 0) from entry")
                .query(Long.class)
                .single();
    }

    private void begin(String code, InquiryStep.Ask asked, Actor actor) {
        jobs.begin(code, teller -> {
            try {
                CauseSearch.Answered answered = search.answer(asked.question(), asked.seq(), teller);
                end(code, "done", new InquiryStep.Answer(answered.answer(), answered.seq()), actor);
            } catch (RuntimeException e) {
                end(code, "failed", new InquiryStep.Fail(String.valueOf(e.getMessage())), actor);
                throw e;
            }
        });
    }

    // One inquiry has one end: the id of the step follows from its number.
    private void end(String code, String state, InquiryStep step, Actor actor) {
        String id = UUID.nameUUIDFromBytes((code + " " + state).getBytes(StandardCharsets.UTF_8))
                .toString();
        var faults = new Faults();
        Sent sent = Sent.of(faults, id, code);
        book.take(code, sent, step, actor, file -> Change.to(state));
    }

    /** Goes on with what was not done when the server stopped. */
    void resume() {
        for (Head head : book.page(RUNNING, null, REOPENED_MAX).items()) {
            InquiryStep.Ask asked = asked(book.existing(head.code()));
            if (!jobs.isOpen(head.code())) {
                begin(head.code(), asked, Actor.of(head.actor(), Role.QUALITY));
            }
        }
    }

    // --- reading

    CauseView get(String number) {
        return view(book.existing(number));
    }

    Page<CauseView.Head> page(@Nullable String state, @Nullable String cursor, int limit) {
        Page<Head> page = book.page(state, cursor, limit);
        List<CauseView.Head> heads = page.items().stream()
                .map(head -> new CauseView.Head(
                        head.code(),
                        head.id(),
                        head.title(),
                        head.state(),
                        Days.text(head.openedAtUs()),
                        head.actor(),
                        head.state().equals("done") ? word(book.existing(head.code())) : null))
                .toList();
        return new Page<>(heads, page.nextCursor());
    }

    private static @Nullable String word(File<InquiryStep> file) {
        return file.all(InquiryStep.Answer.class)
                .reduce((a, b) -> b)
                .map(answer -> answer.answer().is())
                .orElse(null);
    }

    static InquiryStep.Ask asked(File<InquiryStep> file) {
        return file.all(InquiryStep.Ask.class).findFirst().orElseThrow();
    }

    private CauseView view(File<InquiryStep> file) {
        Head head = file.head();
        InquiryStep.Ask asked = asked(file);
        InquiryStep.Answer answer =
                file.all(InquiryStep.Answer.class).reduce((a, b) -> b).orElse(null);
        InquiryStep.Fail fail =
                file.all(InquiryStep.Fail.class).reduce((a, b) -> b).orElse(null);
        Taken<InquiryStep> last = file.steps().getLast();
        boolean ended = !head.state().equals(RUNNING);
        return new CauseView(
                head.code(),
                head.id(),
                head.state(),
                ended ? new CauseView.ProgressView("done", 0, 0) : jobs.progress(head.code()),
                asked.question(),
                Days.text(head.openedAtUs()),
                head.actor(),
                answer == null ? asked.seq() : answer.seq(),
                ended ? Days.text(last.atUs()) : null,
                fail == null ? null : fail.why(),
                answer == null ? null : answer.answer());
    }
}
