/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Balances;
import org.gozinto.ledger.Clerk;
import org.gozinto.ledger.Command;
import org.gozinto.ledger.Decision;
import org.gozinto.ledger.Dialect;
import org.gozinto.ledger.Movement;
import org.gozinto.ledger.Occurred;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.movement.Act.Deed;
import org.gozinto.movement.Act.Line;
import org.gozinto.movement.EntryView.MovementView;
import org.gozinto.place.Places;
import org.gozinto.place.Runs;
import org.gozinto.unit.FitDesk;
import org.gozinto.unit.RecallTag;
import org.gozinto.unit.Stops;
import org.gozinto.unit.Unit;
import org.gozinto.unit.UnitDesk;
import org.jspecify.annotations.Nullable;

/** Judges acts for the ledger's writer. */
final class ActClerk implements Clerk {

    /** How far a client's clock may be ahead of ours. */
    private static final long FUTURE_US_MAX = Duration.ofMinutes(5).toNanos() / 1_000;

    /** A day stated without a zone can begin this much earlier than in UTC. */
    private static final long ZONE_US_MAX = Duration.ofHours(14).toNanos() / 1_000;

    private final Items items;
    private final Places places;
    private final Dialect dialect;
    private final @Nullable Stops stops;
    private final FitDesk.Source fits;

    private ActClerk(Items items, Places places, Dialect dialect, @Nullable Stops stops, FitDesk.Source fits) {
        this.items = items;
        this.places = places;
        this.dialect = dialect;
        this.stops = stops;
        this.fits = fits;
    }

    /** A clerk who judges what happens today. */
    static ActClerk of(Items items, Places places, Dialect dialect, Stops stops, FitDesk.Source fits) {
        return new ActClerk(items, places, dialect, stops, fits);
    }

    /** A clerk for acts that were recorded in another book before: rules that depend on today do not apply. */
    static ActClerk replaying(Items items, Places places, Dialect dialect) {
        return new ActClerk(items, places, dialect, null, FitDesk.Source.NONE);
    }

    @Override
    public ActDesk open(List<? extends Command> group, Connection connection) throws SQLException {
        return new ActDesk(group, connection);
    }

    /** The working copy of one group of acts. */
    final class ActDesk implements Desk {

        private final Stage.Copies copies;
        private final Past past;
        private final FitDesk fitting;
        private final Map<Long, String> runCodes = new HashMap<>();
        private final boolean replaying = stops == null;
        private long head = -1;

        ActDesk(List<? extends Command> group, Connection connection) throws SQLException {
            var runs = new Runs(connection, dialect);
            var units = stops == null ? new UnitDesk(connection, dialect) : stops.desk(connection);
            var balances = new Balances(connection, dialect);
            this.copies = new Stage.Copies(items, places, runs, units, balances, replaying);
            this.past = new Past(connection);
            this.fitting = fits.open(connection);
            var needs = new Needs(items, places);
            for (Command command : group) {
                needs.add(((ActCommand) command).act());
            }
            runs.load(needs.runs());
            units.load(needs.units());
            balances.load(units.loadedIds());
            balances.loadContents(units.loadedIds().stream().map(id -> -id).toList());
            units.loadIds(balances.loadedUnits());
            units.loadHolds(new ArrayList<>(units.loadedIds()));
        }

        @Override
        public Decision decide(Command command, long seq, long nowUs) throws SQLException {
            Act act = ((ActCommand) command).act();
            // The first act that is decided follows the last entry that is recorded.
            head = head < 0 ? seq - 1 : head;
            Occurred occurred = act.heading().occurred() != null ? act.heading().occurred() : Times.at(nowUs);
            int runs = copies.runs().mark();
            int units = copies.units().mark();
            int balances = copies.balances().mark();
            try {
                return accepted((ActCommand) command, new Stage.Task(act, occurred, seq, nowUs));
            } catch (RefusedException e) {
                copies.balances().undo(balances);
                copies.units().undo(units);
                copies.runs().undo(runs);
                return new Decision.Refused(e.refusal());
            }
        }

        private Decision accepted(ActCommand command, Stage.Task task) throws SQLException {
            if (!replaying) {
                refuseFuture(task);
            }
            Act act = task.act();
            var stage = new Stage(copies, task);
            perform(act.deed(), stage);
            new Fitting(stage, fitting).judge(act.deed());
            new Spread(stage, head).carry(act.deed());
            stage.alertAgain(command.told());
            var recorded = inBaseUnits(act.at(task.occurred()));
            if (act.deed() instanceof Deed.Production production && stage.place() != null) {
                runCodes.put(stage.place(), production.run());
            }
            past.add(command.id(), new Past.Known(task.seq(), act.heading().type(), null, stage.movements()));
            var reference = act.heading().reference();
            return new Decision.Accepted(
                    act.heading().type(),
                    task.occurred(),
                    recorded.equals(act) ? command.text() : ActText.of(recorded),
                    reference == null ? null : reference.number(),
                    stage.place(),
                    stage.corrects(),
                    stage.movements(),
                    stage.links(),
                    stage.alerts());
        }

        /**
         * Movements as they are shown, with what this group made. Units that are named from {@code firstSeq} on are not
         * recorded, so they have no id to show.
         */
        List<MovementView> views(List<Movement> movements, long firstSeq) throws SQLException {
            List<MovementView> views = new ArrayList<>(movements.size());
            for (Movement movement : movements) {
                Unit unit = copies.units().get(movement.unit());
                Item item = unit.itemId() == 0 ? null : items.get(unit.itemId());
                String lot = unit.lotId() == 0
                        ? null
                        : copies.units().get(unit.lotId()).number();
                views.add(MovementView.of(
                        movement,
                        unit,
                        item,
                        lot,
                        nameOf(movement.from()),
                        nameOf(movement.to()),
                        unit.firstSeq() < firstSeq,
                        RecallTag.of(copies.units().stops().of(unit))));
            }
            return views;
        }

        private String nameOf(long place) throws SQLException {
            if (place < 0) {
                Unit unit = copies.units().get(-place);
                return unit.kind() == Unit.Kind.CONTAINER
                        ? unit.number()
                        : items.get(unit.itemId()).code() + " serial " + unit.number();
            }
            String run = runCodes.get(place);
            return run != null ? run : places.get(place).code();
        }

        private void perform(Deed deed, Stage stage) throws SQLException {
            switch (deed) {
                case Deed.Transfer t -> new Transfers(stage).decide(t);
                case Deed.Recount r -> new Recounts(stage).decide(r);
                case Deed.Production p -> new Productions(stage).decide(p);
                case Deed.Assembly a -> new Assemblies(stage).decide(a);
                case Deed.Packing p -> new Assemblies(stage).decide(p);
                case Deed.Holding h -> new Holds(stage, past).decide(h);
                case Deed.Releasing r -> new Holds(stage, past).decide(r);
                case Deed.Cleaning c -> new Corrections(stage, past).decide(c);
                case Deed.Correction c -> new Corrections(stage, past).decide(c);
            }
        }

        private void refuseFuture(Stage.Task task) {
            Occurred occurred = task.occurred();
            boolean instant = occurred.fromUs() == occurred.toUs();
            long tolerance = instant ? FUTURE_US_MAX : ZONE_US_MAX;
            if (occurred.fromUs() > task.nowUs() + tolerance) {
                throw Refusal.of(
                                "in-the-future",
                                "It has not happened yet",
                                occurred.text() + " is after now, " + Times.instant(task.nowUs()) + ".")
                        .at(
                                "/occurredAt",
                                "a time that is not in the future",
                                "Check the clock of the device and the offset.")
                        .asException();
            }
        }

        /**
         * Writes quantities that were stated in other units in the base unit too: the factor may change later, the
         * past may not.
         */
        private Act inBaseUnits(Act act) {
            Deed deed = switch (act.deed()) {
                case Deed.Transfer t -> new Deed.Transfer(t.kind(), t.from(), t.to(), based(t.lines()), t.containers());
                case Deed.Recount r -> new Deed.Recount(r.counted(), r.at(), based(r.lines()));
                case Deed.Production p ->
                    new Deed.Production(p.run(), based(p.consume()), based(p.produce()), p.links(), p.close());
                case Deed.Assembly a ->
                    new Deed.Assembly(a.install(), a.host(), a.position(), a.place(), based(a.lines()));
                case Deed.Packing p ->
                    new Deed.Packing(p.pack(), p.container(), p.place(), based(p.lines()), p.containers());
                case Deed.Holding h -> h;
                case Deed.Releasing r -> r;
                case Deed.Cleaning c -> c;
                case Deed.Correction c -> c;
            };
            return deed.equals(act.deed()) ? act : new Act(act.heading(), deed);
        }

        private List<Line> based(List<Line> lines) {
            return lines.stream().map(this::based).toList();
        }

        private Line based(Line line) {
            if (line.unit() == null || line.qty() == null || line.baseQty() != null) {
                return line;
            }
            Item item = items.find(line.item());
            var factor = item == null ? null : item.factor(line.unit());
            return factor == null
                    ? line
                    : line.inBaseUnit(line.qty().multiply(factor).stripTrailingZeros());
        }

        @Override
        public void write() throws SQLException {
            copies.runs().write();
            copies.units().write();
            copies.balances().write();
        }

        @Override
        public void committed() {
            copies.units().committed();
        }
    }
}
