package app.vouch.local;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells a developer where the service is and with which key. */
@ApplicationScoped
class Welcome {
  private final Optional<String> key;
  private final String baseUrl;

  Welcome(
      @ConfigProperty(name = LocalMain.DEVELOPMENT_KEY) Optional<String> key,
      @ConfigProperty(name = "vouch.base-url") String baseUrl) {
    this.key = key;
    this.baseUrl = baseUrl;
  }

  void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
    key.ifPresent(
        text ->
            System.out.printf(
                """

                Vouch is at %1$s
                  GraphiQL    %1$s/graphiql
                  Swagger UI  %1$s/docs
                  OpenAPI     %1$s/openapi
                  API key     %2$s

                """,
                baseUrl, text));
  }
}
