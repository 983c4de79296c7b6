package org.ionscape.app;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import org.testfx.util.WaitForAsyncUtils;

/** Looks at the window on its own thread: elsewhere the nodes looked for change while they are looked for. */
public final class OnWindow {
    /** So long that only what never comes is missed, on a busy machine too. */
    private static final long PATIENCE_S = 120;

    private OnWindow() {}

    /** Waits until something holds. */
    public static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_S, TimeUnit.SECONDS, () -> ask(condition::getAsBoolean));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What the window answers. */
    public static <T> T ask(Callable<T> question) {
        try {
            return Platform.isFxApplicationThread()
                    ? question.call()
                    : WaitForAsyncUtils.asyncFx(question).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
