package app.vouch.directory;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.MergePatch;
import app.vouch.platform.http.Responses;
import app.vouch.platform.job.JobView;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** People over REST. */
@Path("/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
public class PersonResource {
  private final PersonService people;
  private final PersonErasureService erasures;
  private final ObjectMapper json;

  PersonResource(PersonService people, PersonErasureService erasures, ObjectMapper json) {
    this.people = people;
    this.erasures = erasures;
    this.json = json;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.PEOPLE_WRITE)
  @Operation(operationId = "upsertPerson", summary = "Make or update a person")
  @APIResponseSchema(value = PersonView.class, responseCode = "201")
  public Response upsert(@NotNull UpsertPerson command) {
    return Responses.of(people.upsert(command));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Needs(Scope.PEOPLE_WRITE)
  @Operation(operationId = "updatePerson", summary = "Change a person that the caller has read")
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(implementation = PersonPatch.class)))
  @APIResponseSchema(PersonView.class)
  public Response update(
      @Encoded @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull JsonNode patch) {
    return Responses.of(
        people.update(
            UpdatePerson.of(
                id, Responses.ifMatch(ifMatch), MergePatch.read(json, patch, PersonPatch.class))));
  }

  @POST
  @Path("/{id}/erasures")
  @Needs(Scope.PEOPLE_ERASE)
  @Operation(operationId = "erasePerson", summary = "Remove what is kept of a person, as a job")
  @APIResponseSchema(value = JobView.class, responseCode = "201")
  public Response erase(@Encoded @PathParam("id") String id) {
    return Responses.of(erasures.begin(new ErasePerson(id, null)));
  }

  @GET
  @Needs(Scope.PEOPLE_READ)
  @Operation(operationId = "people", summary = "List people, the newest first")
  public Page<PersonView> list(
      @QueryParam("email") @Nullable String email,
      @QueryParam("externalRef") @Nullable String externalRef,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return people.list(PageRequest.parse(limit, cursor), new PersonFilter(email, externalRef));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.PEOPLE_READ)
  @Operation(operationId = "person", summary = "Read a person")
  @APIResponseSchema(PersonView.class)
  public Response get(
      @Encoded @PathParam("id") String id,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(people.get(id), ifNoneMatch);
  }
}
