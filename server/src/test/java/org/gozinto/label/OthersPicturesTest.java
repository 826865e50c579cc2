/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Pictures of codes that others made are read, but for those that are named here. */
class OthersPicturesTest {

    /** A photo of a Data Matrix on paper that is bent. */
    private static final List<String> NOT_READ = List.of("datamatrix-3__dm-2x2-n669-2.png");

    @Test
    void readsThePicturesOfOthers() throws IOException {
        String folder = System.getenv("GOZINTO_REAL_DATA");
        Assumptions.assumeTrue(folder != null, "GOZINTO_REAL_DATA is not set: pictures made by others are not tried");
        Path images = Path.of(folder, "images");
        var json = new JsonMapper();
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(images.resolve("expected.jsonl"))) {
            var expected = json.readTree(line);
            String file = expected.at("/file").asString();
            String code = expected.at("/symbologyIdentifier").asString()
                    + expected.at("/text").asString();
            List<String> codes = ReadBack.png(Files.readAllBytes(images.resolve(file)));
            if (!codes.equals(List.of(code))) {
                System.out.println("OthersPicturesTest " + file + ": " + codes);
                wrong.add(file);
            }
        }
        assertThat(wrong).isEqualTo(NOT_READ);
    }
}
