/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import org.gozinto.paper.mail.Letter;
import org.gozinto.paper.mail.MailAddress;
import org.gozinto.quality.complaint.ComplaintView.Reporter;
import org.jspecify.annotations.Nullable;

/**
 * Whether replies go by e-mail: when there is a mail server, the sender and the address of this server are known, and
 * the reporter gave an address.
 *
 * @param sender null when replies stand on their page alone
 */
record ReplyPost(Letter.@Nullable Party sender) {

    /**
     * By what is set.
     *
     * @param canSend whether there is a mail server
     * @param publicUrl address of this server for everybody, or empty
     */
    static ReplyPost of(boolean canSend, String name, String email, String publicUrl) {
        String address = MailAddress.of(email);
        boolean sends = canSend && address != null && !name.isBlank() && !publicUrl.isBlank();
        return new ReplyPost(sends ? new Letter.Party(name.strip(), String.valueOf(address)) : null);
    }

    /** Where replies to a complaint are sent, or null when they are not. */
    @Nullable
    String address(Complaint complaint) {
        Reporter reporter = complaint.reporter();
        return sender == null || reporter == null ? null : MailAddress.of(reporter.email());
    }
}
