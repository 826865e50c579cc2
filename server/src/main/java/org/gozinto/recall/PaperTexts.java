/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The words of papers in one language: those of states and steps, and headings. */
final class PaperTexts {

    private static final PaperTexts EN = new PaperTexts("papers/texts.properties");
    private static final PaperTexts DE = new PaperTexts("papers/texts_de.properties");

    private final Map<String, String> texts = new TreeMap<>();

    private PaperTexts(String resource) {
        var properties = new Properties();
        try (InputStream in = PaperTexts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not there");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name)));
    }

    static PaperTexts of(PaperLanguage language) {
        return switch (language) {
            case EN -> EN;
            case DE -> DE;
        };
    }

    /** The text of this name; a word of the API that has none stands for itself. */
    String word(String name) {
        return texts.getOrDefault(name, name);
    }

    /** All of them, by name. */
    Map<String, String> all() {
        return texts;
    }
}
