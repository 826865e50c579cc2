/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.paper.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * The e-mails of a room that wait, as it keeps them.
 *
 * @param <W> one that waits
 */
public interface Outbox<W> {

    /** The one that is to be sent next, or null when none is due. */
    @Nullable
    W due(long nowUs);

    /** When the next one is due, or null when none waits. */
    @Nullable
    Long nextUs();

    /**
     * Takes one for a try; only who may write the book can, and only once. Should the process end before it says what
     * came of it, it is tried again at {@code againUs}.
     */
    boolean claim(W waiting, long againUs);

    /** How often it was tried and came back. */
    int tries(W waiting);

    /** What is sent, under the same Message-ID for each try. */
    MimeMessage message(W waiting, Session session) throws MessagingException;

    /** It was given to the mail server. */
    void sent(W waiting, long atUs);

    /** It could not be sent and is tried again. */
    void again(W waiting, long nextUs, String detail);

    /** It could not be sent and is not tried any more. */
    void failed(W waiting, String detail);
}
