package app.vouch.incentive;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of payee documents in GraphQL. */
public record PayeeDocumentConnection(
    @NonNull List<@NonNull PayeeDocumentEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One of them and its place. */
  public record PayeeDocumentEdge(@NonNull String cursor, @NonNull PayeeDocumentView node) {}
}
