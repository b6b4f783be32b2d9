package app.vouch.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/**
 * Completes the generated document, once, when the program is built: who may call what, every
 * problem, what may be null, and bounds on everything.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class OpenApiDocument implements OASFilter {
  private final CodeIndex code;

  public OpenApiDocument(IndexView index) {
    code = new CodeIndex(index);
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    DocumentHead.write(document);
    SharedParts.addTo(document.getComponents());
    new Operations(document, code).complete();
    Webhooks.addTo(document);
    new Schemas(document, code).complete();
  }
}
