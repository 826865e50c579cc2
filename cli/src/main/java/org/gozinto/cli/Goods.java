/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an act is about: one item with its options, more lines in short form, or both. */
final class Goods {

    @Parameters(arity = "0..1", paramLabel = "ITEM", description = "The item")
    private @Nullable String item;

    @Option(names = "--lot", paramLabel = "LOT", description = "Its lot")
    private @Nullable String lot;

    @Option(names = "--serial", paramLabel = "SERIAL", description = "Its serial; give it again for more")
    private List<String> serial = List.of();

    @Option(names = "--serials", paramLabel = "RANGES", description = "Many serials: SN0001-SN0500, SN0001+500, A1,A2")
    private @Nullable String serials;

    @Option(
            names = "--serials-from",
            paramLabel = "FILE",
            description = "Serials from a file, one on a line (- for stdin)")
    private @Nullable String serialsFrom;

    @Option(names = "--qty", paramLabel = "QTY", description = "How much, for lots and untracked goods")
    private @Nullable String qty;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description = "The unit of the quantity. Default: the item's base unit")
    private @Nullable String unit;

    @Option(names = "--issuer", paramLabel = "PARTNER", description = "Whose number it is, when not the item's issuer")
    private @Nullable String issuer;

    @Option(names = "--expiry", paramLabel = "DATE", description = "Last usable day")
    private @Nullable String expiry;

    @Option(names = "--best-before", paramLabel = "DATE", description = "Best-before date")
    private @Nullable String bestBefore;

    @Option(names = "--manufactured", paramLabel = "DATE", description = "Day of manufacture")
    private @Nullable String manufactured;

    @Option(
            names = "--supplier-lot",
            paramLabel = "NUMBER",
            description = "The supplier's own lot number; more are allowed")
    private List<String> supplierLot = List.of();

    @Option(names = "--twin", description = "A second piece with a number that is in stock already")
    private boolean twin;

    @Option(
            names = "--line",
            paramLabel = "LINE",
            description = "A line in short form: 'RESIN lot=R-1 qty=100'; more are allowed")
    private List<String> lines = List.of();

    /** The lines, in the order of the command line: the one of the options first. */
    List<Json> lines(Surroundings surroundings) {
        List<Json> all = new ArrayList<>();
        if (item != null) {
            all.add(line(item, surroundings));
        } else if (saysSomething()) {
            throw new Failure(
                    Exit.USAGE, "Which item? Its code stands by itself.", "such as: RESIN --lot R-1 --qty 100");
        }
        lines.forEach(text -> all.add(LineText.line(text)));
        return all;
    }

    private boolean saysSomething() {
        return lot != null || qty != null || !serial.isEmpty() || serials != null || serialsFrom != null;
    }

    private Json line(String code, Surroundings surroundings) {
        Json.Fields line = new Json.Fields().with("item", code).with("lot", lot);
        serials(line, surroundings);
        line.with("qty", qty)
                .with("unit", unit)
                .with("issuer", issuer)
                .with("expiry", expiry)
                .with("bestBefore", bestBefore)
                .with("manufactured", manufactured);
        if (!supplierLot.isEmpty()) {
            line.with(
                    "supplierLot",
                    supplierLot.size() == 1 ? new Json.Text(supplierLot.getFirst()) : Json.texts(supplierLot));
        }
        return twin ? line.with("twin", new Json.Flag(true)) : line;
    }

    private void serials(Json.Fields line, Surroundings surroundings) {
        int ways = (serial.isEmpty() ? 0 : 1) + (serials == null ? 0 : 1) + (serialsFrom == null ? 0 : 1);
        if (ways > 1) {
            throw new Failure(
                    Exit.USAGE, "Serials are named in two ways.", "Use one of --serial, --serials, --serials-from.");
        }
        if (serial.size() == 1) {
            line.with("serial", serial.getFirst());
        } else if (serial.size() > 1) {
            line.with("serials", Json.texts(serial));
        } else if (serialsFrom != null) {
            List<String> read = surroundings
                    .read(serialsFrom)
                    .lines()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
            line.with("serials", Json.texts(read));
        } else {
            line.with("serials", serials);
        }
    }
}
