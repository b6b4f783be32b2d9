package app.vouch.introduction;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of introductions in GraphQL. */
public record IntroductionConnection(
    @NonNull List<@NonNull IntroductionEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One introduction and its place. */
  public record IntroductionEdge(@NonNull String cursor, @NonNull IntroductionView node) {}
}
