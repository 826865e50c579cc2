/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.paper;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.logging.Level;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes PDF of pages that are written in HTML. The letters are those of Liberation Sans (SIL Open Font License; Latin,
 * Greek, Cyrillic), which PDFBox carries and which is put into the file, so a page looks the same everywhere; bold and
 * italic are made of it. Nothing is ever fetched: pictures are {@code data:image/png} addresses. Safe for use by many
 * threads.
 *
 * <p>The HTML is well-formed XML in the language that its {@code lang} says, with a {@code title}, and what it takes
 * from people has gone through {@link #drawable(String)} and was escaped.
 */
public final class PdfPages {

    /** The name of the letters for style sheets; there are no others. */
    public static final String FONT = "Liberation Sans";

    private static final Logger LOG = LoggerFactory.getLogger(PdfPages.class);
    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Stands for a letter that the font does not have. */
    private static final int NO_LETTER = 0x25A1;

    private static final int BOM = 0xFEFF;
    private static final int SOFT_HYPHEN = 0xAD;

    static {
        XRLog.setLoggerImpl(new Quiet());
    }

    private final CmapLookup letters;

    public PdfPages() {
        try (InputStream in = letters();
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            this.letters = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream letters() {
        InputStream in = PDDocument.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new IllegalStateException("PDFBox has no " + RESOURCE);
        }
        return in;
    }

    /** The pages as one document in memory. */
    public byte[] bytes(String html) {
        var out = new ByteArrayOutputStream();
        try {
            write(html, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes the pages as one document; the stream stays open. */
    public void write(String html, OutputStream out) throws IOException {
        FSSupplier<InputStream> font = PdfPages::letters;
        var builder = builder(html);
        builder.useFont(font, FONT, 400, FontStyle.NORMAL, true);
        builder.usePdfUaAccessibility(true);
        builder.toStream(out);
        builder.run();
    }

    /**
     * Writes many documents as one, each with pages that are counted by themselves; the stream stays open. What is done
     * waits on the disk, and the letters are put in once.
     */
    public void writeAll(Iterator<String> htmls, OutputStream out) throws IOException {
        try (var all = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
                InputStream in = letters()) {
            var font = new PDFontSupplier(PDType0Font.load(all, in, true));
            while (htmls.hasNext()) {
                var builder = builder(htmls.next());
                builder.useFont(font, FONT, 400, FontStyle.NORMAL, false);
                builder.usePDDocument(all);
                try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                    renderer.layout();
                    renderer.createPDFWithoutClosing();
                }
            }
            all.save(out);
        }
    }

    private static PdfRendererBuilder builder(String html) {
        var builder = new PdfRendererBuilder();
        // Before an address is resolved and after: nothing but pictures that are in the page itself.
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith("data:image/png;base64,"), when);
        }
        builder.withProducer("Gozinto");
        builder.withHtmlContent(html, null);
        return builder;
    }

    /**
     * The text with {@code □} for each letter that cannot be drawn, such as a Chinese one, and without what XML cannot
     * carry: a page with a hole in it tells that something is missing.
     */
    public String drawable(String text) {
        var drawn = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') {
                drawn.append((char) c);
            } else if (c != BOM && c != SOFT_HYPHEN && !Character.isISOControl(c)) {
                drawn.appendCodePoint(letters.getGlyphId(c) == 0 ? NO_LETTER : c);
            }
        });
        return drawn.toString();
    }

    /** Tells what goes wrong and nothing else. */
    private static final class Quiet implements XRLogger {

        @Override
        public void log(String where, Level level, String message) {
            if (level.intValue() >= Level.SEVERE.intValue()) {
                LOG.warn("{}", message);
            }
        }

        @Override
        public void log(String where, Level level, String message, Throwable cause) {
            if (level.intValue() >= Level.SEVERE.intValue()) {
                LOG.warn("{}", message, cause);
            }
        }

        @Override
        public void setLevel(String logger, Level level) {
            // There is one level.
        }

        @Override
        public boolean isLogLevelEnabled(Diagnostic diagnostic) {
            return diagnostic.getLevel().intValue() >= Level.SEVERE.intValue();
        }
    }
}
