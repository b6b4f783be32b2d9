package app.vouch.program;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.program.ProgramConnection.ProgramEdge;
import app.vouch.shared.IdType;
import app.vouch.shared.Language;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Programs over GraphQL. */
@GraphQLApi
public class ProgramGraph {
  private final ProgramService programs;
  private final ProgramVersionService versions;
  private final ProgramBriefService briefs;

  ProgramGraph(
      ProgramService programs, ProgramVersionService versions, ProgramBriefService briefs) {
    this.briefs = briefs;
    this.programs = programs;
    this.versions = versions;
  }

  @Query
  @Needs(Scope.PROGRAMS_READ)
  @Description("A program.")
  public ProgramView program(@Id @NonNull String id) {
    return programs.get(id);
  }

  @Query
  @Needs(Scope.PROGRAMS_READ)
  @Description("Programs, the newest first.")
  public @NonNull ProgramConnection programs(
      @DefaultValue("50") @Nullable Integer first, @Nullable String after) {
    return Connections.of(
        IdType.PROGRAM,
        programs.list(Connections.page(first, after)),
        after != null,
        ProgramEdge::new,
        ProgramConnection::new);
  }

  @Query
  @Needs(Scope.PROGRAMS_READ)
  @Description("Whom the program's introducers should think of, by the rules in effect.")
  public ProgramBriefView programBrief(@Id @NonNull String programId, @Nullable Language language) {
    return briefs.get(programId, language);
  }

  @Mutation
  @Needs(Scope.PROGRAMS_WRITE)
  @Description("Makes a program.")
  public @NonNull CreateProgramPayload createProgram(@NonNull CreateProgram input) {
    return Payloads.of(() -> programs.create(input), CreateProgramPayload::new);
  }

  @Mutation
  @Needs(Scope.PROGRAMS_WRITE)
  @Description("Renames a program or makes it the default.")
  public @NonNull UpdateProgramPayload updateProgram(@NonNull UpdateProgram input) {
    return Payloads.of(() -> programs.update(input), UpdateProgramPayload::new);
  }

  @Mutation
  @Needs(Scope.PROGRAMS_WRITE)
  @Description("Archives a program.")
  public @NonNull TransitionProgramPayload transitionProgram(@NonNull TransitionProgram input) {
    return Payloads.of(() -> programs.transition(input), TransitionProgramPayload::new);
  }

  @Needs(Scope.PROGRAMS_READ)
  @Description("The program's versions, the newest first, at most 20.")
  public List<List<ProgramVersionView>> versions(@Source List<ProgramView> parents) {
    List<UUID> ids = parents.stream().map(p -> IdType.PROGRAM.inPath(p.id())).toList();
    Map<UUID, List<ProgramVersionView>> found = versions.ofPrograms(ids);
    return ids.stream().map(id -> found.getOrDefault(id, List.of())).toList();
  }

  /** The program, or why not. */
  public record CreateProgramPayload(
      @Nullable ProgramView program, @NonNull List<@NonNull UserError> userErrors) {}

  /** The program, or why not. */
  public record UpdateProgramPayload(
      @Nullable ProgramView program, @NonNull List<@NonNull UserError> userErrors) {}

  /** The program, or why not. */
  public record TransitionProgramPayload(
      @Nullable ProgramView program, @NonNull List<@NonNull UserError> userErrors) {}
}
