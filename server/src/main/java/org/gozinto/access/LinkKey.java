/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The secret that the tokens of links for people without a user are made of. It is made when it is first needed and
 * kept in a file that only its owner can read, and not in the book: whoever gets a copy of the book cannot answer for
 * anybody. Safe for use by many threads.
 */
public final class LinkKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final SecureRandom random;
    private @Nullable SecretKeySpec key;

    public LinkKey(Path file, SecureRandom random) {
        this.file = file;
        this.random = random;
    }

    /** The token of the n-th link of a record: 256 bits that nobody can guess, the same each time. */
    public String token(String record, long n) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            byte[] code = mac.doFinal((record + ":" + n).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private synchronized SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = read();
            key = known;
        }
        return known;
    }

    private SecretKeySpec read() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            byte[] secret = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (secret.length != KEY_BYTES) {
                throw new IOException("it has " + secret.length + " bytes and not " + KEY_BYTES);
            }
            return new SecretKeySpec(secret, ALGORITHM);
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.of("answer-key", "The key of the answer links cannot be used", file + ": " + e.getMessage())
                    .status(503)
                    .at("", "a file with 32 bytes in base64", "Put the file back, or delete it for a new key.")
                    .asException();
        }
    }

    private void create() throws IOException {
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(fresh, Base64.getEncoder().encodeToString(secret) + "\n", StandardCharsets.US_ASCII);
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file);
        }
    }
}
