/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.paper.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An e-mail address to which something can be sent: one, plain, and nothing that could say more in a header. */
public final class MailAddress {

    private static final int LENGTH_MAX = 254;
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}");
    private static final Pattern DOMAIN =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

    private MailAddress() {}

    /** The address as it goes on the wire, or null when it is none. */
    public static @Nullable String of(@Nullable String text) {
        String address = text == null ? "" : text.strip();
        int at = address.lastIndexOf('@');
        if (at <= 0 || address.length() > LENGTH_MAX) {
            return null;
        }
        try {
            String local = address.substring(0, at);
            String domain = IDN.toASCII(address.substring(at + 1));
            if (!LOCAL.matcher(local).matches() || !DOMAIN.matcher(domain).matches()) {
                return null;
            }
            String plain = local + "@" + domain;
            new InternetAddress(plain, true).validate();
            return plain;
        } catch (AddressException | IllegalArgumentException e) {
            return null;
        }
    }
}
