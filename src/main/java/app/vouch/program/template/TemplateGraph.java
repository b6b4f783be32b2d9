package app.vouch.program.template;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Templates over GraphQL. */
@GraphQLApi
public class TemplateGraph {
  private final TemplateService templates;

  TemplateGraph(TemplateService templates) {
    this.templates = templates;
  }

  @Query
  @Needs(Scope.PROGRAMS_READ)
  @Description("What a template makes of sample values; stores nothing.")
  public TemplatePreviewView previewTemplate(@NonNull PreviewTemplate input) {
    return templates.preview(input);
  }
}
