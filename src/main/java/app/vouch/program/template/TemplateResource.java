package app.vouch.program.template;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Templates over REST. */
@Path("/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class TemplateResource {
  private final TemplateService templates;

  TemplateResource(TemplateService templates) {
    this.templates = templates;
  }

  @POST
  @Path("/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.PROGRAMS_READ)
  @Operation(
      operationId = "previewTemplate",
      summary = "Show what a template makes of sample values; stores nothing")
  public TemplatePreviewView preview(@NotNull PreviewTemplate command) {
    return templates.preview(command);
  }
}
