/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.Locale;
import java.util.Map;

/** A picture as SVG that prints: light colours, a frame by state, dashes by precision, and a legend. */
final class PictureSvg {

    private static final int HEAD = 56;
    private static final int FOOT = 58;
    private static final int WIDTH_MIN = 640;
    private static final int PADDING = 10;
    /** Widths of the letters in tenths of a pixel, on the safe side of the fonts named. */
    private static final int MONO_WIDTH = 76;

    private static final int WIDE = 76;
    private static final int NARROW = 60;
    private static final String MONO = "'IBM Plex Mono','DejaVu Sans Mono',Consolas,monospace";
    private static final String SANS = "Inter,'Segoe UI','DejaVu Sans',Arial,sans-serif";

    private static final Map<String, String> FRAME =
            Map.of("ok", "#2f7d4f", "held", "#c77700", "bad", "#c0392b", "gone", "#9aa3ad", "unknown", "#7a4fb5");
    private static final String DASH_ORDER = " stroke-dasharray=\"7 4\"";
    private static final String DASH_WINDOW = " stroke-dasharray=\"2 4\"";

    private final PictureView picture;
    private final StringBuilder svg = new StringBuilder();
    private final int width;

    private PictureSvg(PictureView picture) {
        this.picture = picture;
        this.width = Math.max(WIDTH_MIN, picture.width());
    }

    /** The drawing as a document of its own. */
    static String of(PictureView picture, String heading) {
        return new PictureSvg(picture).text(heading);
    }

    private String text(String heading) {
        int height = HEAD + picture.height() + FOOT;
        svg.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t d" viewBox="0 0 %d %d" \
                width="%d" height="%d" style="max-width:100%%;height:auto">
                <title id="t">%s</title><desc id="d">%s</desc>
                <style>text{font:500 12.5px %s;fill:#1c2430}.s{font:11px %s;fill:#55606e}.h{font:600 16px %s}\
                .e{fill:none;stroke:#8d98a5;stroke-width:1.3}.b{fill:#fff;stroke-width:1.4}</style>
                <rect width="100%%" height="100%%" fill="#fbfbfa"/>
                """.formatted(
                        width, height, width, height, escaped(heading), escaped(description()), MONO, SANS, SANS));
        text(Layout.MARGIN, 28, "h", shortened(heading, width / 9));
        text(Layout.MARGIN, 46, "s", description());
        svg.append("<g transform=\"translate(0 %d)\">%n".formatted(HEAD));
        picture.edges().forEach(this::edge);
        picture.nodes().forEach(this::node);
        svg.append("</g>\n");
        legend(HEAD + picture.height() + 14);
        return svg.append("</svg>\n").toString();
    }

    private String description() {
        String shown = picture.truncated()
                ? "only " + number(picture.shown()) + " of " + number(picture.of()) + " are drawn"
                : number(picture.of()) + " units, runs and partners in "
                        + number(picture.nodes().size()) + " boxes";
        return shown + " · " + (picture.complete() ? "complete" : "not complete: some branches could not be followed")
                + " · known at entry " + number(picture.knownAt().seq()) + " · proof "
                + picture.hash().substring(0, Math.min(12, picture.hash().length()));
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private void edge(PictureView.Edge edge) {
        svg.append("<path class=\"e\"%s d=\"%s\"/>%n".formatted(dash(edge.precision()), edge.path()));
    }

    private static String dash(String precision) {
        return switch (precision) {
            case "order" -> DASH_ORDER;
            case "window" -> DASH_WINDOW;
            default -> "";
        };
    }

    private void node(PictureView.Node node) {
        boolean place = node.unit() == null && node.folded() == null;
        String frame = place ? "#b9c1ca" : FRAME.getOrDefault(node.state(), "#9aa3ad");
        String fill = node.seed() ? "#fff4d6" : place ? "#f1f3f5" : "#fff";
        int round = node.kind().equals("fold") || node.kind().equals("partner") ? node.height() / 2 : 9;
        int inset = round > 9 ? 20 : 12;
        String held = node.state().equals("held") ? " · held" : node.state().equals("bad") ? " · not usable" : "";
        svg.append("<g><title>%s</title>".formatted(escaped(node.title() + " – " + node.subtitle() + held)));
        if (node.kind().equals("fold")) {
            box(node, round, 4, "#fff", frame);
        }
        box(node, round, 0, fill, frame);
        int room = 10 * (node.width() - inset - (inset > 12 ? inset - 6 : PADDING));
        text(node.x() + inset, node.y() + 20, "", shortened(node.title(), room / MONO_WIDTH));
        text(node.x() + inset, node.y() + 36, "s", fitting(node.subtitle(), room - width(held)) + held);
        svg.append("</g>\n");
    }

    private void box(PictureView.Node node, int round, int shift, String fill, String frame) {
        svg.append(
                "<rect class=\"b\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"%s\" stroke=\"%s\"%s/>"
                        .formatted(
                                node.x() + shift,
                                node.y() + shift,
                                node.width(),
                                node.height(),
                                round,
                                fill,
                                frame,
                                node.seed()
                                        ? " style=\"stroke-width:2.6;fill:" + fill + "\""
                                        : " style=\"fill:" + fill + "\""));
    }

    private void text(int x, int y, String style, String words) {
        String as = style.isEmpty() ? "" : " class=\"" + style + "\"";
        svg.append("<text x=\"%d\" y=\"%d\"%s>%s</text>%n".formatted(x, y, as, escaped(words)));
    }

    private void legend(int y) {
        int x = Layout.MARGIN;
        for (String state : new String[] {"ok", "held", "bad", "gone", "unknown"}) {
            svg.append(
                    "<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"12\" rx=\"3\" fill=\"#fff\" stroke=\"%s\" stroke-width=\"1.6\"/>"
                            .formatted(x, y, FRAME.getOrDefault(state, "")));
            text(x + 20, y + 10, "s", meaning(state));
            x += 34 + meaning(state).length() * 6;
        }
        x = Layout.MARGIN;
        for (String precision : new String[] {"unit", "order", "window"}) {
            svg.append("<path class=\"e\"%s d=\"M%d %dh34\"/>".formatted(dash(precision), x, y + 26));
            text(x + 42, y + 30, "s", meaning(precision));
            x += 60 + meaning(precision).length() * 6;
        }
    }

    private static String meaning(String word) {
        return switch (word) {
            case "ok" -> "in stock";
            case "held" -> "held";
            case "bad" -> "in stock, not usable";
            case "gone" -> "shipped, used up or scrapped";
            case "unit" -> "that unit or lot";
            case "order" -> "somewhere in the run";
            case "window" -> "possible by time only";
            default -> word;
        };
    }

    private static int width(String text) {
        return text.codePoints()
                .map(c -> Character.isUpperCase(c) || Character.isDigit(c) || c > 0x2E7F ? WIDE : NARROW)
                .sum();
    }

    private static String fitting(String text, int room) {
        String fitting = text;
        for (int most = text.codePointCount(0, text.length()) - 1; most > 2 && width(fitting) > room; most--) {
            fitting = shortened(text, most);
        }
        return fitting;
    }

    /** The middle is left out: numbers differ at their ends. */
    static String shortened(String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length <= most) {
            return text;
        }
        int tail = (most - 1) / 3;
        return text.substring(0, text.offsetByCodePoints(0, most - 1 - tail))
                + "…"
                + text.substring(text.offsetByCodePoints(text.length(), -tail));
    }

    /** Text for XML; what XML cannot hold becomes a question mark. */
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean allowed = c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF);
                    escaped.appendCodePoint(allowed ? c : '?');
                }
            }
        });
        return escaped.toString();
    }
}
