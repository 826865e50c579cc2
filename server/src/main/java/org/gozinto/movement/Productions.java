/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gozinto.item.InspectionRule;
import org.gozinto.item.Item;
import org.gozinto.ledger.Link;
import org.gozinto.ledger.Movement;
import org.gozinto.ledger.Refusal;
import org.gozinto.movement.Act.Deed;
import org.gozinto.movement.Act.Line;
import org.gozinto.movement.Act.LinkName;
import org.gozinto.place.Place;
import org.gozinto.unit.Purpose;
import org.gozinto.unit.Unit;

/** produce: a run is fed, emptied, or both. */
final class Productions {

    private final Stage stage;
    private final Lines lines;
    private final Arrivals arrivals;
    private final Permit permit;

    Productions(Stage stage) {
        this.stage = stage;
        this.lines = new Lines(stage);
        this.arrivals = new Arrivals(stage, lines);
        this.permit = new Permit(stage);
    }

    void decide(Deed.Production production) throws SQLException {
        long run = stage.runs().idOf(production.run());
        stage.about(run);
        for (Line line : production.consume()) {
            consume(line, run);
        }
        for (Line line : production.produce()) {
            Place to = stage.place(
                    Stage.required(line.to(), line.pointer() + "/to", "the code of a place"), line.pointer() + "/to");
            if (to.kind() != Place.Kind.PARTNER || !stage.heading().shortfall()) {
                to = stage.location(line.to(), line.pointer() + "/to");
            }
            for (Piece piece : arrivals.of(line, run, 0)) {
                stage.move(new Movement(piece.unit().id(), piece.qty(), run, to.id()));
                stage.arrived(piece, InspectionRule.PRODUCED);
            }
        }
        link(production.links(), run);
    }

    private void consume(Line line, long run) throws SQLException {
        Long stated = line.from() == null
                ? null
                : stage.place(line.from(), line.pointer() + "/from").id();
        List<Piece> pieces = lines.existing(line, stated);
        lines.refuseNotPositive(pieces);
        stage.balances().load(pieces.stream().map(p -> p.unit().id()).toList());
        for (Piece piece : pieces) {
            long from = stated != null ? stated : stage.onlyPlace(piece);
            permit.require(Purpose.CONSUME, List.of(piece), from);
            stage.take(piece, from, run, null);
        }
    }

    private void link(List<LinkName> names, long run) throws SQLException {
        if (names.isEmpty()) {
            return;
        }
        Set<Long> inputs = new HashSet<>();
        Set<Long> outputs = new HashSet<>();
        for (Movement movement : stage.movements()) {
            (movement.to() == run ? inputs : outputs).add(movement.unit());
        }
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            LinkName name = names.get(i);
            Unit input = end(name.input(), inputs, run, "in");
            Unit output = end(name.output(), outputs, run, "out");
            links.add(new Link(input.id(), output.id(), linkedQuantity(name, input, "/links/" + i + "/qty")));
        }
        links.forEach(stage::link);
    }

    /** One end of a link: what this act, or an earlier one of the same run, put in or took out. */
    private Unit end(Act.UnitName name, Set<Long> moved, long run, String which) throws SQLException {
        Unit unit = lines.unit(name);
        stage.balances().load(List.of(unit.id()));
        long atRun = stage.balances().at(unit.id(), run);
        boolean earlier = which.equals("in") ? atRun > 0 : atRun < 0;
        if (!moved.contains(unit.id()) && !earlier) {
            throw Refusal.of(
                            "link-outside",
                            "The link names what the run does not have",
                            stage.name(unit) + " did not " + (which.equals("in") ? "enter" : "leave") + " the run.")
                    .at(
                            name.pointer(),
                            "a unit that " + (which.equals("in") ? "enters" : "leaves") + " the run",
                            "Correct the link.")
                    .asException();
        }
        return unit;
    }

    private long linkedQuantity(LinkName name, Unit input, String pointer) {
        BigDecimal qty = name.qty();
        if (qty == null) {
            return 0;
        }
        Item item = stage.item(input);
        if (qty.stripTrailingZeros().scale() > item.decimals()) {
            throw Lines.tooPrecise(qty, item, pointer);
        }
        return qty.movePointRight(item.decimals())
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValue();
    }
}
