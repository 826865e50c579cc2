/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Query;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.text.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists items, places or partners. */
@Command(name = "list", description = "List them in the order of their codes.")
final class MasterList extends ServerCommand {

    @Option(names = "-q", paramLabel = "TEXT", description = "Only those with this in code or name")
    private @Nullable String text;

    @Option(names = "--limit", paramLabel = "N", description = "Rows at the most. Default: 100")
    private @Nullable Integer limit;

    @Option(names = "--all", description = "All of them, page by page")
    private boolean all;

    private final String path;
    private final List<String> columns;

    MasterList(String path, String... columns) {
        this.path = path;
        this.columns = List.of(columns);
    }

    @Override
    Exit run() {
        List<Json> rows = new ArrayList<>();
        String cursor = null;
        Answer answer;
        do {
            answer = api().need(Request.get(Query.of("/api/v1/" + path)
                    .with("q", text)
                    .with("limit", limit)
                    .with("cursor", cursor)
                    .toString()));
            rows.addAll(answer.json().list("items"));
            cursor = answer.json().text("nextCursor");
        } while (all && cursor != null);
        if (isJson()) {
            screen().line(
                            all
                                    ? new Json.Fields()
                                            .with("items", new Json.Array(rows))
                                            .toString()
                                    : answer.body().strip());
            return Exit.OK;
        }
        Table table = new Table(columns.toArray(String[]::new));
        rows.forEach(row ->
                table.row(columns.stream().map(column -> cell(row, column)).toArray(String[]::new)));
        screen().lines(table.lines(""));
        if (cursor != null) {
            screen().aside("There are more: --all lists them all.");
        } else if (rows.isEmpty()) {
            screen().aside("None.");
        }
        return Exit.OK;
    }

    private static String cell(Json row, String column) {
        Json value = row.get(column);
        if (value == null) {
            return "";
        }
        return value instanceof Json.Array array
                ? String.join(", ", array.items().stream().map(Json::plain).toList())
                : value.plain();
    }
}
