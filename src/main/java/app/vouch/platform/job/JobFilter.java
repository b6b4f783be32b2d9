package app.vouch.platform.job;

import app.vouch.shared.Choices;
import app.vouch.shared.Refusal;
import java.util.Map;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Which jobs a list shows; what is null does not matter. */
@Input("JobFilter")
public record JobFilter(@Nullable JobState state, @Nullable String kind) {
  static final JobFilter ALL = new JobFilter(null, null);

  public JobFilter {}

  /**
   * From query parameters.
   *
   * @throws Refusal.Invalid when the state is unknown
   */
  static JobFilter parse(@Nullable String state, @Nullable String kind) {
    return new JobFilter(Choices.parse(JobState.class, "/state", state), kind);
  }

  String where(Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder("id < :after");
    if (state != null) {
      where.append(" and state = :state");
      parameters.put("state", state);
    }
    if (kind != null) {
      where.append(" and kind = :kind");
      parameters.put("kind", kind);
    }
    return where.toString();
  }
}
