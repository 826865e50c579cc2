/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.server;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority of this machine's own, and the server's certificate from it. Both are made with the JDK's
 * {@code keytool}, kept in a folder that only its owner can read, and used again at the next start. The server's is
 * made anew before it ends and when the machine has other names or addresses; those who trust the authority need not do
 * anything then.
 */
public final class LocalCertificates {

    private static final int AUTHORITY_DAYS = 3_650;
    /** Telephones take no certificate of a server that is good for longer than about a year. */
    private static final int SERVER_DAYS = 397;

    private static final Duration RENEWED_BEFORE = Duration.ofDays(60);
    private static final int IP = 7;

    private final Path folder;
    private final Clock clock;

    private LocalCertificates(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * What a server needs.
     *
     * @param certificate PEM: the server's, then the authority's
     * @param key PEM, PKCS #8
     * @param authority PEM: what telephones and browsers have to trust
     * @param isNew whether the authority was made just now
     */
    public record Made(Path certificate, Path key, Path authority, boolean isNew) {

        /** SHA-256 of the authority's certificate, as devices show it. */
        public String fingerprint() {
            try {
                byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                        .digest(certificates(authority).getFirst().getEncoded());
                return Stream.of(java.util.HexFormat.ofDelimiter(":")
                                .withUpperCase()
                                .formatHex(digest)
                                .split(":"))
                        .collect(Collectors.joining(":"));
            } catch (GeneralSecurityException | IOException e) {
                throw new Failure(Exit.LOCAL, authority + " cannot be read: " + e.getMessage());
            }
        }
    }

    /** Takes what is in the folder, and makes what is missing, ends soon or lacks one of the names. */
    public static Made in(Path folder, Collection<MachineName> names, Clock clock) {
        try {
            return new LocalCertificates(folder, clock).made(names);
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure(
                    Exit.LOCAL,
                    "The certificate in " + folder + " cannot be made: " + e.getMessage(),
                    "Mend the folder or take it away, or give your own with --tls-certificate and --tls-key.");
        }
    }

    private Made made(Collection<MachineName> names) throws IOException, GeneralSecurityException {
        makeFolder();
        Path authority = folder.resolve("ca.crt");
        Path certificate = folder.resolve("server.crt");
        Path key = folder.resolve("server.key");
        boolean isNew = !isGood(authority) || !Files.exists(folder.resolve("ca.p12"));
        if (isNew) {
            makeAuthority(authority);
        }
        if (isNew || !isGood(certificate) || !Files.exists(key) || !covers(certificate, names)) {
            makeServer(names, authority, certificate, key);
        }
        return new Made(certificate, key, authority, isNew);
    }

    private void makeFolder() throws IOException {
        if (isPosix()) {
            var owner = PosixFilePermissions.fromString("rwx------");
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(owner));
            Files.setPosixFilePermissions(folder, owner);
        } else {
            Files.createDirectories(folder);
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private boolean isGood(Path file) {
        try {
            Instant end = certificates(file).getFirst().getNotAfter().toInstant();
            return end.minus(RENEWED_BEFORE).isAfter(clock.instant());
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // What is missing or damaged is made anew.
            return false;
        }
    }

    private static boolean covers(Path certificate, Collection<MachineName> names)
            throws IOException, GeneralSecurityException {
        Set<String> covered = new HashSet<>();
        var alternatives = certificates(certificate).getFirst().getSubjectAlternativeNames();
        for (List<?> name : alternatives == null ? List.<List<?>>of() : alternatives) {
            covered.add(MachineName.of(String.valueOf(name.get(1)), name.get(0).equals(IP))
                    .toString());
        }
        return names.stream().allMatch(name -> covered.contains(name.toString()));
    }

    static List<X509Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> all = new ArrayList<>();
            for (var one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                all.add((X509Certificate) one);
            }
            if (all.isEmpty()) {
                throw new IOException(file + " holds no certificate");
            }
            return all;
        }
    }

    private void makeAuthority(Path authority) throws IOException {
        Path store = folder.resolve("ca.p12");
        Files.deleteIfExists(store);
        // A name of its own each time, so that devices that have an older one do not mix them up.
        String name = "CN=Gozinto local authority " + new BigInteger(32, new SecureRandom()).toString(36);
        keytool(
                "-genkeypair",
                "-alias",
                "ca",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                name,
                "-validity",
                String.valueOf(AUTHORITY_DAYS),
                "-startdate",
                "-1d",
                "-ext",
                "bc:c=ca:true,pathlen:0",
                "-ext",
                "ku:c=keyCertSign,cRLSign",
                "-keystore",
                store.toString());
        keytool("-exportcert", "-rfc", "-alias", "ca", "-keystore", store.toString(), "-file", authority.toString());
        restrict(store);
    }

    private void makeServer(Collection<MachineName> names, Path authority, Path certificate, Path key)
            throws IOException, GeneralSecurityException {
        Path store = folder.resolve("server.p12");
        Path request = folder.resolve("server.csr");
        Path signed = folder.resolve("signed.crt");
        Files.deleteIfExists(store);
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=Gozinto",
                "-validity",
                String.valueOf(SERVER_DAYS),
                "-keystore",
                store.toString());
        keytool("-certreq", "-alias", "server", "-keystore", store.toString(), "-file", request.toString());
        keytool(
                "-gencert",
                "-rfc",
                "-alias",
                "ca",
                "-keystore",
                folder.resolve("ca.p12").toString(),
                "-infile",
                request.toString(),
                "-outfile",
                signed.toString(),
                "-validity",
                String.valueOf(SERVER_DAYS),
                "-startdate",
                "-1d",
                "-ext",
                "san=" + joined(names),
                "-ext",
                "ku:c=digitalSignature",
                "-ext",
                "eku=serverAuth");
        String chain = pem("CERTIFICATE", certificates(signed).getFirst().getEncoded())
                + Files.readString(authority, StandardCharsets.US_ASCII);
        write(key, pem("PRIVATE KEY", key(store).getEncoded()));
        write(certificate, chain);
        for (Path gone : List.of(store, request, signed)) {
            Files.deleteIfExists(gone);
        }
    }

    private static String joined(Collection<MachineName> names) {
        return names.stream().map(MachineName::toString).collect(Collectors.joining(","));
    }

    private Key key(Path store) throws IOException, GeneralSecurityException {
        char[] password = Files.readString(password()).strip().toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password);
        }
        @Nullable Key key = keys.getKey("server", password);
        if (key == null) {
            throw new IOException(store + " holds no key");
        }
        return key;
    }

    private static String pem(String what, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }

    /** A file appears whole, and only its owner can read it from its first moment. */
    private void write(Path file, String content) throws IOException {
        Path part = folder.resolve(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        if (isPosix()) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(part, content, StandardCharsets.US_ASCII);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void restrict(Path file) throws IOException {
        if (isPosix()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** The password of the key stores; they need one, and other users could read it in the arguments of a process. */
    private Path password() throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            write(file, new BigInteger(160, new SecureRandom()).toString(36) + "\n");
        }
        return file;
    }

    private void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(
                List.of("-storetype", "PKCS12", "-storepass:file", password().toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
