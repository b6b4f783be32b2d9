package app.vouch.program;

import static app.vouch.TestApi.OPERATOR_KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;

import java.util.Map;

/** Tenants and programs for tests. */
final class Programs {

  /** The live key of a tenant without programs. */
  static String tenant() {
    return api(OPERATOR_KEY)
        .body(Map.of("name", unique("tenant")))
        .post("/v1/tenants")
        .path("liveKey");
  }

  /** A program that is not the default. */
  static String program(String key) {
    return api(key)
        .body(Map.of("name", unique("Program"), "defaultProgram", false))
        .post("/v1/programs")
        .path("id");
  }

  static String draft(String key, String program, String settings) {
    return api(key).body(settings).post("/v1/programs/" + program + "/versions").path("id");
  }

  static String published(String key, String program, String settings) {
    String version = draft(key, program, settings);
    api(key).post("/v1/program-versions/" + version + "/publish").then().statusCode(200);
    return version;
  }

  private Programs() {}
}
