/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;

/** The font of a PDF: text is written in the glyphs of the whole font, and only those that were used are put in. */
final class PdfFont {

    private static final String NAME = "GZINTO+LiberationSans";
    private static final List<String> TABLES =
            List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm");
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final Typeface typeface;
    private final int number;
    /** Characters by their glyphs. */
    private final Map<Integer, Integer> used = new TreeMap<>();

    PdfFont(Typeface typeface, int number) {
        this.typeface = typeface;
        this.number = number;
    }

    int number() {
        return number;
    }

    /** Writes a text as PDF wants it, {@code <00240025>}. */
    void write(String text, StringBuilder out) {
        out.append('<');
        text.codePoints().forEach(c -> {
            int glyph = typeface.letter(c).glyph();
            used.putIfAbsent(glyph, c);
            hex(glyph, out);
        });
        out.append('>');
    }

    private static void hex(int value, StringBuilder out) {
        out.append(HEX[value >> 12 & 15])
                .append(HEX[value >> 8 & 15])
                .append(HEX[value >> 4 & 15])
                .append(HEX[value & 15]);
    }

    /** Writes the font itself. */
    void end(PdfObjects pdf) throws IOException {
        int descendant = pdf.reserve();
        int descriptor = pdf.reserve();
        int file = pdf.reserve();
        int glyphs = pdf.reserve();
        int characters = pdf.reserve();
        try (TrueTypeFont font = Typeface.open()) {
            var subset = new TTFSubsetter(font, TABLES);
            subset.addGlyphIds(used.keySet());
            var bytes = new ByteArrayOutputStream();
            Map<Integer, Integer> oldByNew = subset.getGIDMap();
            subset.writeToStream(bytes);
            pdf.stream(file, "/Length1 " + bytes.size(), bytes.toByteArray());
            pdf.stream(glyphs, "", newByOld(oldByNew, font.getNumberOfGlyphs()));
        }
        pdf.stream(characters, "", toUnicode().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        pdf.object(
                descriptor,
                "<</Type/FontDescriptor/FontName/" + NAME + "/Flags 4/FontBBox[-544 -303 1302 980]/ItalicAngle 0"
                        + "/Ascent 905/Descent -212/CapHeight 688/StemV 80/FontFile2 " + file + " 0 R>>");
        pdf.object(
                descendant,
                "<</Type/Font/Subtype/CIDFontType2/BaseFont/" + NAME
                        + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor "
                        + descriptor + " 0 R/DW 1000/W[" + widths() + "]/CIDToGIDMap " + glyphs + " 0 R>>");
        pdf.object(
                number,
                "<</Type/Font/Subtype/Type0/BaseFont/" + NAME + "/Encoding/Identity-H/DescendantFonts[" + descendant
                        + " 0 R]/ToUnicode " + characters + " 0 R>>");
    }

    private static byte[] newByOld(Map<Integer, Integer> oldByNew, int count) {
        byte[] map = new byte[2 * count];
        oldByNew.forEach((now, old) -> {
            map[2 * old] = (byte) (now >> 8);
            map[2 * old + 1] = (byte) (int) now;
        });
        return map;
    }

    private String widths() {
        var widths = new StringBuilder();
        used.forEach((glyph, c) -> {
            widths.append(glyph).append('[');
            PdfPress.number(typeface.letter(c).advance() * 1000, widths).append(']');
        });
        return widths.toString();
    }

    private String toUnicode() {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n")
                .append("/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n")
                .append("/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n")
                .append("1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        var entries = List.copyOf(used.entrySet());
        for (int from = 0; from < entries.size(); from += 100) {
            var part = entries.subList(from, Math.min(entries.size(), from + 100));
            map.append(part.size()).append(" beginbfchar\n");
            part.forEach(e -> {
                map.append('<');
                hex(e.getKey(), map);
                map.append("> <");
                for (char c : Character.toChars(e.getValue())) {
                    hex(c, map);
                }
                map.append(">\n");
            });
            map.append("endbfchar\n");
        }
        return map.append("endcmap CMapName currentdict /CMap defineresource pop end end\n")
                .toString();
    }
}
