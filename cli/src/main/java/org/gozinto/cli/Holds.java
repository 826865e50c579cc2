/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.cli.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The acts that block units and free them again. */
final class Holds {

    private Holds() {}

    @Command(name = "hold", description = "Block lots or serials.", sortOptions = false)
    static final class Hold extends ActCommand {
        @Mixin
        private UnitChoice choice = new UnitChoice();

        @Option(names = "--also", paramLabel = "UNIT", description = "Another one: 'RESIN lot=R-2'; more are allowed")
        private List<String> also = List.of();

        @Option(
                names = "--blocks",
                paramLabel = "PURPOSE",
                split = ",",
                description = "What is blocked, some of: ship,consume,sell,move")
        private List<String> blocks = List.of();

        Hold() {
            super("hold");
        }

        @Override
        void fill(Json.Fields act) {
            append(act, "units", units(choice, also));
            append(act, "blocks", Json.texts(blocks).items());
        }
    }

    @Command(name = "release", description = "End a hold.", sortOptions = false)
    static final class Release extends ActCommand {
        @Mixin
        private UnitChoice choice = new UnitChoice();

        @Option(names = "--also", paramLabel = "UNIT", description = "Another one: 'RESIN lot=R-2'; more are allowed")
        private List<String> also = List.of();

        @Option(names = "--hold", paramLabel = "UUID", description = "Only this hold: the id of its entry")
        private @Nullable String hold;

        Release() {
            super("release");
        }

        @Override
        void fill(Json.Fields act) {
            append(act, "units", units(choice, also));
            act.with("hold", hold);
        }
    }

    private static List<Json> units(UnitChoice choice, List<String> also) {
        List<Json> units = new ArrayList<>();
        Json chosen = choice.unitOrNull();
        if (chosen != null) {
            units.add(chosen);
        }
        also.forEach(text -> units.add(LineText.unit(text)));
        return units;
    }
}
