package app.vouch.platform.key;

import static app.vouch.TestApi.api;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bearer tokens of an OpenID provider that this test plays itself. */
@Tag("once")
@QuarkusTest
@TestProfile(OidcTest.WithProvider.class)
class OidcTest {

  /** Starts the provider before the service. */
  public static class WithProvider implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("vouch.oidc.url", Provider.START.url(), "vouch.oidc.audience", "vouch");
    }
  }

  /** Discovery and key set, nothing more. */
  private record Provider(String url, KeyPair keys) {
    static final Provider START = start();

    static Provider start() {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        HttpServer server =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        serve(
            server,
            "/.well-known/openid-configuration",
            "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(url, url));
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        serve(
            server,
            "/keys",
            "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k1\",\"alg\":\"RS256\",\"use\":\"sig\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(
                    base64(key.getModulus().toByteArray()),
                    base64(key.getPublicExponent().toByteArray())));
        server.start();
        return new Provider(url, keys);
      } catch (IOException | NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void serve(HttpServer server, String path, String json) {
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      server.createContext(
          path,
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
    }

    private static String base64(byte[] number) {
      int skip = number[0] == 0 ? 1 : 0;
      byte[] magnitude = java.util.Arrays.copyOfRange(number, skip, number.length);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
    }
  }

  @Test
  void shouldTakeTenantAndScopesFromTheTokenWhenItIsValid() {
    String tenant = api().get("/v1/me").path("tenantId");
    String token = token(tenant, "organizations:read operator", "vouch");

    api(token)
        .get("/v1/me")
        .then()
        .statusCode(200)
        .body("tenantId", equalTo(tenant))
        .body("actor.type", equalTo("OIDC_USER"))
        .body("actor.id", equalTo("kim"))
        .body("scopes.size()", equalTo(1));
    api(token).get("/v1/organizations").then().statusCode(200);
    api(token).get("/v1/tenants").then().statusCode(403);
  }

  @Test
  void shouldRefuseTheTokenWhenAudienceOrTenantIsWrong() {
    String tenant = api().get("/v1/me").path("tenantId");

    api(token(tenant, "organizations:read", "other")).get("/v1/me").then().statusCode(401);
    api(token("ten_00000000000000000000000001", "organizations:read", "vouch"))
        .get("/v1/me")
        .then()
        .statusCode(401);
    api(token(tenant, "organizations:read", "vouch") + "x").get("/v1/me").then().statusCode(401);
  }

  private static String token(String tenant, String scope, String audience) {
    return Jwt.issuer(Provider.START.url())
        .subject("kim")
        .audience(audience)
        .claim("vouch_tenant", tenant)
        .claim("scope", scope)
        .jws()
        .keyId("k1")
        .sign(Provider.START.keys().getPrivate());
  }
}
