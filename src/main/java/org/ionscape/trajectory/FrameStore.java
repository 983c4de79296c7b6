package org.ionscape.trajectory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ionscape.compute.InputException;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;

/**
 * The one {@link Trajectory} of the program: positions as 8-byte numbers outside the Java heap, in memory while the
 * run is small, in memory-mapped scratch files (deleted when closed) beyond {@link Builder#inMemoryBytes}. A text of
 * 37 bytes per atom and frame becomes 24.
 */
public final class FrameStore implements Trajectory {
    /** System property that says how many MB of a trajectory are held in memory before scratch files take over. */
    public static final String MEMORY_MB = "ionscape.memory.mb";

    private static final long CHUNK_BYTES = 64L << 20;

    private final Atoms atoms;
    private final Wrapping wrapping;
    private final OptionalDouble timeStepFs;
    private final FrameSeries series;
    private final Arena arena;
    private final List<MemorySegment> chunks;
    private final int framesPerChunk;
    private final int frameCount;
    private final List<Cell> cells;

    private FrameStore(Builder builder) {
        atoms = builder.atoms;
        wrapping = builder.wrapping;
        timeStepFs = builder.timeStepFs;
        series = builder.series;
        arena = builder.arena;
        chunks = List.copyOf(builder.chunks);
        framesPerChunk = builder.framesPerChunk;
        frameCount = builder.frameCount;
        cells = builder.variableCell ? List.copyOf(builder.cells) : List.of(builder.cells.getFirst());
    }

    @Override
    public Atoms atoms() {
        return atoms;
    }

    @Override
    public int frameCount() {
        return frameCount;
    }

    @Override
    public Wrapping wrapping() {
        return wrapping;
    }

    @Override
    public OptionalDouble timeStepFs() {
        return timeStepFs;
    }

    @Override
    public FrameSeries series() {
        return series;
    }

    @Override
    public boolean hasVariableCell() {
        return cells.size() > 1;
    }

    @Override
    public Cell cell(int frame) {
        return cells.size() == 1 ? cells.getFirst() : cells.get(frame);
    }

    @Override
    public void readFrame(int frame, double[] out) {
        readFrames(frame, 1, out);
    }

    @Override
    public void readFrames(int from, int count, double[] out) {
        if (from < 0 || count < 0 || from + count > frameCount) {
            throw new IndexOutOfBoundsException(
                    "frames " + from + ".." + (from + count) + " of a trajectory of " + frameCount);
        }
        int width = 3 * atoms.count();
        int frame = from;
        int written = 0;
        while (frame < from + count) {
            int inChunk = frame % framesPerChunk;
            int n = Math.min(from + count - frame, framesPerChunk - inChunk);
            MemorySegment.copy(
                    chunks.get(frame / framesPerChunk),
                    ValueLayout.JAVA_DOUBLE,
                    8L * width * inChunk,
                    out,
                    written,
                    n * width);
            written += n * width;
            frame += n;
        }
    }

    @Override
    public void close() {
        arena.close();
    }

    /** Collects frames in order; {@link #build} hands them over, {@link #close} without it lets them go. */
    public static final class Builder implements AutoCloseable {
        private final Atoms atoms;
        private final int framesPerChunk;
        private final Arena arena = Arena.ofShared();
        private final List<MemorySegment> chunks = new ArrayList<>();
        private final List<Cell> cells = new ArrayList<>();
        private Wrapping wrapping = Wrapping.WRAPPED;
        private OptionalDouble timeStepFs = OptionalDouble.empty();
        private FrameSeries series = FrameSeries.NONE;
        private long inMemoryBytes = Long.getLong(MEMORY_MB, 512) << 20;
        private long allocated;
        private int frameCount;
        private boolean variableCell;
        private boolean handedOver;

        public Builder(Atoms atoms) {
            if (atoms.count() == 0) {
                throw new IllegalArgumentException("a trajectory needs atoms");
            }
            this.atoms = atoms;
            long frameBytes = 24L * atoms.count();
            framesPerChunk = (int) Math.max(1, CHUNK_BYTES / frameBytes);
        }

        public Builder wrapping(Wrapping value) {
            wrapping = value;
            return this;
        }

        /** Time between stored frames in fs, where the file says so. */
        public Builder timeStepFs(double value) {
            timeStepFs = OptionalDouble.of(value);
            return this;
        }

        public Builder series(FrameSeries value) {
            series = value;
            return this;
        }

        /** How many bytes to hold in memory before going over to mapped scratch files. */
        public Builder inMemoryBytes(long value) {
            inMemoryBytes = value;
            return this;
        }

        public Atoms atoms() {
            return atoms;
        }

        public int frameCount() {
            return frameCount;
        }

        /** Adds a frame: its cell and 3 × atoms fractional positions, read from the start of the array. */
        public void add(Cell cell, double[] fractional) {
            int width = 3 * atoms.count();
            int inChunk = frameCount % framesPerChunk;
            if (inChunk == 0) {
                chunks.add(newChunk(8L * width));
            }
            MemorySegment chunk = chunks.getLast();
            long offset = 8L * width * inChunk;
            if (offset + 8L * width > chunk.byteSize()) { // the first chunk starts small
                MemorySegment grown = arena.allocate(Math.min(2 * chunk.byteSize(), 8L * width * framesPerChunk), 8);
                allocated += grown.byteSize();
                MemorySegment.copy(chunk, 0, grown, 0, chunk.byteSize());
                chunks.set(chunks.size() - 1, grown);
                chunk = grown;
            }
            MemorySegment.copy(fractional, 0, chunk, ValueLayout.JAVA_DOUBLE, offset, width);
            addCell(cell);
            frameCount++;
        }

        private void addCell(Cell cell) {
            if (!variableCell && !cells.isEmpty() && !cell.equals(cells.getFirst())) {
                variableCell = true;
                while (cells.size() < frameCount) {
                    cells.add(cells.getFirst());
                }
            }
            if (variableCell || cells.isEmpty()) {
                cells.add(cell);
            }
        }

        private MemorySegment newChunk(long frameBytes) {
            long bytes = frameBytes * framesPerChunk;
            if (chunks.isEmpty()) {
                bytes = Math.min(bytes, Math.max(frameBytes * 16, 1 << 16) / frameBytes * frameBytes);
            }
            allocated += bytes;
            if (allocated <= inMemoryBytes) {
                return arena.allocate(bytes, 8);
            }
            try {
                Path scratch = Files.createTempFile("ionscape-frames", ".bin");
                checkRoom(scratch, bytes);
                try (FileChannel channel = FileChannel.open(
                        scratch,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE)) {
                    return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("no scratch file could be made for a large trajectory", e);
            }
        }

        /** A mapped file on a full disk would end the program at the first write. */
        private static void checkRoom(Path scratch, long bytes) throws IOException {
            if (Files.getFileStore(scratch).getUsableSpace() < bytes + CHUNK_BYTES) {
                Path folder = scratch.getParent();
                Files.delete(scratch);
                throw InputException.of(
                        folder,
                        "there is no room for the scratch file of a large trajectory; free some space, or start with"
                                + " -Djava.io.tmpdir= naming a folder that has it");
            }
        }

        /** The finished trajectory; at least one frame must have been added. */
        public FrameStore build() {
            if (frameCount == 0) {
                throw new IllegalStateException("no frame was added");
            }
            handedOver = true;
            return new FrameStore(this);
        }

        @Override
        public void close() {
            if (!handedOver) {
                arena.close();
            }
        }
    }
}
