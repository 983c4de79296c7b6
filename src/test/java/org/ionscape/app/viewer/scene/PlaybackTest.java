package org.ionscape.app.viewer.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PlaybackTest {
    private final Playback playback = new Playback(1001, OptionalDouble.of(0.02));

    @Test
    void speedCountsPicosecondsOfTheRun() {
        playback.speed(4);
        playback.advance(0.5);
        assertThat(playback.frame()).isEqualTo(100);
        assertThat(playback.timePs().orElseThrow()).isCloseTo(2, within(1e-9));
    }

    @Test
    void aStrideShowsOnlyItsMultiplesAndTheLast() {
        playback.stride(10);
        playback.seek(57);
        assertThat(playback.frame()).isEqualTo(50);
        playback.step(1);
        assertThat(playback.frame()).isEqualTo(60);
        playback.seek(1000);
        assertThat(playback.frame()).isEqualTo(1000);
    }

    @Test
    void loopingBeginsAgainAfterTheLastFrame() {
        playback.speed(1);
        playback.seek(1000);
        playback.advance(0.05);
        assertThat(playback.frame()).isLessThan(5);
    }

    @Test
    void withoutLoopingItStaysAtTheEnd() {
        playback.atEnd(Playback.AtEnd.STOP);
        playback.advance(1e6);
        assertThat(playback.frame()).isEqualTo(1000);
        assertThat(playback.isOver()).isTrue();
    }

    @Test
    void theSuggestedSpeedShowsARunInAboutTwentySeconds() {
        assertThat(playback.totalPs().orElseThrow() / playback.suggestedSpeed()).isBetween(12.0, 30.0);
    }

    @Test
    void aRunWithoutATimeStepPlaysInFrames() {
        Playback untimed = new Playback(200, OptionalDouble.empty());
        untimed.speed(10);
        untimed.advance(3);
        assertThat(untimed.frame()).isEqualTo(30);
        assertThat(untimed.timePs()).isEmpty();
    }

    @Test
    void aSingleFrameDoesNotMove() {
        Playback still = new Playback(1, OptionalDouble.of(1));
        still.advance(10);
        assertThat(still.frame()).isZero();
    }
}
