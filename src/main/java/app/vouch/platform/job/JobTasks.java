package app.vouch.platform.job;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of job that the contexts contribute. */
@ApplicationScoped
class JobTasks {
  private final Map<String, JobTask<?>> tasks;

  JobTasks(@All List<JobTask<?>> tasks) {
    this.tasks =
        tasks.stream().collect(Collectors.toUnmodifiableMap(JobTask::kind, Function.identity()));
  }

  /**
   * @throws IllegalStateException when no context contributes the kind
   */
  JobTask<?> of(String kind) {
    JobTask<?> task = tasks.get(kind);
    if (task == null) {
      throw new IllegalStateException("no kind of job is named " + kind);
    }
    return task;
  }
}
