package app.vouch.platform.openapi;

import app.vouch.platform.access.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** Title, licence, server, key and tags. */
final class DocumentHead {
  /** The name of the security scheme. */
  static final String KEY = "key";

  private static final String DESCRIPTION =
      """
      Headless referrals: capture, double opt-in introductions, attribution, rewards and webhooks.

      Times are RFC 3339 in UTC, amounts decimal strings with their currency, ids TypeIDs such as `ref_01h455vb4pex5vsknk084sn02q`. Unknown members of a body are refused. Every write can be repeated safely with an `Idempotency-Key`. Every answer carries `X-Request-Id`. Errors are `application/problem+json`; the `code` is stable, and `type` is an address that explains it. GraphQL at `/graphql` offers the same operations under the same names. Changes go out as signed webhooks, see `webhooks`.""";

  static void write(OpenAPI document) {
    document.setInfo(
        OASFactory.createInfo()
            .title("Vouch")
            .version("1")
            .description(DESCRIPTION)
            .license(OASFactory.createLicense().name("Apache License 2.0").identifier("Apache-2.0"))
            .contact(
                OASFactory.createContact()
                    .name("The operator of this Vouch")
                    .email("support@vouch.invalid")));
    document.setServers(
        List.of(
            OASFactory.createServer()
                .url("https://{host}")
                .description("Production: where your operator runs Vouch")
                .addExtension("x-internal", false)
                .addVariable(
                    "host", OASFactory.createServerVariable().defaultValue("vouch.invalid"))));
    document.getComponents().addSecurityScheme(KEY, scheme());
    document.setTags(tags(document));
  }

  private static SecurityScheme scheme() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .bearerFormat("an API key, or a JWT (RFC 8725) of the configured OpenID provider")
        .description(
            "An API key, or a token of the configured provider. Scopes (`x-scope` of each operation): "
                + Arrays.stream(Scope.values())
                    .map(scope -> "`" + scope.text() + "`")
                    .collect(Collectors.joining(", ")));
  }

  /** The tags in use, in order, each saying what can be done under it. */
  private static List<Tag> tags(OpenAPI document) {
    TreeMap<String, List<String>> summaries = new TreeMap<>();
    for (PathItem path : document.getPaths().getPathItems().values()) {
      for (Operation operation : path.getOperations().values()) {
        if (operation.getTags() != null) {
          operation
              .getTags()
              .forEach(
                  tag ->
                      summaries
                          .computeIfAbsent(tag, t -> new java.util.ArrayList<>())
                          .add(operation.getOperationId()));
        }
      }
    }
    return summaries.entrySet().stream()
        .map(
            e ->
                OASFactory.createTag()
                    .name(e.getKey())
                    .description(e.getValue().stream().sorted().collect(Collectors.joining(", "))))
        .toList();
  }

  private DocumentHead() {}
}
