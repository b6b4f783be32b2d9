package app.vouch.program;

import app.vouch.shared.IdType;
import app.vouch.shared.Refusal;
import java.util.Arrays;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Which referrers are wanted; what is left out is any. */
@Input("ReferrerFilter")
public record ReferrerFilter(
    @Id @Nullable String programId,
    @Id @Nullable String personId,
    @Nullable ReferrerState state,
    @Nullable String code) {
  /** Every referrer. */
  public static final ReferrerFilter ALL = new ReferrerFilter(null, null, null, null);

  public ReferrerFilter {}

  /**
   * From query parameters.
   *
   * @throws Refusal.Invalid when the state is unknown
   */
  static ReferrerFilter of(
      @Nullable String programId,
      @Nullable String personId,
      @Nullable String state,
      @Nullable String code) {
    return new ReferrerFilter(programId, personId, state == null ? null : state(state), code);
  }

  private static ReferrerState state(String text) {
    return Arrays.stream(ReferrerState.values())
        .filter(state -> state.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    "/state", "unknown-value", "must be ENROLLED, PAUSED or REMOVED"));
  }

  /**
   * @throws Refusal.Invalid when an id is of another type
   */
  ReferrerRepository.Wanted wanted() {
    return new ReferrerRepository.Wanted(
        IdType.PROGRAM.inQuery("/programId", programId),
        IdType.PERSON.inQuery("/personId", personId),
        state,
        code == null ? null : ReferrerCodes.normalise(code));
  }
}
