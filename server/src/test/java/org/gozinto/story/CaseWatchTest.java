/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes into the scope of a recall later is stopped too, on both engines. */
@ParameterizedClass
@MethodSource("engines")
class CaseWatchTest {

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
    void whatIsFilledIntoATankWithTheBadLotIsStoppedSoon() {
        story.vessel("T", "\"wellMixed\"");
        story.receive("SUP", "T", "100 R1");
        RecallCase recall = RecallCase.open(server, "recall")
                .prepared("{\"item\":\"%s\",\"lot\":\"R1\"}".formatted(story.code("R")))
                .decided("");
        assertThat(recall.now().at("/stop/units").asLong()).isEqualTo(1);
        // No rule names R2: only the contents of the tank tell that it has R1 in it now.
        story.receive("SUP", "T", "100 R2");
        PostOffice.await(() -> recall.now().at("/stop/units").asLong() > 1);
        assertThat(recall.now().at("/stop/units").asLong()).isEqualTo(2);
        assertThat(story.refused(s -> s.ship("T", "C1", "1 R2")).code()).isEqualTo("recalled");
    }

    @Test
    void aCaseThatIsUndoneIsNotStoppedAgain() {
        story.receive("SUP", "A", "100 R1");
        RecallCase recall = RecallCase.open(server, "recall")
                .prepared("{\"item\":\"%s\",\"lot\":\"R1\"}".formatted(story.code("R")))
                .decided("");
        assertThat(story.refused(s -> s.ship("A", "C1", "1 R1")).code()).isEqualTo("recalled");
        recall.takes("undo", "\"step\":5,\"reason\":\"It was another lot\"");
        story.vessel("T", "\"wellMixed\"");
        story.receive("SUP", "T", "100 R2");
        RecallCase other = RecallCase.open(server, "recall")
                .prepared("{\"item\":\"%s\",\"lot\":\"R2\"}".formatted(story.code("R")))
                .decided("");
        story.receive("SUP", "T", "100 Q1");
        // By then the watch has looked at all cases.
        PostOffice.await(() -> other.now().at("/stop/units").asLong() > 1);
        story.ship("A", "C1", "1 R1");
    }
}
