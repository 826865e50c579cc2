/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.gozinto.paper.Languages;
import org.gozinto.paper.PdfPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** Notices in words and on paper. */
class NoticePaperTest {

    private static final String LINK = "https://recalls.example.org/answer/wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY0-abc";
    private static final double POINTS_A_MM = 72 / 25.4;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final Notice.Sender SENDER = new Notice.Sender(
            "Voltride GmbH",
            List.of("Hafenstraße 12", "20457 Hamburg", "Germany"),
            "recall@voltride.example",
            "+49 40 123456",
            "Quality desk");

    private final NoticeStationery stationery = new NoticeStationery();
    private final NoticeText text = new NoticeText(stationery);
    private final LetterPress press = new LetterPress(stationery, new PdfPages());

    private static List<NoticeGoods.Of> goods() {
        return List.of(
                new NoticeGoods.Of(
                        "BAT-36V",
                        "Battery pack 36 V",
                        "EA",
                        0,
                        new BigDecimal("1250"),
                        List.of(),
                        List.of("A1000–A1999", "A2100–A2349"),
                        0,
                        List.of(
                                new NoticeGoods.Delivery("DN-4711", "2026-10-02"),
                                new NoticeGoods.Delivery("DN-4790", "2026-10-19")),
                        false),
                new NoticeGoods.Of(
                        "GLUE",
                        "Glue for battery cases",
                        "KGM",
                        3,
                        new BigDecimal("12.500"),
                        List.of("L-0931", "L-0932"),
                        List.of(),
                        0,
                        List.of(new NoticeGoods.Delivery(null, "2026-09")),
                        false));
    }

    private static Notice.Recipient shop(String country) {
        return new Notice.Recipient(
                "C1",
                "Zweirad Łukasz Ünal & Söhne",
                "Frau Śliwa",
                List.of("Königsallee 1", "40212 Düsseldorf"),
                "shop@example.org",
                country);
    }

    private Notice notice(NoticeKind kind, String language, boolean consumer, Notice.Recipient to, Kind of) {
        var said = new NoticeWriter.Said(
                "The separator of the cells is too thin.",
                "The battery can catch fire while it is charged. Two people were burnt.",
                consumer ? "A new battery, free of charge" : null,
                consumer ? List.of("Unplug the charger.", "Leave the battery outdoors.") : List.of());
        var facts = new NoticeText.Facts(
                new NoticeWriter.Head("R-2026-001", of, "Cells that overheat"),
                to,
                null,
                LocalDate.of(2026, 11, 20),
                consumer,
                "consumer",
                false,
                goods(),
                said);
        var order = new NoticeWriter.Order(
                kind, Notice.LETTER, language, "Our depot takes the goods back.\nCall first.", SENDER, TODAY);
        return text.write(facts, order, NoticeWords.in(language), TODAY.plusDays(400));
    }

    static Stream<String> languages() {
        return Languages.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyKindSaysAllOfItInEveryLanguage(String language)
            throws IOException, ParserConfigurationException, SAXException {
        for (NoticeKind kind : NoticeKind.values()) {
            for (boolean consumer : new boolean[] {false, true}) {
                Notice notice = notice(kind, language, consumer, shop("DE"), Kind.RECALL);
                assertThat(notice.subject()).contains("R-2026-001", "Battery pack 36 V");
                assertThat(notice.text())
                        .as(notice.text())
                        .contains("Battery pack 36 V", "A1000–A1999, A2100–A2349", "L-0931, L-0932", "DN-4711")
                        .contains("The battery can catch fire", "too thin", "Our depot takes", "Call first.")
                        .contains("recall@voltride.example", "Voltride GmbH")
                        .doesNotContain("{", "}")
                        .doesNotContainPattern("\\bnull\\b");
                assertThat(notice.hasLink()).isEqualTo(kind != NoticeKind.CLOSING);
                assertThat(notice.text().contains("Leave the battery outdoors."))
                        .isEqualTo(consumer && kind != NoticeKind.CLOSING);
                var all = new PublicRecalls.Text(notice.text(), "", "", "", null, null, null);
                assertThat(Softening.in(language, all)).isEmpty();
                String mail = new MailPaper(stationery).html(notice, LINK);
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(
                                mail.replace("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @Test
    void quantitiesAndDaysAreWrittenAsTheLanguageDoes() {
        assertThat(notice(NoticeKind.FIRST, "de", false, shop("DE"), Kind.RECALL)
                        .text())
                .contains("1.250 Stück", "12,5 kg", "DN-4711 vom 2. Oktober 2026", "September 2026");
        assertThat(notice(NoticeKind.FIRST, "en", false, shop("GB"), Kind.RECALL)
                        .text())
                .contains("1,250 pieces", "12.5 kg", "DN-4711 of 2 October 2026");
        assertThat(notice(NoticeKind.FIRST, "pl", false, shop("PL"), Kind.RECALL)
                        .text())
                .contains("szt.", "12,5 kg", "2 października 2026");
    }

    @Test
    void whatPeopleTypedCannotBecomeMarkup() {
        var to = new Notice.Recipient("C1", "<b>Evil</b> & Co", null, List.of("<script>"), null, "DE");
        Notice notice = text.write(
                new NoticeText.Facts(
                        new NoticeWriter.Head("R-1", Kind.RECALL, "<i>t"),
                        to,
                        "<u>via",
                        null,
                        false,
                        "retail",
                        false,
                        List.of(new NoticeGoods.Of(
                                "<x>",
                                "<img src=x>\r\nBcc: a@b",
                                "EA",
                                0,
                                null,
                                List.of("<l>"),
                                List.of(),
                                1,
                                List.of(),
                                true)),
                        new NoticeWriter.Said("<r>", "<h>", null, List.of())),
                new NoticeWriter.Order(NoticeKind.FIRST, Notice.EMAIL, "en", "<m>\u0001", SENDER, TODAY),
                NoticeWords.in("en"),
                TODAY);
        assertThat(notice.subject()).doesNotContain("\r", "\n").contains("<img src=x>");
        assertThat(new MailPaper(stationery).html(notice, LINK))
                .doesNotContain("<img", "<x>", "<l>", "<r>", "<h>", "<m>", "<u>", "<script")
                .contains("&lt;img");
        assertThat(press.pdf(new LetterPress.Addressed(notice, LINK))).isNotEmpty();
    }

    // --- paper

    private static String read(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }

    private static String within(PDDocument document, int page, double x, double y, double width, double height)
            throws IOException {
        var stripper = new PDFTextStripperByArea();
        stripper.setSortByPosition(true);
        stripper.addRegion(
                "area",
                new Rectangle((int) (x * POINTS_A_MM), (int) (y * POINTS_A_MM), (int) (width * POINTS_A_MM), (int)
                        (height * POINTS_A_MM)));
        stripper.extractRegions(document.getPage(page));
        return stripper.getTextForRegion("area");
    }

    /** The pages as pictures; kept for those who look where GOZINTO_PICTURES says. */
    private static List<BufferedImage> pictures(PDDocument document, String name) throws IOException {
        var renderer = new PDFRenderer(document);
        List<BufferedImage> pictures = new ArrayList<>();
        for (int i = 0; i < document.getNumberOfPages(); i++) {
            BufferedImage picture = renderer.renderImageWithDPI(i, 200);
            pictures.add(picture);
            String folder = System.getenv("GOZINTO_PICTURES");
            if (folder != null) {
                ImageIO.write(
                        picture,
                        "png",
                        Path.of(folder, name + "-" + (i + 1) + ".png").toFile());
            }
        }
        return pictures;
    }

    private static String scanned(BufferedImage picture) throws NotFoundException {
        int[] dots = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), dots);
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aLetterHasItsAddressInTheWindowAndItsLinkAsACode(String language) throws IOException, NotFoundException {
        Notice notice = notice(NoticeKind.FIRST, language, language.equals("fr"), shop("DE"), Kind.RECALL);
        byte[] pdf = press.pdf(new LetterPress.Addressed(notice, LINK));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getPage(0).getMediaBox().getHeight()).isBetween(841f, 843f);
            // DIN 5008 form B: the window is 20 mm from the left and 45 mm from the top, 85 mm by 45 mm.
            assertThat(within(document, 0, 20, 45, 85, 45))
                    .containsSubsequence(
                            "Voltride GmbH",
                            "Zweirad Łukasz Ünal & Söhne",
                            "Frau Śliwa",
                            "Königsallee 1",
                            "40212 Düsseldorf")
                    .doesNotContain("R-2026-001");
            String words = read(document);
            assertThat(words)
                    .contains("A1000–A1999", "L-0931", NoticeWords.in(language).get("hazard"))
                    .contains(NoticeWords.in(language).get("replyForm"), "1 / " + document.getNumberOfPages());
            assertThat(words.replaceAll("\\s", "")).contains(LINK);
            List<String> codes = new ArrayList<>();
            for (BufferedImage picture : pictures(document, "letter-" + language)) {
                try {
                    codes.add(scanned(picture));
                } catch (NotFoundException e) {
                    // This page has no code.
                    continue;
                }
            }
            assertThat(codes).containsExactly(LINK);
        }
    }

    @Test
    void aLetterToAmericaIsOnTheirPaperWithTheAddressInTheirWindow() throws IOException {
        var to = new Notice.Recipient(
                "C9", "Bay Bikes Inc.", null, List.of("1 Market Street", "San Francisco, CA 94105"), null, "US");
        Notice notice = notice(NoticeKind.REMINDER, "en", false, to, Kind.MARKET_WITHDRAWAL);
        try (PDDocument document = Loader.loadPDF(press.pdf(new LetterPress.Addressed(notice, LINK)))) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(612f);
            assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(792f);
            // A letter folded in three in a No. 10 envelope: 7/8 in from the left, 2 in to 3 1/6 in from the top.
            assertThat(within(document, 0, 22, 52, 114, 29))
                    .containsSubsequence("Bay Bikes Inc.", "1 Market Street", "San Francisco", "UNITED STATES")
                    .doesNotContain("Withdrawal");
            pictures(document, "letter-us");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void anExerciseSaysSoOnEveryPage(String language) throws IOException {
        Notice notice = notice(NoticeKind.FIRST, language, true, shop("DE"), Kind.MOCK);
        assertThat(notice.text()).contains(NoticeWords.in(language).get("drill"));
        try (PDDocument document = Loader.loadPDF(press.pdf(new LetterPress.Addressed(notice, LINK)))) {
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(i + 1);
                stripper.setEndPage(i + 1);
                assertThat(stripper.getText(document).replaceAll("\\s+", " "))
                        .contains(NoticeWords.in(language).get("drill"));
            }
            pictures(document, "drill-" + language);
        }
    }

    @Test
    void manyLettersAreOneFileWithTheirLettersInItOnce() throws IOException {
        List<LetterPress.Addressed> letters = new ArrayList<>();
        for (String language : Languages.ALL) {
            letters.add(new LetterPress.Addressed(
                    notice(NoticeKind.FIRST, language, false, shop("DE"), Kind.RECALL), LINK));
        }
        var out = new ByteArrayOutputStream();
        press.write(letters.iterator(), out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            String words = read(document);
            for (String language : Languages.ALL) {
                assertThat(words).contains(NoticeWords.in(language).get("replyForm"));
            }
            assertThat(words.split("Königsallee 1", -1)).hasSize(letters.size() + 1);
            assertThat(words).contains("1 / 2", "2 / 2").doesNotContain("3 / ");
            pictures(document, "letters");
        }
        assertThat(out.size()).isLessThan(400_000);
    }

    @Test
    void longListsOfNumbersBreakOverPages() throws IOException {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < NoticeGoods.NUMBERS_MAX; i++) {
            numbers.add("VR2-" + (1000 + 7 * i) + "–VR2-" + (1003 + 7 * i));
        }
        List<NoticeGoods.Of> goods = new ArrayList<>();
        for (String item : List.of("A", "B", "C", "D")) {
            goods.add(new NoticeGoods.Of(
                    item, "Scooter " + item, "EA", 0, new BigDecimal(240), numbers, numbers, 1_234, List.of(), false));
        }
        Notice notice = text.write(
                new NoticeText.Facts(
                        new NoticeWriter.Head("R-2026-001", Kind.RECALL, "Scooters"),
                        shop("DE"),
                        null,
                        null,
                        false,
                        "retail",
                        false,
                        goods,
                        new NoticeWriter.Said("A weld breaks.", "Falls", null, List.of())),
                new NoticeWriter.Order(NoticeKind.FIRST, Notice.LETTER, "en", null, SENDER, TODAY),
                NoticeWords.in("en"),
                TODAY);
        try (PDDocument document = Loader.loadPDF(press.pdf(new LetterPress.Addressed(notice, LINK)))) {
            String words = read(document).replaceAll("\\s+", " ");
            assertThat(words).contains(numbers.getLast(), "and 1,234 more");
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            pictures(document, "long");
        }
    }
}
