package org.ionscape.app.viewer.scene;

import java.util.OptionalDouble;

/**
 * The arithmetic of playing: which frame is due. Time is kept in frames as a real number; what is shown is the last
 * frame at or before it that the stride allows. Without a known time step, speed counts frames instead of picoseconds.
 */
public final class Playback {
    /** What happens after the last frame. */
    public enum AtEnd {
        STOP,
        LOOP
    }

    private final int frameCount;
    private final OptionalDouble framePs;
    private double position;
    private double speedPerS;
    private int stride = 1;
    private AtEnd atEnd = AtEnd.LOOP;

    /**
     * Playing of some frames.
     *
     * @param framePs time between frames in ps; empty: unknown
     */
    public Playback(int frameCount, OptionalDouble framePs) {
        this.frameCount = Math.max(1, frameCount);
        this.framePs = framePs;
        this.speedPerS = suggestedSpeed();
    }

    /** A speed of 1, 2 or 5 times a power of ten at which the run lasts about twenty seconds. */
    public double suggestedSpeed() {
        double raw = Math.max(1, frameCount - 1) * framePs.orElse(1) / 20;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double lead = raw / power;
        return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
    }

    /** Speed in ps of the run for each second, or in frames for each second while the time step is unknown. */
    public void speed(double perSecond) {
        speedPerS = perSecond;
    }

    public double speed() {
        return speedPerS;
    }

    /** Shows only every so many frames. */
    public void stride(int frames) {
        stride = Math.max(1, frames);
    }

    public int stride() {
        return stride;
    }

    public void atEnd(AtEnd what) {
        atEnd = what;
    }

    /** Lets time pass. */
    public void advance(double seconds) {
        position += seconds * speedPerS / framePs.orElse(1);
        double last = frameCount - 1;
        if (position > last) {
            position = atEnd == AtEnd.LOOP && last > 0 ? position % (last + 1) : last;
        }
    }

    /** Whether playing has come to its end. */
    public boolean isOver() {
        return atEnd == AtEnd.STOP && position >= frameCount - 1;
    }

    /** The frame to show. */
    public int frame() {
        int whole = (int) Math.floor(position + 1e-9);
        return whole >= frameCount - 1 ? frameCount - 1 : whole / stride * stride;
    }

    public void seek(int frame) {
        position = Math.clamp(frame, 0, frameCount - 1);
    }

    /** One stride on or back, counted from the frame shown. */
    public void step(int strides) {
        seek(frame() + strides * stride);
    }

    public int frameCount() {
        return frameCount;
    }

    /** Time of the frame shown since the first, ps; empty while the time step is unknown. */
    public OptionalDouble timePs() {
        return framePs.isPresent() ? OptionalDouble.of(frame() * framePs.getAsDouble()) : OptionalDouble.empty();
    }

    /** Time of the last frame, ps. */
    public OptionalDouble totalPs() {
        return framePs.isPresent()
                ? OptionalDouble.of((frameCount - 1) * framePs.getAsDouble())
                : OptionalDouble.empty();
    }

    /** So many picoseconds in frames; all of the run while the time step is unknown. */
    public int framesOf(double ps) {
        return (int) Math.min(frameCount, Math.round(ps / framePs.orElse(Math.max(1e-3, ps / 200))));
    }
}
