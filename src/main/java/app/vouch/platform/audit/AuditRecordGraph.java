package app.vouch.platform.audit;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.audit.AuditRecordConnection.AuditRecordEdge;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.work.AuditRecordService;
import app.vouch.shared.IdType;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Audit records over GraphQL. */
@GraphQLApi
public class AuditRecordGraph {
  private final AuditRecordService records;

  AuditRecordGraph(AuditRecordService records) {
    this.records = records;
  }

  @Query
  @Needs(Scope.AUDIT_READ)
  @Description("Audit records, the newest first.")
  public @NonNull AuditRecordConnection auditRecords(
      @Nullable String resourceId,
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after) {
    return Connections.of(
        IdType.AUDIT_RECORD,
        records.list(resourceId, Connections.page(first, after)),
        after != null,
        AuditRecordEdge::new,
        AuditRecordConnection::new);
  }
}
