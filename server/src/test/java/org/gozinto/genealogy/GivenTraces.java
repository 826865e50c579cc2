/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Entries;
import org.gozinto.place.Places;
import org.gozinto.unit.Stops;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Traces for the tests of other rooms. */
public final class GivenTraces {

    /** Writes the file for every single movement. */
    private static final IndexFile.Growth ANY = new IndexFile.Growth(1, Long.MAX_VALUE, 1);

    private final Traces traces;
    private final LedgerBook book;
    private final @Nullable IndexFile file;
    private final Items items;

    public GivenTraces(Database database, Items items, Places places) {
        this(database, items, places, null);
    }

    /** Traces whose index is kept in a directory; opened again they are as after a start of the server. */
    public GivenTraces(Database database, Items items, Places places, @Nullable Path directory) {
        var units = new Units(database);
        var entries = new Entries(database);
        this.file = directory == null ? null : new IndexFile(directory, entries, ANY);
        this.book = new LedgerBook(entries, units, items, places, new JsonMapper(), Runnable::run, file);
        var sources = new SeedSearch.Sources(units, places, new SeedStore(database), new JsonMapper());
        var questions = new Questions(sources, items);
        var stops = new Stops(database, Clock.systemUTC());
        var pictures = new Pictures(units, stops, places, Clock.systemUTC());
        this.traces = new Traces(book, entries, questions, pictures, places);
        this.items = items;
    }

    /** Follows the ledger as the server does by itself, and writes the file. */
    public void keepIndex() {
        Objects.requireNonNull(file).saveIfGrown(book.latest());
    }

    /** Up to which entry the index came out of its file, 0 when it was built from the ledger. */
    public long seqOutOfFile() {
        book.latest();
        return Objects.requireNonNull(file).seq();
    }

    /** Where the index is kept in a directory. */
    public static Path file(Path directory) {
        return directory.resolve(IndexFile.NAME);
    }

    /** Everything of the answer about a lot or serial. */
    public TraceView of(boolean forward, Unit unit, String hosts, String knownAt) {
        boolean serial = unit.kind() == Unit.Kind.SERIAL;
        return traces.page(new TraceQuery(
                forward ? "forward" : "backward",
                items.get(unit.itemId()).code(),
                serial ? null : unit.number(),
                serial ? unit.number() : null,
                null,
                null,
                null,
                null,
                knownAt,
                hosts,
                "ever",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1_000,
                null));
    }

    /** The numbers of the units that the trace reaches, with their items; suspect twins are one number. */
    public List<String> reached(boolean forward, Unit unit, String hosts) {
        List<String> names = new ArrayList<>();
        for (var reached : of(forward, unit, hosts, null).units()) {
            String number = reached.serial() != null ? reached.serial() : reached.lot();
            if (number != null) {
                names.add(reached.item() + "/" + number);
            }
        }
        return names;
    }
}
