package org.ionscape.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ComputeServiceTest {
    private final ComputeService service = new ComputeService(2);

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aJobGivesItsResult() {
        assertThat(service.submit(Job.of("add", p -> 1 + 1)).join()).isEqualTo(2);
    }

    @Test
    void badInputReachesTheCallerAsItself() {
        JobHandle<Object> job = service.submit(Job.of("read", p -> {
            throw InputException.at(Path.of("XDATCAR"), 9, "a number was expected");
        }));
        assertThatThrownBy(job::join)
                .isInstanceOf(InputException.class)
                .hasMessage("XDATCAR, line 9: a number was expected");
        assertThat(job.state()).isEqualTo(Job.State.FAILED);
        assertThat(job.failure()).isPresent();
        List<Throwable> told = new ArrayList<>();
        job.whenDone().whenComplete((value, failure) -> told.add(failure));
        assertThat(told).singleElement().isInstanceOf(InputException.class);
    }

    @Test
    void anErrorInTheWorkEndsTheJob() {
        JobHandle<Object> job = service.submit(Job.of("deep", p -> {
            throw new StackOverflowError();
        }));
        assertThatThrownBy(job::join).hasCauseInstanceOf(StackOverflowError.class);
        assertThat(job.state()).isEqualTo(Job.State.FAILED);
    }

    @Test
    void aRunningJobStopsAtItsNextCheck() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        JobHandle<Object> job = service.submit(Job.of("endless", p -> {
            running.countDown();
            while (true) {
                p.check();
                Thread.onSpinWait();
            }
        }));
        running.await();
        job.cancel();
        assertThatThrownBy(job::join).isInstanceOf(CancellationException.class);
        assertThat(job.state()).isEqualTo(Job.State.CANCELLED);
        assertThat(service.openJobs()).isEmpty();
    }

    @Test
    void aQueuedJobIsCancelledWithoutEverRunning() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        List<JobHandle<?>> busy = List.of(
                service.submit(Job.of("busy", p -> release.await(20, TimeUnit.SECONDS))),
                service.submit(Job.of("busy", p -> release.await(20, TimeUnit.SECONDS))));
        List<String> ran = Collections.synchronizedList(new ArrayList<>());
        JobHandle<Boolean> queued = service.submit(Job.of("queued", p -> ran.add("ran")));
        queued.cancel();
        assertThat(queued.state()).isEqualTo(Job.State.CANCELLED);
        release.countDown();
        busy.forEach(JobHandle::join);
        assertThat(service.submit(Job.of("after", p -> ran.isEmpty())).join()).isTrue();
    }

    @Test
    void onlyTheNewestOfALatestWinsGroupGivesAResult() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        JobHandle<Integer> first = service.submit(Job.latest("fit", "fit 1", p -> {
            running.countDown();
            release.await();
            return 1; // never looked whether it is still wanted
        }));
        running.await();
        JobHandle<Integer> second = service.submit(Job.latest("fit", "fit 2", p -> 2));
        release.countDown();
        assertThat(second.join()).isEqualTo(2);
        assertThatThrownBy(first::join).isInstanceOf(CancellationException.class);
    }

    @Test
    void aFinalStateIsToldOnceAndNeverChanges() {
        List<Job.State> told = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch ended = new CountDownLatch(1);
        service.addListener(new JobListener() {
            @Override
            public void stateChanged(JobHandle<?> job, Job.State state) {
                told.add(state);
                if (state.isFinal()) {
                    ended.countDown();
                }
            }
        });
        JobHandle<Integer> job = service.submit(Job.of("one", p -> 1));
        job.join();
        job.cancel();
        assertThat(ended.getCount() == 0 || job.state() == Job.State.SUCCEEDED).isTrue();
        assertThat(job.state()).isEqualTo(Job.State.SUCCEEDED);
        assertThat(told.stream().filter(Job.State::isFinal).count()).isLessThanOrEqualTo(1);
    }

    @Test
    void onceItIsClosedJobsAreCancelledAndTasksLeftOut() {
        service.close();
        for (JobHandle<Integer> late :
                List.of(service.submit(Job.of("late", p -> 1)), service.submit(Job.latest("late", "late", p -> 1)))) {
            assertThat(late.state()).isEqualTo(Job.State.CANCELLED);
            assertThatThrownBy(late::join).isInstanceOf(CancellationException.class);
        }
        assertThat(service.openJobs()).isEmpty();
        assertThatThrownBy(() -> service.parallel(List.of(() -> 1))).isInstanceOf(CancellationException.class);
        List<String> done = new ArrayList<>();
        service.inOrder().execute(() -> done.add("late"));
        assertThat(done).isEmpty();
    }

    @Test
    void partsKeepTheirOrderAndMayOutnumberTheThreads() {
        List<Callable<Integer>> tasks = IntStream.range(0, 50)
                .<Callable<Integer>>mapToObj(i -> () -> i * i)
                .toList();
        List<Integer> squares =
                service.submit(Job.of("squares", p -> service.parallel(tasks))).join();
        assertThat(squares)
                .isEqualTo(IntStream.range(0, 50).map(i -> i * i).boxed().toList());
    }

    @Test
    void theFailureOfAPartIsTheFailureOfItsJob() {
        List<Callable<Integer>> tasks = List.of(() -> 1, () -> {
            throw InputException.of(Path.of("a"), "no");
        });
        assertThatThrownBy(() -> service.submit(Job.of("parts", p -> service.parallel(tasks)))
                        .join())
                .isInstanceOf(InputException.class);
    }
}
