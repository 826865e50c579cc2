/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.client;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that {@code gozinto login} keeps: one line for each server, its address, a blank and the token. Only its
 * owner may read it, and a token is shown to no other server than the one that gave it.
 *
 * @param path usually {@code ~/.config/gozinto/token}
 */
public record TokenFile(Path path) {

    /** The file of this user, by the XDG rules. */
    public static TokenFile ofUser() {
        String configured = System.getenv("XDG_CONFIG_HOME");
        Path config = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home", "."), ".config")
                : Path.of(configured);
        return new TokenFile(config.resolve("gozinto").resolve("token"));
    }

    /** The token of a server, or null when there is none. */
    public @Nullable String tokenFor(String base) {
        return lines().stream()
                .filter(line -> line.startsWith(base + " "))
                .map(line -> line.substring(base.length() + 1).strip())
                .findFirst()
                .orElse(null);
    }

    /** Keeps a token, in the place of an older one of the same server. */
    public void keep(String base, String token) {
        List<String> lines = new ArrayList<>(lines());
        lines.removeIf(line -> line.startsWith(base + " "));
        lines.add(base + " " + token);
        try {
            Path folder = path.toAbsolutePath().getParent();
            Files.createDirectories(folder, ownerOnly("rwx------"));
            Path fresh = Files.createTempFile(folder, "token", "", ownerOnly("rw-------"));
            Files.write(fresh, lines);
            replace(fresh);
        } catch (IOException e) {
            throw new Failure(Exit.LOCAL, "The token cannot be kept in " + path + ": " + e.getMessage());
        }
    }

    private void replace(Path fresh) throws IOException {
        try {
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private List<String> lines() {
        try {
            return Files.exists(path) ? Files.readAllLines(path) : List.of();
        } catch (IOException e) {
            throw new Failure(Exit.LOCAL, "The token file " + path + " cannot be read: " + e.getMessage());
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
