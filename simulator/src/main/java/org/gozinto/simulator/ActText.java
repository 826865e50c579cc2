/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.List;

/** The contract's JSON of every kind of act. */
final class ActText {

    private ActText() {}

    static String typeOf(Act act) {
        return switch (act) {
            case Act.Receive _ -> "receive";
            case Act.Commission _ -> "commission";
            case Act.Produce _ -> "produce";
            case Act.Move _ -> "move";
            case Act.Ship _ -> "ship";
            case Act.Return _ -> "return";
            case Act.Scrap _ -> "scrap";
            case Act.Adjust _ -> "adjust";
            case Act.Count _ -> "count";
            case Act.Install _ -> "install";
            case Act.Remove _ -> "remove";
            case Act.Pack _ -> "pack";
            case Act.Unpack _ -> "unpack";
            case Act.Hold _ -> "hold";
            case Act.Release _ -> "release";
            case Act.VoidEntry _ -> "void";
        };
    }

    static void write(Act act, StringBuilder out) {
        JsonText json = new JsonText(out);
        json.open('{');
        act.header().write(json, typeOf(act));
        fields(act, json);
        json.close('}');
    }

    static void lines(JsonText json, String name, List<Line> lines) {
        json.name(name).open('[');
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).write(json);
        }
        json.close(']');
    }

    private static void fields(Act act, JsonText json) {
        switch (act) {
            case Act.Receive it -> lines(json.field("from", it.from()).field("to", it.to()), "lines", it.lines());
            case Act.Commission it -> lines(json.field("to", it.to()), "lines", it.lines());
            case Act.Produce it -> run(it, json);
            case Act.Move it -> it.goods().write(json.field("from", it.from()).field("to", it.to()));
            case Act.Ship it -> it.goods().write(json.field("from", it.from()).field("to", it.to()));
            case Act.Return it -> it.goods().write(json.field("from", it.from()).field("to", it.to()));
            case Act.Scrap it -> lines(json.field("from", it.from()), "lines", it.lines());
            case Act.Adjust it -> lines(json.field("at", it.at()), "lines", it.lines());
            case Act.Count it -> lines(json.field("at", it.at()), "lines", it.lines());
            case Act.Install it -> {
                it.host().write(json.name("host"));
                lines(json.field("position", it.position()).field("from", it.from()), "lines", it.lines());
            }
            case Act.Remove it -> {
                it.host().write(json.name("host"));
                lines(json.field("to", it.to()), "lines", it.lines());
            }
            case Act.Pack it ->
                it.goods().write(json.field("container", it.container()).field("from", it.from()));
            case Act.Unpack it ->
                it.goods().write(json.field("container", it.container()).field("to", it.to()));
            case Act.Hold it -> {
                units(json, it.units());
                json.texts("blocks", it.blocks());
            }
            case Act.Release it -> {
                units(json, it.units());
                json.field("hold", it.hold());
            }
            case Act.VoidEntry it -> json.field("corrects", it.corrects());
        }
    }

    private static void run(Act.Produce act, JsonText json) {
        json.field("run", act.run());
        if (!act.consume().isEmpty()) {
            lines(json, "consume", act.consume());
        }
        if (!act.produce().isEmpty()) {
            lines(json, "produce", act.produce());
        }
        if (!act.links().isEmpty()) {
            json.name("links").open('[');
            act.links().forEach(link -> link.write(json));
            json.close(']');
        }
        if (act.close()) {
            json.name("close").flag(true);
        }
    }

    private static void units(JsonText json, List<Unit> units) {
        json.name("units").open('[');
        units.forEach(unit -> unit.write(json));
        json.close(']');
    }
}
