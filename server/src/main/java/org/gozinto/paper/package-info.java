/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What papers of any room need: words in the languages that are spoken, forms that are filled in, PDF pages, tables
 * for spreadsheets, and e-mails ({@code paper.mail}).
 *
 * <p>The room knows no units, cases or complaints. What a paper says belongs to the room whose paper it is; so do its
 * forms and words, which lie beside the classes of that room.
 */
@NullMarked
@ApplicationModule(
        displayName = "Paper",
        allowedDependencies = {})
package org.gozinto.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
