/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serial;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads no more of a body than the limit, whether its length was told before or not. */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final long bytesMax;

    BodyLimitFilter(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** Comes out of reading a body that is too long. */
    static final class TooLargeException extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final long bytesMax;

        TooLargeException(long bytesMax) {
            super("the body has more than " + bytesMax + " bytes");
            this.bytesMax = bytesMax;
        }

        Refusal refusal() {
            return tooLarge(bytesMax);
        }
    }

    private static Refusal tooLarge(long bytesMax) {
        return Refusal.of("too-large", "Too much at once", "The body has more than " + bytesMax + " bytes.")
                .status(413)
                .at("", "at most " + bytesMax + " bytes", "Send it in several requests.");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > bytesMax) {
            Problems.send(response, tooLarge(bytesMax));
            return;
        }
        chain.doFilter(new Limited(request, bytesMax), response);
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final long bytesMax;
        private @Nullable ServletInputStream stream;
        private @Nullable BufferedReader reader;

        Limited(HttpServletRequest request, long bytesMax) {
            super(request);
            this.bytesMax = bytesMax;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new Counted(super.getInputStream(), bytesMax);
            }
            return stream;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            if (reader == null) {
                String encoding = getCharacterEncoding();
                reader = new BufferedReader(new InputStreamReader(
                        getInputStream(), encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
            }
            return reader;
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private final long bytesMax;
        private long bytes;

        Counted(ServletInputStream in, long bytesMax) {
            this.in = in;
            this.bytesMax = bytesMax;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            if (b >= 0) {
                count(1);
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            if (n > 0) {
                count(n);
            }
            return n;
        }

        private void count(int n) throws TooLargeException {
            bytes += n;
            if (bytes > bytesMax) {
                throw new TooLargeException(bytesMax);
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
