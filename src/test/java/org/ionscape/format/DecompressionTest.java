package org.ionscape.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecompressionTest {
    private static final byte[] HALF = "0.12345678  0.5\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private static byte[] packed(Decompression.Method method, byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = switch (method) {
            case NONE -> bytes;
            case GZIP -> new GZIPOutputStream(bytes);
            case BZIP2 -> new BZip2CompressorOutputStream(bytes);
            case XZ -> new XZCompressorOutputStream(bytes);
            case ZSTD -> new ZstdOutputStream(bytes);
        }) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @ParameterizedTest
    @EnumSource
    void packedFilesPutTogetherAreReadToTheEndWhateverTheirName(Decompression.Method method) throws IOException {
        byte[] member = packed(method, HALF);
        Path file = Files.write(folder.resolve("XDATCAR"), concat(member, member));
        try (InputStream in = Decompression.open(file)) {
            assertThat(in.readAllBytes()).isEqualTo(concat(HALF, HALF));
        }
        assertThat(Decompression.methodOf(file)).isEqualTo(method);
    }

    @ParameterizedTest
    @EnumSource
    void theStartIsBoundedAndSurvivesACutFile(Decompression.Method method) throws IOException {
        byte[] plain = HALF.clone();
        for (int i = 0; i < plain.length; i++) { // not so compressible that a cut would lose all
            plain[i] = (byte) (' ' + (i * 2_654_435_761L >>> 13 & 63));
        }
        byte[] member = packed(method, concat(concat(plain, plain), concat(plain, plain)));
        Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(member, member.length - 9));
        byte[] start = Decompression.start(file);
        assertThat(start).hasSize(1 << 16).isEqualTo(Arrays.copyOf(plain, 1 << 16));
    }

    @Test
    void whatOnlyPretendsToBePackedFailsWithAnIoException() throws IOException {
        for (byte[] magic : new byte[][] {
            {0x1f, (byte) 0x8b, 9, 9, 9, 9, 9, 9},
            {'B', 'Z', 'h', '9', 1, 2, 3, 4, 5, 6, 7, 8},
            {(byte) 0xfd, '7', 'z', 'X', 'Z', 0, 1, 2, 3, 4, 5, 6},
            {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 1, 1, 1, 1, 1, 1}
        }) {
            Path file = Files.write(folder.resolve("junk"), magic);
            assertThatThrownBy(() -> Decompression.start(file)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void theNameOfAPackedFileLosesItsSuffixOnly() {
        assertThat(Decompression.plainName(Path.of("run", "XDATCAR.GZ"))).isEqualTo("XDATCAR");
        assertThat(Decompression.plainName(Path.of("a.xyz.zst"))).isEqualTo("a.xyz");
        assertThat(Decompression.plainName(Path.of("gz"))).isEqualTo("gz");
    }

    @Test
    void aFewBytesThatHideMoreThanAShortTableHoldsAreGivenUp() throws IOException {
        Path bomb = folder.resolve("msd_0.dat.gz");
        byte[] block = new byte[1 << 20];
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            for (int i = 0; i < 70; i++) {
                out.write(block);
            }
        }
        try (InputStream in = Decompression.openShort(bomb)) {
            assertThatThrownBy(() -> in.transferTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("more than 64 MB");
        }
    }
}
