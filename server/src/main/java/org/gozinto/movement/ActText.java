/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.util.List;
import org.gozinto.ledger.JsonText;
import org.gozinto.movement.Act.ContainerName;
import org.gozinto.movement.Act.Deed;
import org.gozinto.movement.Act.Line;
import org.gozinto.movement.Act.UnitName;
import org.gozinto.unit.Purpose;
import org.jspecify.annotations.Nullable;

/** Writes acts as canonical JSON: what the hash chain covers, and what {@link ActReader} reads back to the same act. */
final class ActText {

    private final JsonText text = new JsonText();

    private ActText() {}

    static String of(Act act) {
        var writer = new ActText();
        writer.write(act);
        return writer.text.toString();
    }

    private void write(Act act) {
        var heading = act.heading();
        text.object().member("type", heading.type()).member("id", heading.id());
        var occurred = heading.occurred();
        text.member("occurredAt", occurred == null ? null : occurred.text());
        var reference = heading.reference();
        if (reference != null) {
            text.object("reference")
                    .member("type", reference.type())
                    .member("number", reference.number())
                    .endObject();
        }
        text.member("reason", heading.reason())
                .member("operator", heading.operator())
                .member("equipment", heading.equipment())
                .member("step", heading.step())
                .member("shortfall", heading.shortfall() ? "unknown" : null)
                .raw("attributes", heading.attributes())
                .raw("extension", heading.extension());
        write(act.deed());
        text.endObject();
    }

    private void write(Deed deed) {
        switch (deed) {
            case Deed.Transfer t -> {
                text.member("from", t.from()).member("to", t.to());
                lines("lines", t.lines());
                containers(t.containers());
            }
            case Deed.Recount r -> {
                text.member("at", r.at());
                lines("lines", r.lines());
            }
            case Deed.Production p -> production(p);
            case Deed.Assembly a -> {
                unit("host", a.host());
                text.member("position", a.position()).member(a.install() ? "from" : "to", a.place());
                lines("lines", a.lines());
            }
            case Deed.Packing p -> {
                container("container", p.container());
                text.member(p.pack() ? "from" : "to", p.place());
                lines("lines", p.lines());
                containers(p.containers());
            }
            case Deed.Holding h -> {
                units(h.units());
                text.array("blocks");
                h.blocks().stream().map(Purpose::word).forEach(text::element);
                text.endArray();
            }
            case Deed.Releasing r -> {
                units(r.units());
                text.member("hold", r.hold());
            }
            case Deed.Cleaning c -> text.member("vessel", c.vessel());
            case Deed.Correction c -> text.member("corrects", c.corrects());
        }
    }

    private void production(Deed.Production production) {
        text.member("run", production.run());
        lines("consume", production.consume());
        lines("produce", production.produce());
        if (!production.links().isEmpty()) {
            text.array("links");
            for (var link : production.links()) {
                text.object();
                unit("in", link.input());
                unit("out", link.output());
                text.member("qty", link.qty() == null ? null : link.qty().toPlainString());
                text.endObject();
            }
            text.endArray();
        }
        text.flag("close", production.close());
    }

    private void lines(String name, List<Line> lines) {
        if (!lines.isEmpty()) {
            text.array(name);
            lines.forEach(this::line);
            text.endArray();
        }
    }

    private void line(Line line) {
        text.object().member("item", line.item()).member("lot", line.lot());
        serials(line.serials());
        text.member("qty", line.qty() == null ? null : line.qty().toPlainString())
                .member("unit", line.unit())
                .member(
                        "baseQty",
                        line.baseQty() == null ? null : line.baseQty().toPlainString())
                .member("from", line.from())
                .member("to", line.to())
                .member("issuer", line.issuer());
        var dates = line.dates();
        text.member("expiry", dates.expiry() == null ? null : dates.expiry().toString())
                .member(
                        "bestBefore",
                        dates.bestBefore() == null ? null : dates.bestBefore().toString())
                .member(
                        "manufactured",
                        dates.manufactured() == null
                                ? null
                                : dates.manufactured().toString());
        if (!line.supplierLots().isEmpty()) {
            text.array("supplierLot");
            line.supplierLots().forEach(text::element);
            text.endArray();
        }
        text.raw("attributes", line.attributes()).flag("twin", line.twin()).endObject();
    }

    private void serials(Act.@Nullable Serials serials) {
        if (serials == null) {
            return;
        }
        if (serials.alone()) {
            text.member("serial", serials.numbers().getFirst());
        } else if (serials.text() != null) {
            text.member("serials", serials.text());
        } else {
            text.array("serials");
            serials.numbers().forEach(text::element);
            text.endArray();
        }
    }

    private void units(List<UnitName> units) {
        text.array("units");
        for (UnitName unit : units) {
            text.object();
            members(unit);
            text.endObject();
        }
        text.endArray();
    }

    private void unit(String name, UnitName unit) {
        text.object(name);
        members(unit);
        text.endObject();
    }

    private void members(UnitName unit) {
        text.member("item", unit.item())
                .member("lot", unit.lot())
                .member("serial", unit.serial())
                .member("issuer", unit.issuer());
    }

    private void container(String name, ContainerName container) {
        switch (container) {
            case ContainerName.OfCode c -> text.member(name, c.code());
            case ContainerName.OfSerial s -> unit(name, s.name());
        }
    }

    private void containers(List<ContainerName> containers) {
        if (containers.isEmpty()) {
            return;
        }
        text.array("containers");
        for (ContainerName container : containers) {
            switch (container) {
                case ContainerName.OfCode c -> text.element(c.code());
                case ContainerName.OfSerial s -> {
                    text.object();
                    members(s.name());
                    text.endObject();
                }
            }
        }
        text.endArray();
    }
}
