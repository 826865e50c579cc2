/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The door to a server. On {@link HttpURLConnection}, because it answers the first request of a process in a tenth of
 * the time that {@code java.net.http} takes.
 */
public final class Api {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int[] PAUSES_MS = {200, 1000};
    /** Up to this size a body is kept in memory, where a refusal that comes early can still be read. */
    private static final long STREAM_ABOVE = 16L << 20;

    static {
        // The JDK would send a POST a second time by itself; who may be repeated is decided here.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final String base;
    private final @Nullable String token;
    private final @Nullable SSLSocketFactory trust;

    private Api(String base, @Nullable String token, @Nullable SSLSocketFactory trust) {
        this.base = base;
        this.token = token;
        this.trust = trust;
    }

    /** A server by its address, such as {@code http://localhost:8080}. */
    public static Api of(String address, @Nullable String token) {
        return new Api(normal(address), token, null);
    }

    /** The address without a slash at its end, or a failure when it is none. */
    public static String normal(String address) {
        try {
            URI uri = new URI(address.strip().replaceAll("/+$", ""));
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getQuery() == null && uri.getUserInfo() == null) {
                return uri.toString();
            }
        } catch (URISyntaxException e) {
            // Said below, in the same words as for every other address that is none.
        }
        throw new Failure(Exit.USAGE, "\"" + address + "\" is not the address of a server.", "http://localhost:8080");
    }

    /** The same server, shown another token. */
    public Api withToken(@Nullable String other) {
        return new Api(base, other, trust);
    }

    /** The same server, whose certificate is from this authority (PEM) and not from one that everybody trusts. */
    public Api trusting(Path authority) {
        try (InputStream in = Files.newInputStream(authority)) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return new Api(base, token, context.getSocketFactory());
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure(
                    Exit.LOCAL, authority + " holds no certificate that can be read: " + e.getMessage() + ".");
        }
    }

    /** The address of the server. */
    public String base() {
        return base;
    }

    /** Sends and waits. Tries again when the connection broke and the request may be repeated. */
    public Answer send(Request request) {
        int tries = request.repeatable() ? PAUSES_MS.length + 1 : 1;
        for (int i = 0; ; i++) {
            try {
                return once(request);
            } catch (ConnectException | UnknownHostException e) {
                throw new Failure(
                        Exit.UNREACHABLE,
                        "Cannot reach " + base + ": " + why(e) + ".",
                        "Start a server with \"gozinto serve\", or name one with --url or GOZINTO_URL.");
            } catch (SSLHandshakeException e) {
                throw new Failure(
                        Exit.UNREACHABLE,
                        base + " cannot be trusted: " + why(e) + ".",
                        "If its certificate is its own, name its authority: GOZINTO_CA=data/tls/ca.crt");
            } catch (IOException e) {
                if (i + 1 >= tries) {
                    throw new Failure(
                            Exit.UNREACHABLE,
                            "The connection to " + base + " broke: " + why(e) + ".",
                            tries == 1 ? "It was tried once." : "It was tried " + tries + " times.");
                }
                pause(PAUSES_MS[i]);
            }
        }
    }

    /** Sends, and fails with the problem when it was refused. */
    public Answer need(Request request) {
        return send(request).orFail();
    }

    /** Writes what is answered into a stream; fails with the problem when it was refused. It is sent once. */
    public void save(Request request, OutputStream to) {
        try {
            HttpURLConnection connection = open(request);
            Content content = request.content();
            IOException broken = content == null ? null : write(connection, content);
            int status = status(connection, broken);
            InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
            if (in == null) {
                new Answer(status, "", null).orFail();
                return;
            }
            try (in) {
                if (status >= 400) {
                    throw new Answer(status, new String(in.readAllBytes(), StandardCharsets.UTF_8), null).failure();
                }
                in.transferTo(to);
            }
        } catch (IOException e) {
            throw new Failure(
                    Exit.UNREACHABLE,
                    "Cannot reach " + base + ", or the connection broke: " + why(e) + ".",
                    "What was written is not whole.");
        }
    }

    private Answer once(Request request) throws IOException {
        HttpURLConnection connection = open(request);
        @Nullable IOException broken = null;
        Content content = request.content();
        if (content != null) {
            broken = write(connection, content);
        }
        int status = status(connection, broken);
        InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        String body = "";
        if (in != null) {
            try (in) {
                body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        return new Answer(status, body, connection.getHeaderField("ETag"));
    }

    private HttpURLConnection open(Request request) throws IOException {
        HttpURLConnection connection = connection(base + request.path());
        if (connection instanceof HttpsURLConnection secure && trust != null) {
            secure.setSSLSocketFactory(trust);
        }
        connection.setRequestMethod(request.method());
        connection.setConnectTimeout(Math.toIntExact(CONNECT.toMillis()));
        connection.setReadTimeout(Math.toIntExact(request.patience().toMillis()));
        // A token must not travel to wherever a redirect leads.
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Accept", "application/json, application/problem+json, */*;q=0.5");
        if (token != null) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        request.headers().forEach(connection::setRequestProperty);
        return connection;
    }

    private static HttpURLConnection connection(String address) throws IOException {
        try {
            return (HttpURLConnection) new URI(address).toURL().openConnection();
        } catch (URISyntaxException e) {
            throw new MalformedURLException(e.getMessage());
        }
    }

    /** What went wrong while sending is kept: the server may have answered before it had read everything. */
    private static @Nullable IOException write(HttpURLConnection connection, Content content) throws IOException {
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", content.type());
        if (content.length() > STREAM_ABOVE) {
            connection.setFixedLengthStreamingMode(content.length());
        }
        connection.connect();
        try (InputStream in = content.open();
                OutputStream out = connection.getOutputStream()) {
            in.transferTo(out);
            return null;
        } catch (ConnectException e) {
            throw e;
        } catch (IOException e) {
            return e;
        }
    }

    private static int status(HttpURLConnection connection, @Nullable IOException broken) throws IOException {
        try {
            int status = connection.getResponseCode();
            if (status < 0) {
                throw new IOException("the answer is not HTTP");
            }
            return status;
        } catch (HttpRetryException e) {
            return e.responseCode();
        } catch (IOException e) {
            throw broken == null ? e : broken;
        }
    }

    private static String why(IOException e) {
        if (e instanceof UnknownHostException) {
            return "no machine has the name " + e.getMessage();
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static void pause(int ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Exit.UNREACHABLE, "Interrupted while waiting for the next try.");
        }
    }
}
