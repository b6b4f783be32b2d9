package app.vouch.platform.audit;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.work.AuditRecordService;
import app.vouch.platform.work.AuditRecordView;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Audit records over REST. */
@Path("/v1/audit-records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class AuditRecordResource {
  private final AuditRecordService records;

  AuditRecordResource(AuditRecordService records) {
    this.records = records;
  }

  @GET
  @Needs(Scope.AUDIT_READ)
  @Operation(operationId = "auditRecords", summary = "List audit records, the newest first")
  public Page<AuditRecordView> list(
      @QueryParam("resourceId") @Nullable String resourceId,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return records.list(resourceId, PageRequest.parse(limit, cursor));
  }
}
