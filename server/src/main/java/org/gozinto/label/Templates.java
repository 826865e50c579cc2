/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The templates: those that come with the program and those that people made. Safe for use by many threads. */
final class Templates {

    static final int ELEMENTS_MAX = 100;
    static final double SIDE_MM_MIN = 5;
    static final double SIDE_MM_MAX = 300;

    private static final String BUILT_IN = "templates.json";

    private final Map<String, Template> builtIn = new LinkedHashMap<>();
    private final MasterStore store;
    private final JsonMapper json;

    Templates(MasterStore store, JsonMapper json) {
        this.store = store;
        // What an earlier release wrote may have members that are no more.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream in = Templates.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException(BUILT_IN + " is not there");
            }
            Arrays.stream(json.readValue(in, TemplateBody[].class))
                    .map(body -> body.toTemplate(false, 0))
                    .forEach(t -> builtIn.put(t.code(), t));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that come with the program, then the others in the order of their codes. */
    List<Template> all() {
        List<Template> all = new ArrayList<>(builtIn.values());
        store.all().forEach(row -> all.add(template(row)));
        return all;
    }

    private Template template(MasterStore.Row row) {
        return json.readValue(row.body(), TemplateBody.class).toTemplate(true, row.version());
    }

    /** The template of this code, or a refusal with status 404. */
    Template existing(String code) {
        Template known = find(code);
        if (known == null) {
            throw store.unknown(code).asException();
        }
        return known;
    }

    @Nullable
    Template find(String code) {
        Template known = builtIn.get(code);
        if (known != null) {
            return known;
        }
        MasterStore.Row row = store.find(code);
        return row == null ? null : template(row);
    }

    /** Keeps an own template; the version in the body, if there is one, is what the change is based on. */
    Template keep(String code, TemplateBody body, @Nullable Long version, String actor) {
        refuseBuiltIn(code);
        Template judged = body.toTemplate(true, 0);
        if (!judged.code().equals(code)) {
            throw Refusal.of("invalid", "Some fields are wrong", "The code in the body is another one.")
                    .at("/code", code, "Give the same code in both.")
                    .asException();
        }
        Long expected = version == null ? body.version() : version;
        long kept = store.keep(
                code, expected, next -> json.writeValueAsString(TemplateBody.of(body.toTemplate(true, next))), actor);
        return body.toTemplate(true, kept);
    }

    void remove(String code, @Nullable Long version, String actor) {
        refuseBuiltIn(code);
        store.remove(code, version, actor);
    }

    private void refuseBuiltIn(String code) {
        if (builtIn.containsKey(code)) {
            throw Refusal.of(
                            "built-in",
                            "The template comes with the program",
                            code + " comes with the program and is never changed.")
                    .status(409)
                    .at("/code", "another code", "Copy the template and give the copy a code of its own.")
                    .asException();
        }
    }
}
