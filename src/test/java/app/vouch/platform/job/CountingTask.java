package app.vouch.platform.job;

import app.vouch.platform.access.RequestContext;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Counts up, one number a piece, and does as it is told. */
@ApplicationScoped
@Unremovable
class CountingTask implements JobTask<CountingTask.Upto> {

  /** The last number. */
  record Upto(int last) {}

  private final Map<UUID, List<Integer>> counted = new ConcurrentHashMap<>();
  private final Map<UUID, String> actors = new ConcurrentHashMap<>();
  private final RequestContext request;
  private volatile @Nullable RuntimeException fault;

  CountingTask(RequestContext request) {
    this.request = request;
  }

  @Override
  public String kind() {
    return "test-counting";
  }

  @Override
  public Class<Upto> inputType() {
    return Upto.class;
  }

  void failWith(@Nullable RuntimeException why) {
    fault = why;
  }

  List<Integer> counted(UUID jobId) {
    return counted.getOrDefault(jobId, List.of());
  }

  @Nullable String actorOf(UUID jobId) {
    return actors.get(jobId);
  }

  @Override
  public JobSlice run(UUID jobId, Upto input, @Nullable String cursor) {
    actors.put(jobId, request.actor().id());
    int number = cursor == null ? 1 : Integer.parseInt(cursor);
    RuntimeException why = fault;
    if (why != null && number == 2) {
      throw why;
    }
    counted.computeIfAbsent(jobId, id -> new CopyOnWriteArrayList<>()).add(number);
    JobItem item =
        number == 3
            ? JobItem.refused("no_3", new Refusal.Rule(ProblemType.UNKNOWN_REFERENCE, "no 3"))
            : JobItem.done("no_" + number);
    return new JobSlice(
        1, List.of(item), number == input.last() ? null : Integer.toString(number + 1));
  }
}
