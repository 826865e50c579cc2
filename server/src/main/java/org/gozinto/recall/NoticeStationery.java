/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.util.List;
import java.util.Map;
import org.gozinto.paper.Stationery;

/** The forms that notices and the page for their answers are written on, read once. Safe for use by many threads. */
final class NoticeStationery {

    private final Stationery stationery = new Stationery(
            NoticeStationery.class,
            "notices",
            List.of(
                    "notice.html",
                    "notice.txt",
                    "mail.html",
                    "mail.css",
                    "letter.html",
                    "letter.css",
                    "answer.html",
                    "answer.css",
                    "plain.html"));

    String fill(String file, Map<String, Object> values) {
        return stationery.fill(file, values);
    }

    String style(String file) {
        return stationery.style(file);
    }
}
