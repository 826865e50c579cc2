/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.server;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name or address under which this machine can be reached.
 *
 * @param text in the spelling that equal names share
 */
public record MachineName(String text, boolean isAddress) {

    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    static MachineName of(String text, boolean isAddress) {
        if (!isAddress) {
            return new MachineName(text.toLowerCase(Locale.ROOT), false);
        }
        try {
            // An address is only written anew here: nothing is asked.
            return new MachineName(plain(InetAddress.ofLiteral(text)), true);
        } catch (IllegalArgumentException e) {
            return new MachineName(text, true);
        }
    }

    /** A name or address that somebody gave; null when it is neither. */
    static @Nullable MachineName given(String text) {
        String host = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        try {
            return new MachineName(plain(InetAddress.ofLiteral(host)), true);
        } catch (IllegalArgumentException e) {
            String name = host.toLowerCase(Locale.ROOT);
            return NAME.matcher(name).matches() ? new MachineName(name, false) : null;
        }
    }

    /** Without the interface that stands behind an address of IPv6. */
    private static String plain(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }

    /**
     * All names and addresses of this machine, and others that it is known by.
     *
     * @param others host names or addresses; what is neither is left out
     */
    public static Set<MachineName> all(Collection<String> others) {
        Set<MachineName> names = new LinkedHashSet<>();
        List<String> given = new ArrayList<>(List.of("localhost", "127.0.0.1", "::1"));
        try {
            String host = InetAddress.getLocalHost().getHostName();
            given.add(host);
            if (host.indexOf('.') < 0) {
                // What the machine is called on a network without a name server.
                given.add(host + ".local");
            }
        } catch (IOException e) {
            // A machine whose own name leads nowhere is reached by its addresses.
        }
        given.addAll(others);
        for (String one : given) {
            MachineName name = given(one);
            if (name != null) {
                names.add(name);
            }
        }
        names.addAll(addresses());
        return names;
    }

    /** The addresses of all networks that this machine is on. */
    private static List<MachineName> addresses() {
        List<MachineName> addresses = new ArrayList<>();
        try {
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (!network.isUp()) {
                    continue;
                }
                for (InetAddress address : Collections.list(network.getInetAddresses())) {
                    if (!address.isLinkLocalAddress() && !address.isAnyLocalAddress()) {
                        addresses.add(new MachineName(plain(address), true));
                    }
                }
            }
        } catch (IOException e) {
            // Without a list of networks the names are what is left.
        }
        return addresses;
    }

    /** Whether people on the network would type it: an address of version 4 that is not the machine's way to itself. */
    public boolean isForOthers() {
        if (!isAddress) {
            return false;
        }
        InetAddress address = InetAddress.ofLiteral(text);
        return address instanceof Inet4Address && !address.isLoopbackAddress();
    }

    /** As {@code keytool} wants it: {@code dns:localhost}, {@code ip:127.0.0.1}. */
    @Override
    public String toString() {
        return (isAddress ? "ip:" : "dns:") + text;
    }
}
