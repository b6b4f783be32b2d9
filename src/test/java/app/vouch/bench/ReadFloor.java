package app.vouch.bench;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration.TransactionIsolation;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * A bare server: the HTTP server and the pool that the service has too, and between them nothing
 * but JDBC and a JSON writer. Nobody signs in, nothing is checked.
 */
public final class ReadFloor {
  private static final String BY_ID = "/v1/referrals/";
  private static final int LIST = 50;

  private final Vertx vertx = Vertx.vertx();
  private final AgroalDataSource pool;
  private final ReadQueries queries;

  private ReadFloor(AgroalDataSource pool, ReadQueries queries) {
    this.pool = pool;
    this.queries = queries;
  }

  /**
   * @param arguments the port
   */
  public static void main(String... arguments) throws SQLException {
    AgroalDataSource pool = pool(System.getenv());
    ReadQueries queries;
    try (Connection connection = pool.getConnection()) {
      queries = ReadQueries.ofTheOnlyTenant(connection);
    }
    new ReadFloor(pool, queries).listen(Integer.parseInt(arguments[0]));
  }

  /** As large as the service's. */
  private static AgroalDataSource pool(Map<String, String> environment) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.initialSize(4)
                        .minSize(4)
                        .maxSize(20)
                        .acquisitionTimeout(Duration.ofSeconds(5))
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .jdbcUrl(environment.get("VOUCH_DB_URL"))
                                    .principal(new NamePrincipal(environment.get("VOUCH_DB_USER")))
                                    .credential(
                                        new SimplePassword(environment.get("VOUCH_DB_PASSWORD")))
                                    .jdbcTransactionIsolation(
                                        TransactionIsolation.READ_COMMITTED))));
  }

  private void listen(int port) {
    vertx
        .createHttpServer()
        .requestHandler(this::handle)
        .listen(port, "127.0.0.1")
        .onFailure(
            fault -> {
              fault.printStackTrace();
              System.exit(1);
            });
  }

  private interface Query {
    byte[] answer(Connection connection) throws Exception;
  }

  private void handle(HttpServerRequest request) {
    String path = request.path();
    if (path.startsWith(BY_ID)) {
      answer(request, connection -> queries.one(connection, path.substring(BY_ID.length())));
    } else if (path.equals("/v1/referrals")) {
      answer(request, connection -> queries.list(connection, LIST));
    } else if (path.equals("/graphql")) {
      request.body().onSuccess(body -> answer(request, c -> queries.graph(c, LIST)));
    } else {
      request.response().end();
    }
  }

  private void answer(HttpServerRequest request, Query query) {
    vertx
        .executeBlocking(
            () -> {
              try (Connection connection = pool.getConnection()) {
                return query.answer(connection);
              }
            },
            false)
        .onSuccess(
            body ->
                request
                    .response()
                    .putHeader("Content-Type", "application/json")
                    .end(Buffer.buffer(body)))
        .onFailure(fault -> request.response().setStatusCode(500).end(fault.toString()));
  }
}
