package app.vouch.program;

import app.vouch.directory.PersonService;
import app.vouch.directory.PersonView;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.program.ReferrerConnection.ReferrerEdge;
import app.vouch.shared.IdType;
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

/** Referrers over GraphQL. */
@GraphQLApi
public class ReferrerGraph {
  private final ReferrerService referrers;
  private final ProgramService programs;
  private final PersonService people;

  ReferrerGraph(ReferrerService referrers, ProgramService programs, PersonService people) {
    this.referrers = referrers;
    this.programs = programs;
    this.people = people;
  }

  @Query
  @Needs(Scope.REFERRERS_READ)
  @Description("A referrer, by their id or ext:system:instance:object:id.")
  public ReferrerView referrer(@Id @NonNull String id) {
    return referrers.get(id);
  }

  @Query
  @Needs(Scope.REFERRERS_READ)
  @Description("Referrers, the newest first.")
  public @NonNull ReferrerConnection referrers(
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after,
      @Nullable ReferrerFilter filter) {
    return Connections.of(
        IdType.REFERRER,
        referrers.list(
            Connections.page(first, after), filter == null ? ReferrerFilter.ALL : filter),
        after != null,
        ReferrerEdge::new,
        ReferrerConnection::new);
  }

  @Mutation
  @Needs(Scope.REFERRERS_WRITE)
  @Description("Enrols a person in a program, or updates the enrolment.")
  public @NonNull EnrolReferrerPayload enrolReferrer(@NonNull EnrolReferrer input) {
    return Payloads.of(() -> referrers.enrol(input), EnrolReferrerPayload::new);
  }

  @Mutation
  @Needs(Scope.REFERRERS_WRITE)
  @Description("Pauses, resumes or removes a referrer.")
  public @NonNull TransitionReferrerPayload transitionReferrer(@NonNull TransitionReferrer input) {
    return Payloads.of(() -> referrers.transition(input), TransitionReferrerPayload::new);
  }

  @Needs(Scope.PEOPLE_READ)
  @Description("Who refers.")
  public List<PersonView> person(@Source List<ReferrerView> parents) {
    List<UUID> ids = parents.stream().map(r -> IdType.PERSON.inPath(r.person().id())).toList();
    Map<UUID, PersonView> found = people.byIds(ids.stream().distinct().toList());
    return ids.stream().map(found::get).toList();
  }

  @Needs(Scope.PROGRAMS_READ)
  @Description("The program in which they are enrolled.")
  public List<ProgramView> program(@Source List<ReferrerView> parents) {
    List<UUID> ids = parents.stream().map(r -> IdType.PROGRAM.inPath(r.programId())).toList();
    Map<UUID, ProgramView> found = programs.byIds(ids.stream().distinct().toList());
    return ids.stream().map(found::get).toList();
  }

  /** The referrer, or why not. */
  public record EnrolReferrerPayload(
      @Nullable ReferrerView referrer, @NonNull List<@NonNull UserError> userErrors) {}

  /** The referrer, or why not. */
  public record TransitionReferrerPayload(
      @Nullable ReferrerView referrer, @NonNull List<@NonNull UserError> userErrors) {}
}
