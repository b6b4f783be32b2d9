package app.vouch.incentive;

import app.vouch.incentive.PayeeDocumentConnection.PayeeDocumentEdge;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.shared.IdType;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Payees' documents over GraphQL. */
@GraphQLApi
public class PayeeDocumentGraph {
  private final PayeeDocumentService documents;

  PayeeDocumentGraph(PayeeDocumentService documents) {
    this.documents = documents;
  }

  @Query
  @Needs(Scope.REWARDS_READ)
  @Description("A payee's document.")
  public PayeeDocumentView payeeDocument(@Id @NonNull String id) {
    return documents.get(id);
  }

  @Query
  @Needs(Scope.REWARDS_READ)
  @Description("Payees' documents, the newest first.")
  public @NonNull PayeeDocumentConnection payeeDocuments(
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after,
      @Nullable PayeeDocumentFilter filter) {
    return Connections.of(
        IdType.PAYEE_DOCUMENT,
        documents.list(
            Connections.page(first, after), filter == null ? PayeeDocumentFilter.ALL : filter),
        after != null,
        PayeeDocumentEdge::new,
        PayeeDocumentConnection::new);
  }

  @Mutation
  @Needs(Scope.REWARDS_WRITE)
  @Description("Says that a payee has handed in or declared something.")
  public @NonNull RecordPayeeDocumentPayload recordPayeeDocument(
      @NonNull RecordPayeeDocument input) {
    return Payloads.of(() -> documents.record(input), RecordPayeeDocumentPayload::new);
  }

  @Mutation
  @Needs(Scope.REWARDS_WRITE)
  @Description("Lets a payee's document count no more.")
  public @NonNull RevokePayeeDocumentPayload revokePayeeDocument(
      @NonNull RevokePayeeDocument input) {
    return Payloads.of(() -> documents.revoke(input), RevokePayeeDocumentPayload::new);
  }

  /** The document, or why not. */
  public record RecordPayeeDocumentPayload(
      @Nullable PayeeDocumentView payeeDocument, @NonNull List<@NonNull UserError> userErrors) {}

  /** The document, or why not. */
  public record RevokePayeeDocumentPayload(
      @Nullable PayeeDocumentView payeeDocument, @NonNull List<@NonNull UserError> userErrors) {}
}
