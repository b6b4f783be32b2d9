package app.vouch.program;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.program.ProgramVersionConnection.ProgramVersionEdge;
import app.vouch.program.calendar.CalendarService;
import app.vouch.program.calendar.CalendarView;
import app.vouch.shared.IdType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Program versions over GraphQL. */
@GraphQLApi
public class ProgramVersionGraph {
  private final ProgramVersionService versions;
  private final ProgramService programs;
  private final CalendarService calendars;
  private final ObjectMapper json;

  ProgramVersionGraph(
      ProgramVersionService versions,
      ProgramService programs,
      CalendarService calendars,
      ObjectMapper json) {
    this.versions = versions;
    this.programs = programs;
    this.calendars = calendars;
    this.json = json;
  }

  @Query
  @Needs(Scope.PROGRAMS_READ)
  @Description("A program version; its settings are complete.")
  public ProgramVersionView programVersion(@Id @NonNull String id) {
    return versions.get(id);
  }

  @Query
  @Needs(Scope.PROGRAMS_READ)
  @Description("A program's versions, the newest first.")
  public @NonNull ProgramVersionConnection programVersions(
      @Id @NonNull String programId,
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after) {
    return Connections.of(
        IdType.PROGRAM_VERSION,
        versions.list(programId, Connections.page(first, after)),
        after != null,
        ProgramVersionEdge::new,
        ProgramVersionConnection::new);
  }

  @Query
  @Needs(Scope.PROGRAMS_READ)
  @Description("How a version differs from another one of its program.")
  public ProgramVersionDiffView programVersionDiff(
      @Id @NonNull String id, @Id @NonNull String against) {
    return versions.diff(id, against);
  }

  @Mutation
  @Needs(Scope.PROGRAMS_WRITE)
  @Description("Drafts a program's rules; what is left out has the default that the answer shows.")
  public @NonNull CreateProgramVersionPayload createProgramVersion(
      @NonNull CreateProgramVersion input) {
    return Payloads.of(() -> versions.create(input), CreateProgramVersionPayload::new);
  }

  @Mutation
  @Needs(Scope.PROGRAMS_WRITE)
  @Description("Changes a draft; what is left out stays, what is removed has its default again.")
  public @NonNull UpdateProgramVersionPayload updateProgramVersion(
      @NonNull UpdateProgramVersion input) {
    return Payloads.of(() -> versions.update(input.patch(json)), UpdateProgramVersionPayload::new);
  }

  @Mutation
  @Needs(Scope.PROGRAMS_PUBLISH)
  @Description("Publishes a draft; from then on it never changes.")
  public @NonNull PublishProgramVersionPayload publishProgramVersion(
      @NonNull PublishProgramVersion input) {
    return Payloads.of(() -> versions.publish(input), PublishProgramVersionPayload::new);
  }

  @Mutation
  @Needs(Scope.PROGRAMS_WRITE)
  @Description("Publishes (needs programs:publish) or discards a draft.")
  public @NonNull TransitionProgramVersionPayload transitionProgramVersion(
      @NonNull TransitionProgramVersion input) {
    return Payloads.of(() -> versions.transition(input), TransitionProgramVersionPayload::new);
  }

  @Needs(Scope.PROGRAMS_READ)
  @Description("The program whose rules these are.")
  public List<ProgramView> program(@Source List<ProgramVersionView> parents) {
    List<UUID> ids = parents.stream().map(v -> IdType.PROGRAM.inPath(v.programId())).toList();
    Map<UUID, ProgramView> found = programs.byIds(ids.stream().distinct().toList());
    return ids.stream().map(found::get).toList();
  }

  @Needs(Scope.PROGRAMS_READ)
  @Description("When the program's people work; null where the version names no calendar.")
  public List<@Nullable CalendarView> calendar(@Source List<ProgramVersionView> parents) {
    Map<UUID, CalendarView> found =
        calendars.byIds(
            parents.stream()
                .map(ProgramVersionGraph::calendarId)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList());
    return parents.stream().<@Nullable CalendarView>map(v -> found.get(calendarId(v))).toList();
  }

  private static @Nullable UUID calendarId(ProgramVersionView version) {
    return version.calendarId() == null ? null : IdType.CALENDAR.inPath(version.calendarId());
  }

  /** The version, or why not. */
  public record CreateProgramVersionPayload(
      @Nullable ProgramVersionView programVersion, @NonNull List<@NonNull UserError> userErrors) {}

  /** The version, or why not. */
  public record UpdateProgramVersionPayload(
      @Nullable ProgramVersionView programVersion, @NonNull List<@NonNull UserError> userErrors) {}

  /** The version, or why not. */
  public record PublishProgramVersionPayload(
      @Nullable ProgramVersionView programVersion, @NonNull List<@NonNull UserError> userErrors) {}

  /** The version, or why not. */
  public record TransitionProgramVersionPayload(
      @Nullable ProgramVersionView programVersion, @NonNull List<@NonNull UserError> userErrors) {}
}
