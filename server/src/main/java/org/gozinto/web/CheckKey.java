/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.gozinto.ledger.Refusal;

/**
 * The key pair that signs what shops download (Ed25519, RFC 8032). It is made when it is first needed and kept in a
 * file that only its owner can read: both keys in PEM, the private one in PKCS #8. Servers that share a book are given
 * the same file, so that a list is good whichever of them made it.
 */
final class CheckKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    /** The last bytes of an encoded public key are the key (RFC 8410). */
    private static final int RAW_BYTES = 32;

    static final int SALT_BYTES = 16;

    private final KeyPair pair;

    private CheckKey(KeyPair pair) {
        this.pair = pair;
    }

    /** Reads the file, or makes it; a file that cannot be used is refused. */
    static CheckKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            var factory = KeyFactory.getInstance(ALGORITHM);
            PrivateKey secret = factory.generatePrivate(new PKCS8EncodedKeySpec(block(text, PRIVATE)));
            PublicKey open = factory.generatePublic(new X509EncodedKeySpec(block(text, PUBLIC)));
            var key = new CheckKey(new KeyPair(open, secret));
            if (!key.isSigned(new byte[RAW_BYTES], key.sign(new byte[RAW_BYTES]))) {
                throw new GeneralSecurityException("the two keys are not of one pair");
            }
            return key;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw Refusal.of("check-key", "The key of the public check cannot be used", file + ": " + e.getMessage())
                    .status(503)
                    .at("", "a PEM file with an Ed25519 key pair", "Put the file back, or delete it for a new key.")
                    .asException();
        }
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        KeyPair made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        String text = pem(PRIVATE, made.getPrivate().getEncoded())
                + pem(PUBLIC, made.getPublic().getEncoded());
        Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        Files.createDirectories(file.toAbsolutePath().getParent());
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(fresh, text, StandardCharsets.US_ASCII);
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file);
        }
    }

    private static String pem(String name, byte[] bytes) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + name + "-----\n" + base64 + "\n-----END " + name + "-----\n";
    }

    private static byte[] block(String text, String name) {
        String begin = "-----BEGIN " + name + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + name + "-----");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
    }

    /** The public key as PEM. */
    String pem() {
        return pem(PUBLIC, pair.getPublic().getEncoded());
    }

    /** The public key's 32 bytes. */
    byte[] raw() {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - RAW_BYTES, encoded.length);
    }

    /** Stays the same as long as the key does, so that what clients hashed stays good from list to list. */
    byte[] salt() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("gozinto check salt".getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(digest.digest(raw()), SALT_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A name for something of this server's, the same for ever: UUID of a name (version 3). */
    UUID name(String what) {
        byte[] bytes = (Base64.getEncoder().encodeToString(raw()) + ' ' + what).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(bytes);
    }

    byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isSigned(byte[] message, byte[] signed) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(pair.getPublic());
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
