/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gozinto.access.LinkThrottle;
import org.gozinto.identify.Options;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.RefusedException;
import org.gozinto.paper.PublicPages;
import org.gozinto.paper.Words;
import org.gozinto.quality.book.QualityBook.Done;
import org.gozinto.quality.book.Sent;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page on which owners register what they hold. A number that is recorded and one that nobody made get the same
 * answer by the same work; only a secret that does not belong to the number is told, and that of both in the same
 * words.
 */
@Hidden
@RestController
class RegisterPageController {

    private static final String PATH = "/register";
    private static final int CODE_LENGTH_MAX = 2_000;
    private static final int SECRET_LENGTH_MAX = 40;

    private final RegistrationDesk desk;
    private final Parts parts;
    private final PageRequests requests;
    private final JsonMapper json;
    private final Clock clock;

    /** What the page registers with. */
    record Parts(
            Items items,
            Matches matches,
            Secrets secrets,
            Owners owners,
            OwnerTokens tokens,
            Guesses guesses,
            LinkThrottle sent) {}

    RegisterPageController(RegistrationDesk desk, Parts parts, PageRequests requests, JsonMapper json, Clock clock) {
        this.desk = desk;
        this.parts = parts;
        this.requests = requests;
        this.json = json;
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
        values.put(
                "fields",
                List.of(
                        PageField.code(typed, "number", CODE_LENGTH_MAX, true),
                        PageField.code(typed, "secret", SECRET_LENGTH_MAX, false),
                        PageField.day(typed, "boughtOn", requests.today(), false),
                        PageField.text(typed, "seller", "off"),
                        PageField.email(typed)));
        values.put("proofFault", typed.faults().get("proof"));
        values.put("languages", PublicPages.languages(typed.words(), PATH));
        Words words = typed.words();
        int status = typed.faults().isEmpty() ? 200 : 422;
        return requests.page(status, words, "register.html", words.get("r_title"), values);
    }

    /** What was typed. */
    private record Asked(
            @Nullable TypedNumber number,
            String secret,
            @Nullable String letters,
            String boughtOn,
            String seller,
            String email,
            @Nullable MultipartFile proof) {}

    @PostMapping(PATH)
    ResponseEntity<byte[]> register(HttpServletRequest request) throws IOException {
        Words words = requests.words(request, null);
        Duration wait = parts.sent().wrong(request.getRemoteAddr());
        if (wait != null) {
            return requests.pages().busy(words, wait);
        }
        Asked asked = asked(request);
        Map<String, String> faults = faults(asked, words);
        byte[] proof = asked.proof() == null ? null : asked.proof().getBytes();
        if (proof != null && !desk.takes(proof)) {
            faults.put("proof", words.get("x_proof"));
        }
        TypedNumber number = asked.number();
        if (!faults.isEmpty() || number == null) {
            return again(request, words, faults);
        }
        Secrets.Right right = null;
        if (asked.letters() != null) {
            Duration slow = parts.guesses().waiting(number, request.getRemoteAddr());
            if (slow != null) {
                return requests.pages().busy(words, slow);
            }
            right = parts.secrets().check(number, asked.letters());
            if (right == null) {
                parts.guesses().wrong(number, request.getRemoteAddr());
                return again(request, words, Map.of("secret", words.get("x_secret")));
            }
        }
        return registered(PageRequests.nonce(request), new Sound(asked, number, right, proof), words);
    }

    private Asked asked(HttpServletRequest request) {
        String secret = PageRequests.text(request, "secret");
        List<MultipartFile> files = PageRequests.files(request, "proof");
        return new Asked(
                TypedNumber.of(request.getParameter("number"), parts.items(), Options.at(clock)),
                secret,
                secret.isEmpty() ? null : Secrets.form(secret),
                PageRequests.text(request, "boughtOn"),
                PageRequests.text(request, "seller"),
                PageRequests.text(request, "email"),
                files.isEmpty() ? null : files.getFirst());
    }

    private Map<String, String> faults(Asked asked, Words words) {
        Map<String, String> faults = new HashMap<>();
        if (asked.number() == null) {
            faults.put("number", words.get("x_number"));
        }
        if (!asked.secret().isEmpty() && asked.letters() == null) {
            faults.put("secret", words.get("x_secretForm"));
        }
        if (!desk.check().isDay(PageRequests.orNull(asked.boughtOn()))) {
            faults.put("boughtOn", words.get("x_day"));
        }
        if (!PageRequests.isKeepable(asked.seller(), Person.LENGTH_MAX)) {
            faults.put("seller", words.get("x_long"));
        }
        if (!asked.email().isEmpty() && !Person.isEmail(asked.email())) {
            faults.put("email", words.get("x_email"));
        }
        return faults;
    }

    private ResponseEntity<byte[]> again(HttpServletRequest request, Words words, Map<String, String> faults) {
        Map<String, String> values = new HashMap<>();
        for (String field : List.of("number", "secret", "boughtOn", "seller", "email")) {
            values.put(field, PageRequests.text(request, field));
        }
        return drawn(request, new PageField.Typed(words, values, faults));
    }

    /** What was typed and is right, as far as that is told. */
    private record Sound(Asked asked, TypedNumber number, Secrets.@Nullable Right right, byte @Nullable [] proof) {}

    private ResponseEntity<byte[]> registered(String nonce, Sound sound, Words words) {
        TypedNumber number = sound.number();
        Secrets.Right right = sound.right();
        Unit unit = right == null
                ? parts.matches().of(number.itemIds(), number.spellings())
                : parts.matches().of(List.of(right.itemId()), List.of(right.serial()));
        Item item = right == null ? number.item() : parts.items().get(right.itemId());
        var person = new Person(null, PageRequests.orNull(sound.asked().email()), null, null, words.language());
        var registration = new NewRegistration(
                desk.idOfForm(nonce),
                item == null ? null : item.code(),
                right == null ? number.kept() : right.serial(),
                person,
                PageRequests.orNull(sound.asked().boughtOn()),
                null,
                "web",
                PageRequests.orNull(sound.asked().seller()),
                "said");
        Done<Step> done = opened(registration, unit, right != null);
        Owners.Owner owner = parts.owners().last(done.file().head().number());
        if (owner == null) {
            return requests.pages().plain(404, words, "bad", true);
        }
        if (sound.proof() != null) {
            desk.attach(
                    done.file().head().code(),
                    PageRequests.name(Objects.requireNonNull(sound.asked().proof())),
                    sound.proof(),
                    PageRequests.owner());
        }
        String token = parts.tokens().token(done.file().head().id(), owner.number());
        return requests.seeOther(OwnerTokens.PATH + token + "?new=1&lang=" + words.language());
    }

    /** The same form sent again is one registration; sent again with something else it is another. */
    private Done<Step> opened(NewRegistration asked, @Nullable Unit unit, boolean secret) {
        byte[] hash = HashChain.of(json.writeValueAsString(asked.bare()) + secret);
        try {
            return desk.open(new Sent(String.valueOf(asked.id()), hash), asked, unit, secret, PageRequests.owner());
        } catch (RefusedException e) {
            if (!e.refusal().code().equals("id-reused")) {
                throw e;
            }
            String other = desk.idOfForm(UUID.randomUUID().toString());
            return desk.open(new Sent(other, hash), asked, unit, secret, PageRequests.owner());
        }
    }
}
