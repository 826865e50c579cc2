/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gozinto.access.Actor;
import org.gozinto.access.LinkThrottle;
import org.gozinto.identify.Options;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.RefusedException;
import org.gozinto.paper.PublicPages;
import org.gozinto.paper.Words;
import org.gozinto.quality.complaint.ComplaintDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * The page on which anybody says what is wrong with a product. Every number is taken, and the answer is the same for
 * all; what was said is a complaint, which the reporter follows by a link.
 */
@Hidden
@RestController
class ComplainPageController {

    private static final String PATH = "/complain";
    private static final int CODE_LENGTH_MAX = 2_000;
    private static final int TEXT_LENGTH_MAX = 4_000;
    private static final int PICTURES_MAX = 5;

    private final ComplaintDesk complaints;
    private final RegistrationDesk desk;
    private final Items items;
    private final LinkThrottle sent;
    private final PageRequests requests;
    private final Clock clock;

    /** Where complaints are brought, and who reads the forms. */
    record Parts(ComplaintDesk complaints, RegistrationDesk desk, Items items, LinkThrottle sent) {}

    ComplainPageController(Parts parts, PageRequests requests, Clock clock) {
        this.complaints = parts.complaints();
        this.desk = parts.desk();
        this.items = parts.items();
        this.sent = parts.sent();
        this.requests = requests;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> form(HttpServletRequest request) {
        Words words = requests.words(request, null);
        String number = PageRequests.text(request, "number");
        Map<String, String> values =
                PageRequests.isKeepable(number, CODE_LENGTH_MAX) ? Map.of("number", number) : Map.of();
        return drawn(request, new PageField.Typed(words, values, Map.of()));
    }

    private ResponseEntity<byte[]> drawn(HttpServletRequest request, PageField.Typed typed) {
        Map<String, Object> values = new HashMap<>();
        values.put("form", PageRequests.nonce(request));
        values.put("faulty", !typed.faults().isEmpty());
        values.put("fields", List.of(PageField.code(typed, "number", CODE_LENGTH_MAX, true), PageField.email(typed)));
        values.put("text", typed.value("text"));
        values.put("textFault", typed.faults().get("text"));
        values.put("picturesFault", typed.faults().get("pictures"));
        values.put("languages", PublicPages.languages(typed.words(), PATH));
        Words words = typed.words();
        int status = typed.faults().isEmpty() ? 200 : 422;
        return requests.page(status, words, "complain.html", words.get("c_title"), values);
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> say(HttpServletRequest request) throws IOException {
        Words words = requests.words(request, null);
        Duration wait = sent.wrong(request.getRemoteAddr());
        if (wait != null) {
            return requests.pages().busy(words, wait);
        }
        Map<String, String> typed = new HashMap<>();
        for (String field : List.of("number", "email", "text")) {
            typed.put(field, PageRequests.text(request, field));
        }
        List<MultipartFile> pictures = PageRequests.files(request, "pictures");
        TypedNumber number = TypedNumber.of(request.getParameter("number"), items, Options.at(clock));
        Map<String, String> faults = faults(typed, pictures, words);
        if (number == null) {
            faults.put("number", words.get("x_number"));
        }
        if (!faults.isEmpty() || number == null) {
            return drawn(request, new PageField.Typed(words, typed, faults));
        }
        String link = opened(new Told(desk.idOfForm(PageRequests.nonce(request)), number, typed, pictures), words);
        String path = link.substring(Math.max(0, link.indexOf("/complaint/")));
        Map<String, Object> values =
                Map.of("text", words.get("c_sent"), "link", path, "linkText", words.get("c_follow"));
        return requests.page(200, words, "sent.html", words.get("c_title"), values);
    }

    private Map<String, String> faults(Map<String, String> typed, List<MultipartFile> pictures, Words words)
            throws IOException {
        Map<String, String> faults = new HashMap<>();
        String text = String.valueOf(typed.get("text"));
        if (text.isEmpty()) {
            faults.put("text", words.get("x_text"));
        } else if (!PageRequests.isKeepable(text, TEXT_LENGTH_MAX)) {
            faults.put("text", words.get("x_long"));
        }
        String email = String.valueOf(typed.get("email"));
        if (!email.isEmpty() && !Person.isEmail(email)) {
            faults.put("email", words.get("x_email"));
        }
        if (pictures.size() > PICTURES_MAX || !allTaken(pictures)) {
            faults.put("pictures", words.get("x_pictures"));
        }
        return faults;
    }

    private boolean allTaken(List<MultipartFile> pictures) throws IOException {
        for (MultipartFile picture : pictures) {
            if (!desk.takes(picture.getBytes())) {
                return false;
            }
        }
        return true;
    }

    private record Told(String id, TypedNumber number, Map<String, String> typed, List<MultipartFile> pictures) {}

    /** Opens the complaint and gives back the reporter's link. */
    private String opened(Told told, Words words) throws IOException {
        Actor reporter = Actor.of("reporter", PageRequests.owner().role());
        ComplaintDesk.Opened opened = open(told, words, reporter);
        for (MultipartFile picture : told.pictures()) {
            complaints.attach(opened.number(), PageRequests.name(picture), picture.getBytes(), reporter);
        }
        byte[] link = ("link:" + opened.number()).getBytes(StandardCharsets.UTF_8);
        return complaints.answerLink(
                opened.number(), UUID.nameUUIDFromBytes(link).toString(), reporter);
    }

    private ComplaintDesk.Opened open(Told told, Words words, Actor reporter) {
        try {
            return complaints.open(complaint(told, told.id(), words), reporter);
        } catch (RefusedException e) {
            if (!e.refusal().code().equals("id-reused")) {
                throw e;
            }
            // The same form with other words is another complaint.
            String other = desk.idOfForm(UUID.randomUUID().toString());
            return complaints.open(complaint(told, other, words), reporter);
        }
    }

    private static ComplaintDesk.Told complaint(Told told, String id, Words words) {
        TypedNumber number = told.number();
        String email = PageRequests.orNull(String.valueOf(told.typed().get("email")));
        Item item = number.item();
        return new ComplaintDesk.Told(
                id,
                item == null ? null : item.code(),
                item == null ? null : number.serial(),
                null,
                item == null ? number.shown() : null,
                told.typed().get("text"),
                null,
                null,
                null,
                new ComplaintDesk.Reporter(null, email, null, null, words.language()),
                "web");
    }
}
