/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The letters of all labels: Liberation Sans (SIL Open Font License), which PDFBox carries. Bold letters are its
 * letters with a stroke around them. Outlines come from the font itself, so no font of the machine is ever asked for
 * and a label looks the same everywhere. Safe for use by many threads.
 */
final class Typeface {

    /** The width of the stroke of bold letters, in parts of the size. */
    static final double BOLD_STROKE = 0.035;

    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;
    private final CmapLookup lookup;
    private final double unitsPerEm;
    private final Map<Integer, GeneralPath> outlines = new ConcurrentHashMap<>();
    private final Map<Integer, Letter> letters = new ConcurrentHashMap<>();

    /** A glyph and how far it moves on, in parts of the size. */
    record Letter(int glyph, double advance) {}

    Typeface() {
        try {
            this.font = open();
            this.lookup = font.getUnicodeCmapLookup();
            this.unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The font anew, for work that changes it. */
    static TrueTypeFont open() throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("PDFBox has no " + RESOURCE);
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
    }

    TrueTypeFont font() {
        return font;
    }

    /** The letter of a character; glyph 0 when the font has none. */
    Letter letter(int codePoint) {
        return letters.computeIfAbsent(codePoint, c -> {
            int glyph = lookup.getGlyphId(c);
            try {
                return new Letter(glyph, font.getAdvanceWidth(glyph) / unitsPerEm);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The first character that cannot be drawn, or -1. */
    int missing(String text) {
        return text.codePoints()
                .filter(c -> c != '\n' && letter(c).glyph() == 0)
                .findFirst()
                .orElse(-1);
    }

    /** The width of a line of a size of one. */
    double width(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += letter(text.codePointAt(i)).advance();
        }
        return width;
    }

    /** The outline of a line of words, y downwards. */
    GeneralPath outline(Drawing.Mark.Words words) {
        var path = new GeneralPath();
        double x = words.x();
        double scale = words.size() / unitsPerEm;
        for (int c : words.text().codePoints().toArray()) {
            Letter letter = letter(c);
            var place = new AffineTransform(scale, 0, 0, -scale, x, words.baseline());
            path.append(place.createTransformedShape(outline(letter.glyph())), false);
            x += letter.advance() * words.size();
        }
        return path;
    }

    private GeneralPath outline(int glyph) {
        GeneralPath known = outlines.get(glyph);
        if (known == null) {
            // The parser reads from one stream, so glyphs are read one after the other.
            synchronized (font) {
                try {
                    GlyphData data = font.getGlyph().getGlyph(glyph);
                    known = data == null ? new GeneralPath() : data.getPath();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            outlines.put(glyph, known);
        }
        return known;
    }
}
