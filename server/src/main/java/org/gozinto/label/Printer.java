/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.regex.Pattern;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;

/**
 * A printer on the site's network that takes ZPL on a raw TCP port, as it is sent and shown.
 *
 * @param port 9100 when none is given
 * @param dpi 203, 300 or 600
 */
record Printer(
        @Nullable String code,
        @Nullable String name,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable Integer dpi,
        @Nullable Long version) {

    private static final int PORT = 9100;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:_-]{0,252})");

    /** The same with every default in it, or a refusal that names every fault. */
    Printer checked(long newVersion) {
        var faults = new Faults();
        String goodCode = faults.code("/code", code);
        faults.text("/name", name, 200);
        faults.expect(
                host != null && HOST.matcher(host).matches(),
                "/host",
                host == null ? "is missing" : "is not the name or address of a machine",
                "such as 10.0.0.9 or dock-printer.example.com");
        int goodPort = port == null ? PORT : port;
        faults.expect(goodPort >= 1 && goodPort <= 65_535, "/port", "is out of range", "1 to 65535, usually 9100");
        int goodDpi = dpi == null ? 203 : dpi;
        faults.expect(PrintRequest.isDpi(goodDpi), "/dpi", "is not a resolution of such printers", "203, 300 or 600");
        faults.refuse("The printer cannot be kept");
        return new Printer(goodCode, name == null ? goodCode : name, host, goodPort, goodDpi, newVersion);
    }
}
