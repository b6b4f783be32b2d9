package app.vouch.introduction;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Messages over REST. */
@Path("/v1/messages/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Introductions")
public class MessageResource {
  private final MessageService messages;

  MessageResource(MessageService messages) {
    this.messages = messages;
  }

  @POST
  @Path("/render")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.INTRODUCTIONS_SEND)
  @Operation(
      operationId = "renderMessage",
      summary = "Make a message's text and a fresh link; the earlier link stops working")
  @APIResponseSchema(RenderedMessageView.class)
  public Response render(@PathParam("id") String id, @Nullable RenderMessage command) {
    return Responses.of(messages.render(RenderMessage.of(id, command)));
  }

  @POST
  @Path("/retry")
  @Needs(Scope.INTRODUCTIONS_SEND)
  @Operation(
      operationId = "retryMessage",
      summary = "Have the mails of a message that failed tried again")
  @APIResponseSchema(MessageView.class)
  public Response retry(@PathParam("id") String id) {
    return Responses.of(messages.retry(new RetryMessage(id, null)));
  }
}
