/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One page of a supplier as PDF 1.4: lines of text in Helvetica, which every reader has, so that no typeface and no
 * library is needed. The texts have no letters beyond ASCII.
 */
final class SupplierPaper {

    private SupplierPaper() {}

    /** @param lines the first one is the heading; A4 has room for 40 */
    static byte[] of(List<String> lines) {
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
                stream(lines),
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        var file = new StringBuilder("%PDF-1.4\n");
        List<Integer> starts = new ArrayList<>();
        for (String object : objects) {
            starts.add(file.length());
            file.append(starts.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        starts.forEach(start -> file.append(String.format(Locale.ROOT, "%010d 00000 n \n", start)));
        file.append("trailer\n<</Size ").append(objects.size() + 1).append("/Root 1 0 R>>\nstartxref\n");
        return file.append(table).append("\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String stream(List<String> lines) {
        var text = new StringBuilder("BT /F 16 Tf 20 TL 56 770 Td (" + escaped(lines.getFirst()) + ") Tj /F 11 Tf");
        lines.stream()
                .skip(1)
                .forEach(line -> text.append(" T* (").append(escaped(line)).append(") Tj"));
        text.append(" ET");
        return "<</Length " + text.length() + ">>\nstream\n" + text + "\nendstream";
    }

    private static String escaped(String line) {
        return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }
}
