/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What tells the server to speak HTTPS. It reads files that change again, without a new start. */
public final class TlsArguments {

    private static final String BUNDLE = "--spring.ssl.bundle.pem.gozinto.";

    private TlsArguments() {}

    /** With a certificate of the operator's. */
    public static List<String> own(Path certificate, Path key) {
        return List.of(
                "--server.ssl.bundle=gozinto",
                BUNDLE + "keystore.certificate=file:" + certificate,
                BUNDLE + "keystore.private-key=file:" + key,
                BUNDLE + "reload-on-update=true");
    }

    /** With the one that was made; the server hands out the authority's. */
    public static List<String> made(LocalCertificates.Made made) {
        List<String> arguments = new ArrayList<>(own(made.certificate(), made.key()));
        arguments.add("--gozinto.tls-authority=" + made.authority());
        return arguments;
    }

    /** The host of an address; empty when it is none. */
    public static String host(String address) {
        try {
            String host = new URI(address).getHost();
            return host == null ? "" : host;
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
