package app.vouch.platform.http;

import app.vouch.platform.access.ForAnyone;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where everything is, and what each error means: the pages that problems' types point to. */
@Path("/")
public class DocumentPages {

  @CheckedTemplate(basePath = "documents")
  static final class Templates {
    static native TemplateInstance start(boolean graphiql);

    static native TemplateInstance problems(List<ProblemKind> problems);

    static native TemplateInstance problem(ProblemKind problem);

    private Templates() {}
  }

  private final boolean graphiql;

  DocumentPages(
      @ConfigProperty(name = "quarkus.smallrye-graphql.ui.enabled", defaultValue = "true")
          boolean graphiql) {
    this.graphiql = graphiql;
  }

  @GET
  @ForAnyone
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public TemplateInstance start() {
    return Templates.start(graphiql);
  }

  @GET
  @Path("/problems")
  @ForAnyone
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public TemplateInstance problems() {
    return Templates.problems(kinds());
  }

  @GET
  @Path("/problems")
  @ForAnyone
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public List<ProblemKind> problemsAsJson() {
    return kinds();
  }

  @GET
  @Path("/problems/{code}")
  @ForAnyone
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public TemplateInstance problem(@PathParam("code") String code) {
    return Templates.problem(kind(code));
  }

  @GET
  @Path("/problems/{code}")
  @ForAnyone
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public ProblemKind problemAsJson(@PathParam("code") String code) {
    return kind(code);
  }

  private static List<ProblemKind> kinds() {
    return Arrays.stream(ProblemType.values()).map(ProblemKind::of).toList();
  }

  private static ProblemKind kind(String code) {
    return Arrays.stream(ProblemType.values())
        .filter(type -> type.slug().equals(code))
        .findFirst()
        .map(ProblemKind::of)
        .orElseThrow(() -> new Refusal.NotFound("No problem has this code; see /problems"));
  }
}
