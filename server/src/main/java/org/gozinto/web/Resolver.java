/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gozinto.identify.DigitalLink;
import org.gozinto.identify.Options;
import org.gozinto.identify.Reading;
import org.gozinto.item.Items;
import org.gozinto.ledger.Refusal;
import org.gozinto.paper.Languages;
import org.gozinto.web.PublishedLinks.Level;
import org.gozinto.web.PublishedLinks.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers GS1 Digital Links as the GS1-Conformant Resolver standard 1.2 wants it, to anybody: leads to the default link
 * or the one of a type, or lists all links (RFC 9264). Where an item's owner published none, it leads to our own page
 * for the code: who is signed in sees what the book knows, everybody else whether a recall names it.
 *
 * <p>It never leads anywhere but to a published link or to our own page, and it answers alike for lots and serials that
 * exist and for those that do not.
 */
@Hidden
@RestController
@CrossOrigin(
        origins = "*",
        methods = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS},
        exposedHeaders = {HttpHeaders.LINK, HttpHeaders.LOCATION})
class Resolver {

    static final String LINKSET = "application/linkset+json";

    private static final String DESCRIPTION = "/.well-known/gs1resolver";
    private static final String CONTEXT = "https://ref.gs1.org/standards/resolver/linkset-context";
    private static final String ANY = "*";
    private static final String LINK_ROOT = "https://id.gs1.org/";

    /** At least as long as a GTIN is in compressed form, and longer than any address of the screens. */
    static final String COMPRESSED = "/{compressed:[A-Za-z0-9_-]{10,}}";

    /** The keys that may begin a Digital Link. */
    private static final List<String> KEYS = List.of(
            "00", "01", "253", "255", "401", "402", "414", "415", "417", "8003", "8004", "8006", "8010", "8013", "8017",
            "8018");

    private final PublishedLinks published;
    private final PublicAddress address;
    private final JsonMapper json;
    private final Clock clock;

    Resolver(Items items, Environment environment, JsonMapper json, Clock clock) {
        this.published = new PublishedLinks(items);
        this.address = new PublicAddress(environment);
        this.json = json;
        this.clock = clock;
    }

    /** What anybody may read: every path of a Digital Link, and what describes the resolver. */
    static String[] open() {
        return Stream.concat(Stream.of(DESCRIPTION, COMPRESSED), KEYS.stream().map(key -> "/" + key + "/**"))
                .toArray(String[]::new);
    }

    /** What was asked, understood. */
    private record Asked(
            String root,
            DigitalLink link,
            List<Level> levels,
            @Nullable String query,
            @Nullable String linkType,
            @Nullable String sameAs,
            HttpServletRequest request) {

        String uri() {
            return root + levels.getFirst().path();
        }
    }

    @GetMapping({
        "/00/**",
        "/01/**",
        "/253/**",
        "/255/**",
        "/401/**",
        "/402/**",
        "/414/**",
        "/415/**",
        "/417/**",
        "/8003/**",
        "/8004/**",
        "/8006/**",
        "/8010/**",
        "/8013/**",
        "/8017/**",
        "/8018/**"
    })
    ResponseEntity<?> resolve(HttpServletRequest request) {
        String path = request.getRequestURI();
        String tolerated = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String root = address.of(request);
        String query = request.getQueryString();
        DigitalLink sent = read(root + tolerated + (query == null ? "" : "?" + query), root.length());
        DigitalLink link = plain(sent);
        String sameAs = hasCompressed(tolerated) ? link.raw().substring(LINK_ROOT.length() - 1) : null;
        String linkType = request.getParameter("linkType");
        List<Level> levels = withRecallStatus(published.of(link), link, root);
        return answer(new Asked(root, link, levels, query, linkType, sameAs, request));
    }

    /** The levels with our check of recalls at the finest, unless the owner published such a link at one of them. */
    private static List<Level> withRecallStatus(List<Level> levels, DigitalLink link, String root) {
        boolean has = levels.stream()
                .anyMatch(level -> level.targets().stream()
                        .anyMatch(target -> target.type().equals(PublishedLinks.RECALL_STATUS)));
        if (has || link.gtin() == null) {
            return levels;
        }
        String title = CheckWords.in(Languages.ALL.getFirst()).get("title");
        return with(levels, new Target(PublishedLinks.RECALL_STATUS, root + checkPage(link), title, null));
    }

    private static List<Level> with(List<Level> levels, Target more) {
        List<Level> all = new ArrayList<>(levels);
        Level first = all.getFirst();
        List<Target> targets = new ArrayList<>(first.targets());
        targets.add(more);
        all.set(0, new Level(first.path(), targets));
        return all;
    }

    /** The same link in its plain and canonical form, whose first value is the key. */
    private DigitalLink plain(DigitalLink sent) {
        String canonical = sent.canonicalLink();
        return canonical == null ? sent : read(canonical, LINK_ROOT.length() - 1);
    }

    /** Whether the path has a segment that is neither an identifier nor its value. */
    private static boolean hasCompressed(String path) {
        return path.chars().filter(c -> c == '/').count() % 2 == 1;
    }

    /** A segment alone can be a compressed link; what is none is no page. */
    @GetMapping(COMPRESSED)
    ResponseEntity<?> decompress(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean link = DigitalLink.read(
                        LINK_ROOT + path.substring(1), Options.at(clock).strict())
                instanceof Reading.Ok;
        return link ? resolve(request) : Problems.answer(ProblemAdvice.noSuchPage(path), HttpHeaders.EMPTY);
    }

    private DigitalLink read(String uri, int before) {
        return switch (DigitalLink.read(uri, Options.at(clock).strict())) {
            case Reading.Ok<DigitalLink> ok -> ok.value();
            case Reading.Bad<DigitalLink> bad ->
                throw Refusal.of(
                                "bad-link",
                                "This is no GS1 Digital Link",
                                bad.detail() + " (character " + Math.max(0, bad.position() - before)
                                        + " of the address).")
                        .status(400)
                        .at("", "/01/09506000134352/10/LOT/21/SERIAL and the like", "Correct the address.")
                        .asException();
        };
    }

    private ResponseEntity<?> answer(Asked asked) {
        String type = asked.linkType() == null ? "" : asked.linkType();
        return switch (type) {
            case "linkset", "all" -> linkset(asked, HttpStatus.OK, targets(asked));
            case "" -> wantsLinkset(asked.request()) ? linkset(asked, HttpStatus.OK, targets(asked)) : byDefault(asked);
            default -> {
                String wanted = PublishedLinks.type(type);
                yield wanted.equals(PublishedLinks.DEFAULT) ? byDefault(asked) : byType(asked, wanted);
            }
        };
    }

    private static boolean wantsLinkset(HttpServletRequest request) {
        return accepts(request).contains(LINKSET);
    }

    private static String accepts(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null ? "" : accept;
    }

    /** The default of the finest level that has one, else our own page for the code. */
    private ResponseEntity<?> byDefault(Asked asked) {
        for (Level level : asked.levels()) {
            List<Target> defaults =
                    level.targets().stream().filter(Target::isDefault).toList();
            if (!defaults.isEmpty()) {
                return redirect(asked, best(asked, defaults).getFirst().href());
            }
        }
        return redirect(asked, ownPage(asked));
    }

    private ResponseEntity<?> byType(Asked asked, String type) {
        for (Level level : asked.levels()) {
            List<Target> targets = level.targets().stream()
                    .filter(target -> target.type().equals(type))
                    .toList();
            if (!targets.isEmpty()) {
                List<Target> best = best(asked, targets);
                return best.size() == 1
                        ? redirect(asked, best.getFirst().href())
                        : linkset(asked, HttpStatus.MULTIPLE_CHOICES, List.of(new Level(level.path(), best)));
            }
        }
        Refusal refusal = Refusal.of(
                        "no-such-link",
                        "There is no link of this type",
                        "No link of the type " + type + " is published for this.")
                .status(404)
                .at("linkType", "one of the types that linkType=linkset lists", "Leave linkType out for the default.");
        return Problems.answer(refusal, headers(asked));
    }

    private static List<Target> best(Asked asked, List<Target> targets) {
        return LanguageChoice.best(targets, asked.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private ResponseEntity<?> redirect(Asked asked, String href) {
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .headers(headers(asked))
                .header(HttpHeaders.LOCATION, withQuery(href, asked.query()))
                .build();
    }

    /** The address with the query that was sent, as the standard wants it; what was sent can add nothing else. */
    private static String withQuery(String href, @Nullable String query) {
        if (query == null || query.isEmpty()) {
            return href;
        }
        int hash = href.indexOf('#');
        String before = hash < 0 ? href : href.substring(0, hash);
        String fragment = hash < 0 ? "" : href.substring(hash);
        return before + (before.indexOf('?') < 0 ? '?' : '&') + query + fragment;
    }

    /** Where the screens show what a code means; to who is not signed in, whether a recall names the product. */
    private static String ownPage(Asked asked) {
        boolean signedIn = asked.request().getUserPrincipal() != null;
        return signedIn || asked.link().gtin() == null
                ? "/lookup?code=" + PublishedLinks.encoded(asked.link().bracketed())
                : checkPage(asked.link());
    }

    private static String checkPage(DigitalLink link) {
        return "/check?number=" + PublishedLinks.encoded(link.bracketed());
    }

    private HttpHeaders headers(Asked asked) {
        var headers = new HttpHeaders();
        headers.add(
                HttpHeaders.LINK,
                "<" + asked.uri() + "?linkType=linkset>; rel=\"linkset\"; type=\"" + LINKSET
                        + "\"; title=\"All links\"");
        if (asked.sameAs() != null) {
            headers.add(HttpHeaders.LINK, "<" + asked.root() + asked.sameAs() + ">; rel=\"owl:sameAs\"");
        }
        headers.setVary(List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE));
        if (asked.request().getHeader(HttpHeaders.ORIGIN) == null) {
            headers.setAccessControlAllowOrigin(ANY);
            headers.setAccessControlExposeHeaders(List.of(HttpHeaders.LINK, HttpHeaders.LOCATION));
        }
        return headers;
    }

    /** All levels with their links; the finest has our own page as its default where no level has another. */
    private List<Level> targets(Asked asked) {
        boolean has = asked.levels().stream()
                .anyMatch(level -> level.targets().stream().anyMatch(Target::isDefault));
        if (has) {
            return asked.levels();
        }
        return with(asked.levels(), new Target(PublishedLinks.DEFAULT, asked.root() + ownPage(asked), "Gozinto", null));
    }

    private ResponseEntity<?> linkset(Asked asked, HttpStatus status, List<Level> levels) {
        List<Map<String, Object>> anchors = new ArrayList<>();
        for (Level level : levels) {
            Map<String, Object> anchor = new LinkedHashMap<>();
            anchor.put("anchor", asked.root() + level.path());
            for (Target target : level.targets()) {
                @SuppressWarnings("unchecked")
                var links = (List<Map<String, Object>>)
                        anchor.computeIfAbsent(target.type(), type -> new ArrayList<Map<String, Object>>());
                links.add(link(target));
            }
            anchors.add(anchor);
        }
        HttpHeaders headers = headers(asked);
        headers.add(
                HttpHeaders.LINK,
                "<" + CONTEXT + ">; rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\"");
        headers.setContentType(MediaType.parseMediaType(linksetType(asked.request())));
        return ResponseEntity.status(status).headers(headers).body(json.writeValueAsBytes(Map.of("linkset", anchors)));
    }

    private static Map<String, Object> link(Target target) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("href", target.href());
        link.put("title", target.title());
        if (target.language() != null) {
            link.put("hreflang", List.of(target.language()));
        }
        return link;
    }

    /** The same JSON under the name that was asked for. */
    private static String linksetType(HttpServletRequest request) {
        String accept = accepts(request);
        if (accept.contains(LINKSET)) {
            return LINKSET;
        }
        return accept.contains("application/ld+json")
                ? "application/ld+json"
                : accept.contains(MediaType.APPLICATION_JSON_VALUE) ? MediaType.APPLICATION_JSON_VALUE : LINKSET;
    }

    @GetMapping(DESCRIPTION)
    ResponseEntity<Map<String, Object>> description(HttpServletRequest request) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", "Gozinto");
        description.put("resolverRoot", address.of(request));
        description.put("supportedPrimaryKeys", KEYS);
        description.put("supportedLinkType", List.of(Map.of("namespace", PublishedLinks.VOCABULARY, "prefix", "gs1:")));
        description.put("linkTypeDefaultCanBeLinkset", false);
        description.put("jsonLdContextLocation", CONTEXT);
        var answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
        if (request.getHeader(HttpHeaders.ORIGIN) == null) {
            answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
        }
        return answer.body(description);
    }
}
