/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.gozinto.trace.Entry;
import org.gozinto.trace.Place;
import org.gozinto.trace.Unit;
import org.junit.jupiter.api.Test;

class VehicleGraphTest {

    private final VehicleGraph graph = VehicleGraph.of(0.01);

    @Test
    void hasTheEdgesOfAMakerOfVehicles() {
        var whole = VehicleGraph.of(1);

        assertThat(whole).isEqualTo(new VehicleGraph(200, 20_000, 2_400_000, 300_000));
        assertThat(whole.edges()).isEqualTo(9_620_000);
    }

    @Test
    void tellsAsManyEdgesAsItSays() {
        long[] told = new long[1];
        Edges.tell(graph, (from, to, us, qty) -> told[0]++);

        assertThat(told[0]).isEqualTo(graph.edges());
    }

    @Test
    void buildsEachSubAssemblyIntoOneVehicle() {
        int[] builtIn = new int[graph.units()];
        int[] partsOf = new int[graph.units()];
        Edges.tell(graph, (from, to, us, qty) -> {
            builtIn[from]++;
            partsOf[to]++;
        });

        assertThat(Arrays.stream(builtIn, graph.assembly(0), graph.vehicle(0))).containsOnly(1);
        assertThat(partsOf[graph.largeVehicle()]).isEqualTo(VehicleGraph.MANY);
        assertThat(Arrays.stream(partsOf, graph.vehicle(0), graph.units()).min())
                .hasValue(4);
    }

    @Test
    void makersFollowEachOtherWithoutGaps() {
        var makers = new Makers(graph, VehicleGraph.of(0.005));
        List<Entry> entries = new ArrayList<>();
        var units = new BitSet();
        int[] places = new int[1];
        for (int maker = 0; maker < 3; maker++) {
            VehicleGraph one = maker == 0 ? makers.first() : makers.other();
            one.tell(1_000, makers.base(maker), (told, unitCount, placeCount) -> {
                entries.addAll(told);
                units.set(unitCount - 1);
                places[0] = placeCount;
            });
        }

        VehicleGraph.Base end = makers.base(3);
        assertThat(entries).hasSize((int) end.seq());
        assertThat(entries.getLast().seq()).isEqualTo(end.seq());
        assertThat(units.length()).isEqualTo(end.units());
        assertThat(places[0]).isEqualTo(end.places());
        Unit last = makers.unit(end.units() - 1);
        assertThat(last.serial()).isEqualTo("CAR" + last.id());
        assertThat(makers.place(end.places() - 1).kind()).isEqualTo(Place.Kind.RUN);
    }

    @Test
    void theIndexReachesWhatAPlainWalkReaches() throws InterruptedException {
        Asked asked = Asked.middle(graph);
        var walked = new BitSet();
        asked.seeds().forEach(walked::set);
        // Edges come in the order of time, so that one pass finds all.
        Edges.tell(graph, (from, to, us, qty) -> walked.set(to, walked.get(from) || walked.get(to)));

        try (var indexed = new Indexed(graph)) {
            assertThat(indexed.units(asked)).isEqualTo(walked.stream().toArray());
        }
    }
}
