/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes into the scope of a recall later is stopped too, on both engines. */
@ParameterizedClass
@MethodSource("engines")
class CaseWatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningServer server;
    private final Story story;

    CaseWatchTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
    }

    static Stream<Engine> engines() {
        return Stream.of(Engine.values());
    }

    @Test
    void aDrawFromATankThatTheBadLotIsInIsStoppedSoon() throws InterruptedException {
        story.vessel("T", "\"wellMixed\"");
        story.receive("SUP", "T", "100 R1");
        story.receive("SUP", "T", "100 R2");
        RecallCase recall = RecallCase.open(server, "recall")
                .prepared("{\"item\":\"%s\",\"lot\":\"R1\"}".formatted(story.code("R")))
                .decided("");
        long before = recall.now().at("/stop/units").asLong();
        // Only R2 is named, but what is drawn has R1 in it.
        story.run("MO").uses("10 R2 from=T").makes("10 M1").done();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (recall.now().at("/stop/units").asLong() == before && System.nanoTime() < end) {
            Thread.sleep(200);
        }
        assertThat(recall.now().at("/stop/units").asLong()).isGreaterThan(before);
        assertThat(story.refused(s -> s.ship("A", "C1", "1 M1")).code()).isEqualTo("recalled");
    }
}
