import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/** The program's icon, drawn in every size and packed in every form: PNG, ICO for Windows, ICNS for macOS. */
final class Icons {
    static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48, 64, 128, 256, 512, 1024);
    private static final Color GROUND = new Color(0x0969da);
    /** Types of the pictures in an ICNS by their size. */
    private static final Map<Integer, String> ICNS = new TreeMap<>(
            Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08", 512, "ic09", 1024, "ic10"));

    private Icons() {}

    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<Integer, byte[]> pictures = new TreeMap<>();
        for (int size : SIZES) {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(draw(size), "png", png);
            pictures.put(size, png.toByteArray());
            Files.write(folder.resolve(size + ".png"), png.toByteArray());
        }
        Files.write(folder.resolve("ionscape.ico"), ico(pictures));
        Files.write(folder.resolve("ionscape.icns"), icns(pictures));
        Files.writeString(folder.resolve("ionscape.svg"), SVG);
        return folder;
    }

    /** The form that a system wants. */
    static Path of(Path folder, Package.Os os) {
        return folder.resolve(
                switch (os) {
                    case LINUX -> "512.png";
                    case WINDOWS -> "ionscape.ico";
                    case MAC -> "ionscape.icns";
                });
    }

    private static final String SVG =
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">
              <rect width="20" height="20" rx="5" fill="#0969da"/>
              <path d="M5 14 C8 14 7 6 10 6 C13 6 11 12 15 11" fill="none" stroke="#fff" stroke-width="1.6"
                stroke-linecap="round"/>
            </svg>
            """;

    /** The path of an ion on a blue ground, in units of a twentieth of the size. */
    private static BufferedImage draw(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(size / 20.0, size / 20.0);
        g.setColor(GROUND);
        g.fill(new RoundRectangle2D.Double(0, 0, 20, 20, 10, 10));
        Path2D path = new Path2D.Double();
        path.moveTo(5, 14);
        path.curveTo(8, 14, 7, 6, 10, 6);
        path.curveTo(13, 6, 11, 12, 15, 11);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(size < 32 ? 2 : 1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
        g.dispose();
        return image;
    }

    /** PNGs in the directory of an ICO; 256 is written as 0. */
    private static byte[] ico(Map<Integer, byte[]> pictures) {
        List<Integer> sizes = pictures.keySet().stream().filter(s -> s <= 256).toList();
        int bytes = 6 + 16 * sizes.size();
        int total = bytes + sizes.stream().mapToInt(s -> pictures.get(s).length).sum();
        ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) sizes.size());
        for (int size : sizes) {
            byte[] png = pictures.get(size);
            out.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
            out.putShort((short) 1).putShort((short) 32).putInt(png.length).putInt(bytes);
            bytes += png.length;
        }
        sizes.forEach(size -> out.put(pictures.get(size)));
        return out.array();
    }

    private static byte[] icns(Map<Integer, byte[]> pictures) {
        int total = 8 + ICNS.keySet().stream().mapToInt(s -> 8 + pictures.get(s).length).sum();
        ByteBuffer out = ByteBuffer.allocate(total);
        out.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(total);
        ICNS.forEach((size, type) -> out.put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(8 + pictures.get(size).length)
                .put(pictures.get(size)));
        return out.array();
    }
}
