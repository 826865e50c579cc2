/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import java.util.Locale;
import org.gozinto.story.RunningServer.Engine;

/** The link of a shop that got three scooters and some glue, for tests that look at the page in a browser. */
public record AnswerLink(int port, String path) {

    /** A new case with a shop that reads this language. */
    public static AnswerLink make(String language) {
        PostOffice office = PostOffice.shared(Engine.SQLITE);
        var story = new Story(office.server);
        String address = ("look" + story.code("") + "@example.org").toLowerCase(Locale.ROOT);
        PostOffice.partner(
                office.server,
                story.partnerOfName("SHOP"),
                "Corner Bikes",
                "[\"customer\"]",
                "{\"email\":\"%s\",\"language\":\"%s\"}".formatted(address, language));
        story.serials("SCOOTER");
        story.receive("SUP", "A", "9 R1", "20.5 R2");
        story.run("MO1")
                .uses("3 R1")
                .makes("SCOOTER101", "SCOOTER102", "SCOOTER103")
                .done();
        story.ship("A", "SHOP", "SCOOTER101", "SCOOTER102", "SCOOTER103", "1.5 R1");
        RecallCase recall = RecallCase.open(office.server, "recall")
                .prepared("{\"item\":\"%s\",\"lot\":\"R1\"}".formatted(story.code("R")))
                .decided("");
        PostOffice.tells(office.server, recall, "first", "email", "");
        String text = PostOffice.part(office.to(address, 1).getFirst(), "text/plain");
        return new AnswerLink(office.server.port(), PostOffice.link(text));
    }
}
