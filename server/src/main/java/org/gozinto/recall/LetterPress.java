/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.gozinto.paper.PdfPages;
import org.gozinto.paper.mail.Letter;
import org.jspecify.annotations.Nullable;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * Puts notices on paper: A4 with the address where the window of an envelope after DIN 5008 form B is, or US letter
 * with the window of a No. 10 envelope; the link as text and as QR code; and a form for those who answer by post. Safe
 * for use by many threads.
 */
final class LetterPress {

    /** Where paper is cut in inches. */
    private static final Set<String> LETTER_PAPER = Set.of("US", "CA", "MX", "CL", "CO", "PH", "VE", "PR");

    private static final int DOTS_A_MODULE = 8;
    private static final int QUIET_MODULES = 4;

    private final NoticeStationery stationery;
    private final PdfPages pages;

    LetterPress(NoticeStationery stationery, PdfPages pages) {
        this.stationery = stationery;
        this.pages = pages;
    }

    /** A notice and the link that goes into it. */
    record Addressed(Notice notice, String link) {}

    byte[] pdf(Addressed letter) {
        return pages.bytes(html(letter));
    }

    /** All of them in one file, each on sheets of its own; the stream stays open. */
    void write(Iterator<Addressed> letters, OutputStream out) throws IOException {
        pages.writeAll(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return letters.hasNext();
                    }

                    @Override
                    public String next() {
                        return html(letters.next());
                    }
                },
                out);
    }

    private String html(Addressed letter) {
        Notice notice = letter.notice();
        NoticeWords words = NoticeWords.in(notice.language());
        Notice.Sender sender = notice.sender();
        boolean us = LETTER_PAPER.contains(String.valueOf(notice.to().country()));
        Map<String, Object> values = new HashMap<>();
        values.put("w", words.all());
        values.put("lang", notice.language());
        values.put("subject", notice.subject());
        values.put("paper", us ? "us" : "din");
        String css = stationery.style("letter.css");
        values.put("css", us ? css.replace("size:A4", "size:8.5in 11in") : css);
        values.put("recall", notice.recall());
        values.put("drill", notice.drill() ? words.get("drill") : null);
        values.put("senderName", sender.name());
        values.put("senderLines", sender.address());
        values.put("senderAddress", String.join(" · ", sender.address()));
        values.put("reachLines", reachLines(sender));
        values.put("reach", sender.reach());
        values.put("toLines", toLines(notice, sender));
        values.put("toName", notice.to().name());
        values.put("day", words.day(LocalDate.parse(notice.day())));
        values.put("body", notice.html().replace(Notice.LINK, ""));
        values.put("goods", notice.goods());
        values.put("link", notice.hasLink());
        values.put("shownLink", letter.link());
        values.put("until", words.get("answerUntil", "day", words.day(LocalDate.parse(notice.until()))));
        values.put("qr", notice.hasLink() ? "data:image/png;base64," + qr(letter.link()) : "");
        return pages.drawable(stationery.fill("letter.html", values));
    }

    private static List<String> reachLines(Notice.Sender sender) {
        List<String> lines = new ArrayList<>();
        for (String line : new @Nullable String[] {sender.phone(), sender.email()}) {
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** Name, person, address; the country in capitals where the letter goes abroad is what the address says itself. */
    private static List<String> toLines(Notice notice, Notice.Sender sender) {
        Notice.Recipient to = notice.to();
        List<String> lines = new ArrayList<>(List.of(Letter.oneLine(to.name())));
        if (to.person() != null && !to.person().isBlank()) {
            lines.add(Letter.oneLine(to.person()));
        }
        lines.addAll(to.address());
        String country = to.country();
        if (country != null) {
            String name = Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
            boolean named = to.address().stream().anyMatch(line -> line.equalsIgnoreCase(name));
            boolean sameAsSender = sender.address().stream().anyMatch(line -> line.equalsIgnoreCase(name));
            if (!named && !sameAsSender && !to.address().isEmpty()) {
                lines.add(name.toUpperCase(Locale.ENGLISH));
            }
        }
        return lines;
    }

    private static String qr(String link) {
        var code = new QrCode();
        code.setPreferredEccLevel(QrCode.EccLevel.M);
        code.setHumanReadableLocation(HumanReadableLocation.NONE);
        code.setModuleWidth(1);
        code.setContent(link);
        int size = (code.getWidth() + 2 * QUIET_MODULES) * DOTS_A_MODULE;
        var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        var pen = image.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, size, size);
        pen.setColor(java.awt.Color.BLACK);
        for (Rectangle dark : code.getRectangles()) {
            pen.fillRect(
                    dots(dark.x + QUIET_MODULES), dots(dark.y + QUIET_MODULES), dots(dark.width), dots(dark.height));
        }
        pen.dispose();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private static int dots(double modules) {
        return (int) Math.round(modules * DOTS_A_MODULE);
    }
}
