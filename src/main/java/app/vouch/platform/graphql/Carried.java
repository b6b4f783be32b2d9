package app.vouch.platform.graphql;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of our faults on its way through the executor. */
final class Carried implements GraphQLError {
  private static final long serialVersionUID = 1;

  private final transient GraphqlFault fault;

  Carried(GraphqlFault fault) {
    this.fault = fault;
  }

  GraphqlFault fault() {
    return fault;
  }

  @Override
  public String getMessage() {
    return fault.message();
  }

  @Override
  public @Nullable List<SourceLocation> getLocations() {
    return fault.locations();
  }

  @Override
  public @Nullable List<Object> getPath() {
    return fault.path();
  }

  @Override
  public ErrorClassification getErrorType() {
    return ErrorType.DataFetchingException;
  }

  @Override
  public Map<String, Object> getExtensions() {
    return fault.extensions();
  }
}
