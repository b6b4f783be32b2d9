package app.vouch.platform.audit;

import app.vouch.platform.graphql.ConnectionPage;
import app.vouch.platform.work.AuditRecordView;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of audit records in GraphQL. */
public record AuditRecordConnection(
    @NonNull List<@NonNull AuditRecordEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One record and its place. */
  public record AuditRecordEdge(@NonNull String cursor, @NonNull AuditRecordView node) {}
}
