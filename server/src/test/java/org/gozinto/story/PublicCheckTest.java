/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The public check of a book with goods in it, without signing in. */
class PublicCheckTest {

    private static final String WITHOUT_TOKEN = null;

    @ParameterizedTest
    @EnumSource
    void whatIsInTheBookAndWhatIsNotLookAlike(Engine engine) {
        RunningServer server = engine.shared();
        Story story = new Story(server).serials("P");
        story.receive("SUP", "A", "P1001", "P1002");
        story.receive("SUP", "A", "10 C77 supplierLot=" + story.code("X"));
        for (String path : new String[] {"/check?number=", "/check/api?code="}) {
            String known = page(server, path + story.code("P1001"));
            String unknown = page(server, path + story.code("P9001"));
            assertThat(unknown.replace("P9001", "P1001")).isEqualTo(known);
            assertThat(page(server, path + story.code("X")).replace(story.code("X"), story.code("Y")))
                    .isEqualTo(page(server, path + story.code("Y")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void listAndItsKeyAreThereFromTheBeginning(Engine engine) {
        RunningServer server = engine.shared();
        for (String path : new String[] {
            "/check/list.json",
            "/check/list.bin",
            "/check/key",
            "/check/recalls",
            "/check/feed.atom",
            "/check/range/00000"
        }) {
            assertThat(server.get(path, WITHOUT_TOKEN).status()).as(path).isEqualTo(200);
        }
    }

    /** Without the minute, which may have passed meanwhile. */
    private static String page(RunningServer server, String path) {
        Answer answer = server.get(path, WITHOUT_TOKEN);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body().replaceAll("[0-9]{2}:[0-9]{2}( UTC|:00Z)", "");
    }
}
