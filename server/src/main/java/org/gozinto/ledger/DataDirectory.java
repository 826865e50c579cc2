/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The directory that belongs to one running server; a lock on a file in it keeps a second one out. */
public final class DataDirectory implements AutoCloseable {

    /** File systems whose locks or shared memory do not hold what SQLite's write-ahead log needs. */
    private static final Set<String> NETWORK_FILE_SYSTEMS =
            Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smbfs", "smb3", "9p", "fuse.sshfs", "afs", "ncpfs", "vboxsf");

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Makes the directory if needed and locks it. */
    public static DataDirectory open(Path path) {
        Path directory = path.toAbsolutePath().normalize();
        @Nullable FileChannel channel = null;
        try {
            create(directory);
            refuseNetwork(directory);
            channel = FileChannel.open(
                    directory.resolve("gozinto.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(directory);
            }
            return new DataDirectory(directory, channel, lock);
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel);
            throw inUse(directory);
        } catch (RefusedException e) {
            closeQuietly(channel);
            throw e;
        } catch (IOException e) {
            throw new Refusal(
                            503,
                            "data-directory",
                            "The data directory cannot be used",
                            directory + ": " + e.getClass().getSimpleName() + " " + e.getMessage(),
                            List.of())
                    .at(
                            "",
                            "a directory that this user may write to",
                            "Mend its permissions or name another with --data.")
                    .asException();
        }
    }

    /** Makes the directory for its owner alone: it will hold hashes of passwords and tokens. */
    private static void create(Path directory) throws IOException {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && !Files.exists(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(directory);
        }
    }

    private static void refuseNetwork(Path directory) throws IOException {
        String type = Files.getFileStore(directory).type();
        if (NETWORK_FILE_SYSTEMS.contains(type)) {
            throw Refusal.of(
                            "network-directory",
                            "The data directory is on a network file system",
                            directory + " is on " + type + ", where the embedded database can be damaged.")
                    .at(
                            "",
                            "a directory on a local disk",
                            "Name a local directory with --data, or use PostgreSQL with --database.")
                    .asException();
        }
    }

    private static RefusedException inUse(Path directory) {
        return Refusal.of(
                        "in-use",
                        "Another server uses the data directory",
                        directory + " is locked by a running Gozinto server.")
                .at(
                        "",
                        "a directory of its own for each server",
                        "Stop the other server, or name another directory with --data.")
                .asException();
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // Closing what could not be used: the first failure is the one to tell.
        }
    }

    /** The directory, absolute. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
