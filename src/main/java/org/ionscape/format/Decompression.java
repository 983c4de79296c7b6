package org.ionscape.format;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.ionscape.compute.InputException;

/**
 * Opens a file through whatever compresses it, told by its first bytes and not by its name. Everything streams: memory
 * is bounded by the window of the method (for xz at most 128 MiB), whatever the file claims to hold.
 */
public final class Decompression {
    private static final int SNIFF_BYTES = 1 << 16;
    private static final long SHORT_BYTES = 64L << 20;
    private static final int XZ_MEMORY_KIB = 128 * 1024;
    private static final List<String> SUFFIXES = List.of(".gz", ".bz2", ".xz", ".zst");

    private Decompression() {}

    /** The plain bytes of a file. */
    public static InputStream open(Path file) throws IOException {
        return open(Files.newInputStream(file));
    }

    /** The plain bytes of a file that is read into memory: beyond {@value #SHORT_BYTES} it is no such file. */
    public static InputStream openShort(Path file) throws IOException {
        return new LimitedStream(open(file), SHORT_BYTES);
    }

    /** The plain bytes behind a stream; closing them closes it. */
    public static InputStream open(InputStream stream) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(stream, SNIFF_BYTES);
        try {
            raw.mark(8);
            byte[] magic = raw.readNBytes(6);
            raw.reset();
            return switch (methodOf(magic)) {
                case GZIP -> new GZIPInputStream(raw, SNIFF_BYTES);
                case BZIP2 -> new BZip2CompressorInputStream(raw, true);
                case XZ ->
                    XZCompressorInputStream.builder()
                            .setInputStream(raw)
                            .setDecompressConcatenated(true)
                            .setMemoryLimitKiB(XZ_MEMORY_KIB)
                            .get();
                case ZSTD -> new ZstdInputStream(raw).setContinuous(false);
                case NONE -> raw;
            };
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /** How a file is compressed. */
    public enum Method {
        NONE,
        GZIP,
        BZIP2,
        XZ,
        ZSTD
    }

    /** The method of a file by its first bytes. */
    public static Method methodOf(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file)) {
            return methodOf(raw.readNBytes(6));
        }
    }

    private static Method methodOf(byte[] magic) {
        if (startsWith(magic, 0x1f, 0x8b)) {
            return Method.GZIP;
        }
        if (startsWith(magic, 'B', 'Z', 'h')) {
            return Method.BZIP2;
        }
        if (startsWith(magic, 0xfd, '7', 'z', 'X', 'Z', 0)) {
            return Method.XZ;
        }
        return startsWith(magic, 0x28, 0xb5, 0x2f, 0xfd) ? Method.ZSTD : Method.NONE;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first plain bytes of a file, at most 64 KiB; what can be read of a damaged one. */
    public static byte[] start(Path file) throws IOException {
        byte[] buffer = new byte[SNIFF_BYTES];
        int length = 0;
        try (InputStream in = open(file)) {
            int n;
            while (length < buffer.length && (n = in.read(buffer, length, buffer.length - length)) > 0) {
                length += n;
            }
        } catch (IOException e) {
            if (length == 0) {
                throw e;
            }
        }
        return Arrays.copyOf(buffer, length);
    }

    /** The file's name without folder and compression suffix: {@code XDATCAR} for {@code run/XDATCAR.gz}. */
    public static String plainName(Path file) {
        String name = String.valueOf(file.getFileName());
        String lower = name.toLowerCase(Locale.ROOT);
        for (String suffix : SUFFIXES) {
            if (lower.endsWith(suffix)) {
                return name.substring(0, name.length() - suffix.length());
            }
        }
        return name;
    }

    /** Whether a stream failed because it ends too early, as a killed copy does; otherwise its content is damaged. */
    static boolean isCutOff(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return e instanceof EOFException
                || message.contains("end of stream")
                || message.contains("truncated")
                || message.contains("end of input");
    }

    /** What to tell a person about a file that could not be opened or read. */
    public static InputException unreadable(Path file, IOException e) {
        String message = switch (e) {
            case NoSuchFileException gone -> "the file is not there any more; was its folder moved or unmounted?";
            case AccessDeniedException denied -> "you may not read this file; ask its owner for permission";
            default -> "the file cannot be read (" + e.getMessage() + "); if it is compressed, test it by unpacking";
        };
        return InputException.of(file, message);
    }
}
