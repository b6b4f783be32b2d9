package app.vouch.program;

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

  public ReferrerFilter {}
}
