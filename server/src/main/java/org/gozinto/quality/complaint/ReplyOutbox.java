/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.gozinto.access.Actor;
import org.gozinto.access.Role;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.RefusedException;
import org.gozinto.paper.mail.Letter;
import org.gozinto.paper.mail.Outbox;
import org.gozinto.quality.book.Change;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.Sent;
import org.gozinto.quality.complaint.ComplaintView.Reporter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Replies that wait to be sent to whoever complained. The row of one that waits goes with the step that says
 * what came of it. Safe for use by many threads.
 */
final class ReplyOutbox implements Outbox<ReplyOutbox.Waiting> {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyOutbox.class);

    private final Database database;
    private final Complaints complaints;
    private final ReplyPost post;
    private final AnswerTokens tokens;
    private final AnswerPage page;

    ReplyOutbox(Database database, Complaints complaints, ReplyPost post, AnswerTokens tokens, AnswerPage page) {
        this.database = database;
        this.complaints = complaints;
        this.post = post;
        this.tokens = tokens;
        this.page = page;
    }

    /**
     * A reply that waits.
     *
     * @param number internal number of the complaint
     * @param n number of the reply's step
     * @param dueUs when it is tried
     */
    record Waiting(long number, long n, long dueUs) {}

    /** Lets a reply wait, in the transaction of its step. */
    static void add(JdbcClient transaction, long number, long n, Instant now) {
        transaction
                .sql("insert into complaint_mail (complaint, n, due_us) values (?, ?, ?)")
                .params(number, n, ChronoUnit.MICROS.between(Instant.EPOCH, now))
                .update();
    }

    @Override
    public @Nullable Waiting due(long nowUs) {
        Waiting first = first();
        return first == null || first.dueUs() > nowUs ? null : first;
    }

    @Override
    public @Nullable Long nextUs() {
        Waiting first = first();
        return first == null ? null : first.dueUs();
    }

    private @Nullable Waiting first() {
        return database.read()
                .sql("select complaint, n, due_us from complaint_mail order by due_us, complaint, n limit 1")
                .query((rows, i) -> new Waiting(rows.getLong(1), rows.getLong(2), rows.getLong(3)))
                .optional()
                .orElse(null);
    }

    @Override
    public boolean claim(Waiting waiting, long againUs) {
        return database.write(transaction -> transaction
                        .sql("update complaint_mail set due_us = ? where complaint = ? and n = ? and due_us = ?")
                        .params(againUs, waiting.number(), waiting.n(), waiting.dueUs())
                        .update())
                == 1;
    }

    @Override
    public int tries(Waiting waiting) {
        return (int) file(waiting)
                .all(Step.MailTrouble.class)
                .filter(trouble -> Objects.equals(trouble.reply(), waiting.n()))
                .count();
    }

    private File<Step> file(Waiting waiting) {
        return Objects.requireNonNull(complaints.byNumber(waiting.number()));
    }

    @Override
    public MimeMessage message(Waiting waiting, Session session) throws MessagingException {
        File<Step> file = file(waiting);
        Complaint complaint = Complaint.of(Follower.steps(file));
        String to = post.address(complaint);
        Letter.Party sender = post.sender();
        if (to == null
                || sender == null
                || !(Follower.steps(file).get((int) waiting.n() - 1) instanceof Step.Reply reply)) {
            throw new MessagingException("there is no address any more");
        }
        Reporter reporter = Objects.requireNonNull(complaint.reporter());
        PageWords words = PageWords.of(reporter.language(), null);
        String link = link(file);
        String text = String.valueOf(reply.text());
        return new Letter(
                        file.head().id() + "." + waiting.n(),
                        sender,
                        new Letter.Party(reporter.name() == null ? "" : reporter.name(), to),
                        words.get("mail_subject") + " " + file.head().code(),
                        text + "\n\n" + words.get("mail_answer") + "\n" + link + "\n\n" + sender.name() + "\n",
                        page.mail(new AnswerPage.Mail(words, text, link, sender.name())),
                        words.language(),
                        null)
                .message(session);
    }

    /** The link that still works, or a new one. */
    private String link(File<Step> file) {
        String link = tokens.url(file);
        String code = file.head().code();
        return link != null
                ? link
                : complaints
                        .link(code, id(file, "link." + file.last()), mail())
                        .link()
                        .url();
    }

    @Override
    public void sent(Waiting waiting, long atUs) {
        File<Step> file = file(waiting);
        take(waiting, file, new Step.Mailed(waiting.n(), to(file)), "sent", ReplyOutbox::forget);
    }

    @Override
    public void again(Waiting waiting, long nextUs, String detail) {
        File<Step> file = file(waiting);
        int tries = tries(waiting) + 1;
        take(
                waiting,
                file,
                new Step.MailTrouble(waiting.n(), to(file), tries, detail, false),
                "try" + tries,
                (transaction, one) -> transaction
                        .sql("update complaint_mail set due_us = ? where complaint = ? and n = ?")
                        .params(nextUs, one.number(), one.n())
                        .update());
    }

    @Override
    public void failed(Waiting waiting, String detail) {
        File<Step> file = file(waiting);
        int tries = tries(waiting) + 1;
        take(
                waiting,
                file,
                new Step.MailTrouble(waiting.n(), to(file), tries, detail, true),
                "try" + tries,
                ReplyOutbox::forget);
    }

    private @Nullable String to(File<Step> file) {
        return post.address(Complaint.of(Follower.steps(file)));
    }

    /** What becomes of the row of a reply. */
    private interface Row {
        int write(JdbcClient transaction, Waiting waiting);
    }

    private static int forget(JdbcClient transaction, Waiting waiting) {
        return transaction
                .sql("delete from complaint_mail where complaint = ? and n = ?")
                .params(waiting.number(), waiting.n())
                .update();
    }

    /** A complaint that can take no more steps says nothing of its mail, and is not tried for ever. */
    private void take(Waiting waiting, File<Step> file, Step step, String what, Row row) {
        var sent = new Sent(
                id(file, waiting.n() + "." + what),
                HashChain.of("mail/" + waiting.number() + "/" + waiting.n() + what));
        Change.More more = (transaction, number, n) -> row.write(transaction, waiting);
        try {
            complaints.take(file.head().code(), sent, step, mail(), more);
        } catch (RefusedException e) {
            LOG.warn(
                    "what came of an e-mail to {} is not recorded: {}",
                    file.head().code(),
                    e.getMessage());
            database.write(transaction -> forget(transaction, waiting));
        }
    }

    private static String id(File<Step> file, String what) {
        return UUID.nameUUIDFromBytes((file.head().id() + ":mail:" + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Who writes what came of an e-mail. */
    private static Actor mail() {
        return Actor.of("mail", Role.OPERATOR);
    }
}
