package app.vouch.contract;

import app.vouch.TestApi;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Calls by GraphQL, selecting what REST shows. */
final class GraphqlDriver implements Driver {
  private static final GraphqlFields FIELDS = GraphqlFields.committed();
  private static final OpenApiOperations REST = OpenApiOperations.committed();

  @Override
  public Driver other() {
    return new RestDriver();
  }

  @Override
  public Outcome call(Caller caller, String operation, Map<String, ?> input) {
    GraphqlQuery query = new GraphqlQuery(FIELDS, REST, operation, input);
    return outcome(
        operation,
        request(caller).body(Map.of("query", query.text(), "variables", query.variables())));
  }

  @Override
  public Outcome send(Caller caller, String operation, String body) {
    return outcome(operation, request(caller).body(body));
  }

  private static RequestSpecification request(Caller caller) {
    RequestSpecification request = TestApi.api(caller.key());
    return caller.actor() == null ? request : request.header("Vouch-Actor", caller.actor());
  }

  private static Outcome outcome(String operation, RequestSpecification request) {
    Map<String, Object> answer = JsonText.read(request.post("/graphql").asString());
    Outcome outcome = new GraphqlAnswer(operation, FIELDS.isMutation(operation), answer).outcome();
    if (outcome.refusal() == null) {
      Coverage.GRAPHQL.worked(operation);
    }
    return outcome;
  }
}
