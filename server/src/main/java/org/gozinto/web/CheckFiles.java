/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.gozinto.ledger.Refusal;
import org.gozinto.recall.PublicRecalls;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** What shops take with them: the signed list of affected numbers, its key, buckets of it, and the feed. */
@RestController
@CrossOrigin(
        origins = "*",
        methods = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS},
        exposedHeaders = {HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER, CheckFiles.REVISION})
@Tag(name = "Check", description = "What anybody may ask: is this number recalled")
@SecurityRequirements
class CheckFiles {

    static final String WELL_KNOWN = "/.well-known/gozinto-check.json";
    static final String REVISION = "Check-Revision";

    /** Five hexadecimal digits are asked for, the other five are answered. */
    private static final int PREFIX_BITS = 20;

    private static final int SUFFIX_MASK = (1 << PREFIX_BITS) - 1;

    /** A bucket has a multiple of so many lines. */
    static final int LINES = 16;

    private static final int FEEDS_MAX = 32;

    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");
    private static final CacheControl CACHED =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final CheckList list;
    private final CheckKey key;
    private final CheckFeed feed;
    private final CheckKept<FeedOf> feeds;
    private final PublicAddress address;

    CheckFiles(
            CheckList list,
            CheckKey key,
            CheckFeed feed,
            ObjectProvider<PublicRecalls> recalls,
            Environment environment) {
        this.list = list;
        this.key = key;
        this.feed = feed;
        this.feeds = new CheckKept<>(recalls.getIfAvailable(NoRecalls::new), FEEDS_MAX);
        this.address = new PublicAddress(environment);
    }

    /** What a feed depends on beside the recalls; the root is the address of this server. */
    private record FeedOf(String language, String root) {}

    /** Where everything is, and the key. */
    @Schema(name = "CheckDirectory")
    record Directory(
            @Schema(description = "Ed25519, 32 bytes in Base64")
            String publicKey,

            String publicKeyPem,
            String check,
            String api,
            String recalls,
            String feed,
            String list,
            String description,
            String range) {}

    /** What the list is and how to read it. */
    @Schema(name = "CheckList")
    record Description(
            int version,
            String created,
            long revision,
            int recalls,
            long entries,
            int prefixBits,
            @Schema(description = "In hexadecimal") String salt,
            long bytes,

            @Schema(description = "Of the whole file, in hexadecimal")
            String sha256,

            String url,

            @Schema(description = "Ed25519, 32 bytes in Base64")
            String publicKey,

            String format) {}

    private static final String FORMAT = "Big-endian: 8 bytes GZCHECK1, 8 bytes created (seconds since 1970), 8 bytes"
            + " revision, 4 bytes 40 (bits of an entry), 4 bytes 16 (bytes of salt), 16 bytes salt; then the entries of"
            + " 5 bytes in ascending order; then 64 bytes Ed25519 signature over GZCHECK1 and the SHA-256 of all before"
            + " it. An entry is the beginning of SHA-256(salt + item|lot|serial): item is the GTIN in 14 digits, or the"
            + " item's code where it has none; a serial is listed without its lot.";

    @GetMapping(path = WELL_KNOWN, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Tells where the check, its list and its key are")
    ResponseEntity<Directory> directory(@Parameter(hidden = true) HttpServletRequest request) {
        String root = address.of(request);
        return open(request)
                .cacheControl(CACHED)
                .body(new Directory(
                        Base64.getEncoder().encodeToString(key.raw()),
                        key.pem(),
                        root + "/check",
                        root + "/check/api",
                        root + "/check/recalls.json",
                        root + "/check/feed.atom",
                        root + "/check/list.bin",
                        root + "/check/list.json",
                        root + "/check/range/{prefix}"));
    }

    /** Other sites may read it, also where a browser does not say that it asks for one. */
    private static ResponseEntity.BodyBuilder open(HttpServletRequest request) {
        var answer = ResponseEntity.ok();
        return request.getHeader(HttpHeaders.ORIGIN) == null
                ? answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                : answer;
    }

    @GetMapping(path = "/check/key", produces = "application/x-pem-file")
    @Operation(summary = "Gives the key that the list is signed with, as PEM")
    ResponseEntity<String> key(@Parameter(hidden = true) HttpServletRequest request) {
        return open(request).cacheControl(CACHED).body(key.pem());
    }

    @GetMapping(path = "/check/list.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Describes the list of affected numbers")
    ResponseEntity<Description> description(@Parameter(hidden = true) HttpServletRequest request) {
        CheckList.Made made = list.current();
        return open(request)
                .cacheControl(CACHED)
                .body(new Description(
                        1,
                        CheckView.time(made.created()),
                        made.revision(),
                        made.recalls(),
                        made.entries(),
                        CheckListWriter.ENTRY_BYTES * Byte.SIZE,
                        HexFormat.of().formatHex(key.salt()),
                        made.bytes(),
                        made.sha256(),
                        address.of(request) + "/check/list.bin",
                        Base64.getEncoder().encodeToString(key.raw()),
                        FORMAT));
    }

    @GetMapping(path = "/check/list.bin", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "Gives the signed list of affected numbers, to check without asking")
    ResponseEntity<Resource> list(@Parameter(hidden = true) ServletWebRequest request) {
        CheckList.Made made = list.current();
        boolean zipped = SameSize.takesGzip(request.getRequest());
        String tag = "\"" + made.sha256().substring(0, 32) + (zipped ? "-gzip" : "") + "\"";
        var answer = open(request.getRequest())
                .cacheControl(CACHED)
                .eTag(tag)
                .header(REVISION, String.valueOf(made.revision()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"gozinto-check.bin\"");
        if (zipped) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.body(new FileSystemResource(zipped ? made.zipped() : made.file()));
    }

    @GetMapping(path = "/check/range/{prefix}", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            summary = "Gives all entries of the list that begin so",
            description = "Who asks tells five of the ten hexadecimal digits and finds the others, or not, in the"
                    + " answer: lines of suffix:1. Lines of suffix:0 stand for nothing; they make answers alike in"
                    + " length.")
    ResponseEntity<String> range(
            @PathVariable @Schema(example = "0A1B2") String prefix,
            @Parameter(hidden = true) HttpServletRequest request) {
        if (!prefix.matches("[0-9A-Fa-f]{5}")) {
            throw Refusal.of("bad-prefix", "This is no prefix", "The prefix has five hexadecimal digits.")
                    .status(400)
                    .at("prefix", "the first 5 of the 10 hexadecimal digits of an entry", "Correct the address.")
                    .asException();
        }
        long first = Long.parseLong(prefix, 16);
        CheckList.Bucket bucket = list.bucket(first, PREFIX_BITS);
        List<String> lines = new ArrayList<>();
        bucket.rests().forEach(rest -> lines.add(line(rest, 1)));
        var digest = CheckListWriter.sha256();
        for (int n = 0; lines.isEmpty() || lines.size() % LINES != 0; n++) {
            long filling = CheckListWriter.hash(digest, key.salt(), prefix + ' ' + n) & SUFFIX_MASK;
            if (!bucket.rests().contains(filling)) {
                lines.add(line(filling, 0));
            }
        }
        lines.sort(String::compareTo);
        return open(request)
                .cacheControl(CACHED)
                .header(REVISION, String.valueOf(bucket.revision()))
                .body(String.join("\n", lines) + "\n");
    }

    private static String line(long suffix, int listed) {
        return HexFormat.of().withUpperCase().toHexDigits(suffix, PREFIX_BITS / 4) + ":" + listed;
    }

    @GetMapping(path = "/check/feed.atom", produces = "application/atom+xml")
    @Operation(summary = "Gives the recalls as an Atom feed")
    ResponseEntity<byte[]> feed(@Parameter(hidden = true) HttpServletRequest request) {
        CheckWords words = CheckWords.of(
                CheckQuery.of(request.getQueryString()).get("lang"), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        String root = address.of(request);
        CheckKept.Made made = feeds.of(new FeedOf(words.language(), root), recalls -> feed.of(recalls, words, root));
        return open(request)
                .cacheControl(CACHED)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .contentType(ATOM)
                .eTag(made.tag())
                .body(made.bytes());
    }
}
