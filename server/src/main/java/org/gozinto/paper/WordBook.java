/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.paper;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The words of one kind of paper in all its languages, read once. They lie in a folder beside a class, one file for
 * each language: {@code words_de.properties}, in UTF-8. Safe for use by many threads.
 */
public final class WordBook {

    private static final String ENGLISH = "en";

    private final Map<String, Words> byLanguage = new HashMap<>();

    private WordBook(Class<?> beside, String folder, List<String> languages) {
        Map<String, String> english = read(beside, folder, ENGLISH);
        for (String language : languages) {
            byLanguage.put(language, new Words(language, read(beside, folder, language), english));
        }
    }

    /**
     * Reads the words.
     *
     * @param beside a class of the room whose words they are
     * @param folder below that of the class, such as {@code notices}
     */
    public static WordBook load(Class<?> beside, String folder, List<String> languages) {
        return new WordBook(beside, folder, languages);
    }

    private static Map<String, String> read(Class<?> beside, String folder, String language) {
        String file = folder + "/words_" + language + ".properties";
        var properties = new Properties();
        try (var in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + file);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> words = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }

    /** The words of a language that the book has. */
    public Words in(String language) {
        Words words = byLanguage.get(language);
        if (words == null) {
            throw new IllegalArgumentException("no words in " + language);
        }
        return words;
    }

    public boolean has(String language) {
        return byLanguage.containsKey(language);
    }

    /** The first language of the book that a browser asks for by its {@code Accept-Language}; null for none of them. */
    public @Nullable String accepted(@Nullable String header) {
        return Languages.wanted(header).stream()
                .map(Languages::primary)
                .filter(this::has)
                .findFirst()
                .orElse(null);
    }
}
