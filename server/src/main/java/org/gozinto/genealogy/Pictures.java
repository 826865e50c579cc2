/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gozinto.place.Places;
import org.gozinto.trace.Answer;
import org.gozinto.trace.Direction;
import org.gozinto.trace.Passage;
import org.gozinto.trace.Place;
import org.gozinto.trace.Precision;
import org.gozinto.trace.Reached;
import org.gozinto.trace.Relation;
import org.gozinto.trace.Source;
import org.gozinto.trace.Unit;
import org.gozinto.unit.Stops;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/** Draws answers: what hangs together how, few enough boxes to read, laid out. */
final class Pictures {

    /** Boxes when nothing is asked for. */
    static final int NODES_DEFAULT = 60;

    static final int NODES_MAX = 300;
    private static final int FOLDED_MAX = 20;

    private final Units units;
    private final Stops stops;
    private final Places places;
    private final Clock clock;

    Pictures(Units units, Stops stops, Places places, Clock clock) {
        this.units = units;
        this.stops = stops;
        this.places = places;
        this.clock = clock;
    }

    /**
     * The picture of an answer.
     *
     * @param hash of the last entry that was read
     * @param open the folds that are to be open
     */
    PictureView of(Answer answer, LedgerBook.View book, String hash, int nodes, Set<String> open) {
        var views = new TraceViews(book, places);
        Figure figure = figure(answer, book, views);
        int[] rank = Ranks.of(figure);
        Folding.Folded folded = Folding.of(figure, rank, nodes, open);
        int[] ranks = folded.boxes().stream().mapToInt(Folding.Box::rank).toArray();
        Layout.Placed placed = Layout.of(
                Ranks.columns(ranks, figure.forward()),
                folded.lines().stream()
                        .map(line -> new int[] {line.from(), line.to()})
                        .toList());
        List<PictureView.Node> boxes = new ArrayList<>();
        for (int i = 0; i < folded.boxes().size(); i++) {
            boxes.add(node(figure, folded.boxes().get(i), placed.spots().get(i), views));
        }
        List<PictureView.Edge> edges = new ArrayList<>();
        for (int i = 0; i < folded.lines().size(); i++) {
            Folding.Line line = folded.lines().get(i);
            edges.add(new PictureView.Edge(
                    folded.boxes().get(line.from()).id(),
                    folded.boxes().get(line.to()).id(),
                    Questions.word(line.precision()),
                    placed.paths().get(i),
                    line.count()));
        }
        return new PictureView(
                answer.complete(),
                answer.hash(),
                new TraceView.KnownAt(answer.knownAtSeq(), hash),
                placed.width(),
                placed.height(),
                boxes,
                edges,
                folded.shown(),
                folded.of(),
                folded.shown() < folded.of());
    }

    private Figure figure(Answer answer, LedgerBook.View book, TraceViews views) {
        boolean forward = answer.question().direction() == Direction.FORWARD;
        List<Figure.Spot> spots = new ArrayList<>();
        Map<Integer, Integer> spotOfEnd = new HashMap<>();
        List<Standings.Standing> standings = new Standings(book, units, stops, places, clock).of(answer.units());
        for (int i = 0; i < standings.size(); i++) {
            spotOfEnd.put(answer.units().get(i).unit(), i);
            spots.add(unit(answer.units().get(i), standings.get(i), book));
        }
        List<Figure.Tie> ties = new ArrayList<>();
        for (Passage passage : answer.passages().list()) {
            Integer from = spot(passage.from(), spotOfEnd, spots, book, views, forward);
            Integer to = spot(passage.to(), spotOfEnd, spots, book, views, forward);
            // A limit may have cut units from the answer.
            if (from != null && to != null) {
                ties.add(new Figure.Tie(from, to, passage.precision()));
            }
        }
        if (!forward) {
            addSuppliers(answer, book, views, spots, spotOfEnd, ties);
        }
        return new Figure(spots, ties, forward);
    }

    private void addSuppliers(
            Answer answer,
            LedgerBook.View book,
            TraceViews views,
            List<Figure.Spot> spots,
            Map<Integer, Integer> spotOfEnd,
            List<Figure.Tie> ties) {
        for (int i = 0; i < answer.units().size(); i++) {
            List<Integer> partners = answer.units().get(i).sources().stream()
                    .map(Source::from)
                    .filter(from -> book.place(from).kind() == Place.Kind.PARTNER)
                    .distinct()
                    .toList();
            for (int partner : partners) {
                Integer from = spot(Passage.ofPlace(partner), spotOfEnd, spots, book, views, false);
                if (from != null) {
                    ties.add(new Figure.Tie(from, i, Precision.UNIT));
                }
            }
        }
    }

    private static Figure.Spot unit(Reached reached, Standings.Standing standing, LedgerBook.View book) {
        Unit unit = book.unit(reached.unit());
        Figure.Kind kind = switch (unit.kind()) {
            case SERIAL -> Figure.Kind.SERIAL;
            case CONTAINER -> Figure.Kind.CONTAINER;
            case LOT, UNTRACKED -> Figure.Kind.LOT;
        };
        String number = unit.serial() != null ? unit.serial() : unit.lot() != null ? unit.lot() : unit.item();
        String where = standing.stock().equals("shipped") ? "to " + standing.whom() : standing.stock();
        return new Figure.Spot(
                "u" + LedgerBook.unitId(reached.unit()),
                kind,
                reached.unit(),
                unit.item(),
                unit.twin() == 0 ? number : number + " (twin " + unit.twin() + ")",
                unit.item() + " · " + where,
                standing.state(),
                standing.stock(),
                standing.whom(),
                reached.relation() == Relation.SEED);
    }

    private static @Nullable Integer spot(
            int end,
            Map<Integer, Integer> spotOfEnd,
            List<Figure.Spot> spots,
            LedgerBook.View book,
            TraceViews views,
            boolean forward) {
        Integer known = spotOfEnd.get(end);
        if (known != null || !Passage.isPlace(end)) {
            return known;
        }
        int place = Passage.place(end);
        String code = book.place(place).code();
        Place.Kind is = book.place(place).kind();
        Figure.Kind kind = switch (is) {
            case RUN -> Figure.Kind.RUN;
            case PARTNER -> Figure.Kind.PARTNER;
            default -> Figure.Kind.PLACE;
        };
        String title = kind == Figure.Kind.PARTNER ? views.name(place) : code;
        String subtitle = switch (kind) {
            case RUN -> "run";
            case PARTNER -> code + (forward ? " · received" : " · supplied");
            default -> "vessel";
        };
        spotOfEnd.put(end, spots.size());
        spots.add(new Figure.Spot(
                "p" + book.placeId(place), kind, -1, "", title, subtitle, Figure.State.OK, "", "", false));
        return spots.size() - 1;
    }

    private static PictureView.Node node(Figure figure, Folding.Box box, Layout.Spot at, TraceViews views) {
        List<Figure.Spot> members =
                Arrays.stream(box.members()).mapToObj(figure.spots()::get).toList();
        Figure.Spot first = members.getFirst();
        boolean single = members.size() == 1;
        List<TraceView.Named> named = members.stream()
                .filter(spot -> spot.number() >= 0)
                .limit(FOLDED_MAX)
                .map(spot -> views.named(spot.number()))
                .toList();
        Figure.State state =
                Collections.max(members.stream().map(Figure.Spot::state).toList());
        return new PictureView.Node(
                box.id(),
                at.x(),
                at.y(),
                Layout.BOX_WIDTH,
                Layout.BOX_HEIGHT,
                single ? first.kind().word() : "fold",
                single && !named.isEmpty() ? named.getFirst() : null,
                single ? first.title() : title(members),
                single ? first.subtitle() : subtitle(members),
                members.size(),
                state.word(),
                members.stream().anyMatch(Figure.Spot::seed),
                single || named.isEmpty() ? null : named,
                box.opens());
    }

    private static String title(List<Figure.Spot> members) {
        Figure.Kind kind =
                Folding.common(members.stream().map(Figure.Spot::kind).toList());
        String word = kind == null ? "unit" : kind == Figure.Kind.PLACE ? "vessel" : kind.word();
        return members.size() + " " + word + "s";
    }

    /** The item when there is one only, and the two states of stock that most of them are in. */
    private static String subtitle(List<Figure.Spot> members) {
        List<String> items = members.stream().map(Figure.Spot::item).distinct().toList();
        if (members.getFirst().number() < 0) {
            return members.getFirst().title() + " and others";
        }
        Map<String, Long> stocks =
                members.stream().collect(Collectors.groupingBy(Figure.Spot::stock, Collectors.counting()));
        String what = items.size() == 1 ? items.getFirst() : items.size() + " items";
        String where = stocks.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(2)
                .map(stock -> stocks.size() == 1 ? stock.getKey() : stock.getValue() + " " + stock.getKey())
                .collect(Collectors.joining(", "));
        return what + " · " + where + (stocks.size() > 2 ? " …" : "");
    }
}
