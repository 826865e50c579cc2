/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.paper;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The forms (Mustache) and styles of one kind of paper, read once. They lie in a folder beside a class. What is filled
 * into {@code .html} is escaped, what is filled into {@code .txt} is not; parts that forms have in common are
 * {@code .html} of the same folder. What is not there is taken from the folder of the pages for the public, see
 * {@link PublicPages}. Safe for use by many threads.
 */
public final class Stationery {

    private static final String COMMON = "page/";

    private final Class<?> beside;
    private final String folder;
    private final Map<String, Template> forms = new HashMap<>();
    private final Map<String, String> styles = new HashMap<>();

    /**
     * Reads them.
     *
     * @param beside a class of the room whose paper it is
     * @param folder below that of the class, such as {@code notices}
     * @param files their names: {@code .html}, {@code .txt} and {@code .css}
     */
    public Stationery(Class<?> beside, String folder, List<String> files) {
        this(beside, folder, files, UnaryOperator.identity());
    }

    /**
     * Reads them.
     *
     * @param cleaned what becomes of a text before it is escaped, such as {@link PdfPages#drawable}
     */
    public Stationery(Class<?> beside, String folder, List<String> files, UnaryOperator<String> cleaned) {
        this.beside = beside;
        this.folder = folder;
        Mustache.Compiler text = Mustache.compiler()
                .nullValue("")
                .emptyStringIsFalse(true)
                .withLoader(name -> reader(name + ".html"))
                .withEscaper(cleaned::apply);
        Mustache.Compiler html = text.withEscaper(raw -> Escapers.HTML.escape(cleaned.apply(raw)));
        for (String file : files) {
            if (file.endsWith(".css")) {
                styles.put(file, text(file));
            } else {
                forms.put(file, (file.endsWith(".html") ? html : text).compile(reader(file)));
            }
        }
    }

    /** A form with its blanks filled in. */
    public String fill(String file, Map<String, Object> values) {
        Template form = forms.get(file);
        if (form == null) {
            throw new IllegalArgumentException("no form " + file);
        }
        return form.execute(values);
    }

    public String style(String file) {
        String style = styles.get(file);
        if (style == null) {
            throw new IllegalArgumentException("no style " + file);
        }
        return style;
    }

    private String text(String file) {
        try (Reader in = reader(file)) {
            return in.readAllAsString().strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reader reader(String file) {
        var own = beside.getResourceAsStream(folder + "/" + file);
        var in = own == null ? Stationery.class.getResourceAsStream(COMMON + file) : own;
        if (in == null) {
            throw new IllegalStateException("there is no " + folder + "/" + file);
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
