/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.gozinto.paper.mail.Outbox;
import org.gozinto.recall.NoticeStore.Row;
import org.jspecify.annotations.Nullable;

/** Notices that wait to be sent by e-mail. Safe for use by many threads. */
final class NoticeOutbox implements Outbox<Row> {

    private final NoticeStore store;
    private final Paper paper;
    private final boolean attachLetter;

    /** What e-mails are made of. */
    record Paper(RecallStore recalls, MailPaper mails, LetterPress letters, AnswerLinks links) {}

    /** @param attachLetter whether the letter goes with the e-mail */
    NoticeOutbox(NoticeStore store, Paper paper, boolean attachLetter) {
        this.store = store;
        this.paper = paper;
        this.attachLetter = attachLetter;
    }

    @Override
    public @Nullable Row due(long nowUs) {
        return store.due(nowUs);
    }

    @Override
    public @Nullable Long nextUs() {
        return store.nextUs();
    }

    @Override
    public boolean claim(Row row, long againUs) {
        return store.claim(row, againUs);
    }

    @Override
    public int tries(Row row) {
        return row.tries();
    }

    @Override
    public MimeMessage message(Row row, Session session) throws MessagingException {
        RecallStore.Recall recall = paper.recalls().byNumber(row.recall());
        String link = paper.links().of(recall, row.n(), row.notice());
        byte[] letter = attachLetter ? paper.letters().pdf(new LetterPress.Addressed(row.notice(), link)) : null;
        return paper.mails()
                .message(
                        session,
                        new MailPaper.Outgoing(
                                row.notice(), String.valueOf(row.address()), link, recall.id(), row.n(), letter));
    }

    @Override
    public void sent(Row row, long atUs) {
        store.sent(row, atUs);
    }

    @Override
    public void again(Row row, long nextUs, String detail) {
        store.again(row, nextUs, detail);
    }

    @Override
    public void failed(Row row, String detail) {
        store.failed(row, detail);
    }
}
