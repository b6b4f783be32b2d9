package app.vouch.referral;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;

import app.vouch.directory.PersonRef;
import app.vouch.platform.access.Actor;
import app.vouch.platform.tenant.TenantScope;
import app.vouch.program.CaptureSettings;
import app.vouch.program.CreateProgram;
import app.vouch.program.CreateProgramVersion;
import app.vouch.program.EnrolReferrer;
import app.vouch.program.ProgramService;
import app.vouch.program.ProgramSettings.ProspectContact;
import app.vouch.program.ProgramSettings.Review;
import app.vouch.program.ProgramVersionService;
import app.vouch.program.PublishProgramVersion;
import app.vouch.program.ReferrerService;
import app.vouch.shared.IdType;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What must be there before somebody can be referred: a program with its rules, a referrer. */
@ApplicationScoped
public class Story {
  private final TenantScope scope;
  private final ProgramService programs;
  private final ProgramVersionService versions;
  private final ReferrerService referrers;

  Story(
      TenantScope scope,
      ProgramService programs,
      ProgramVersionService versions,
      ReferrerService referrers) {
    this.scope = scope;
    this.programs = programs;
    this.versions = versions;
    this.referrers = referrers;
  }

  /** A program and somebody who refers. */
  record Setting(String programId, String referrerId, String referrerEmail) {

    Map<String, Object> capture(String name, String email) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("prospect", Map.of("name", name, "email", email));
      body.put("referrer", Map.of("id", referrerId));
      body.put("programId", programId);
      return body;
    }

    ValidatableResponse captured(String email) {
      return api().body(capture("Ann Lee", email)).post("/v1/referrals").then();
    }
  }

  static String address() {
    return unique("ann") + "@" + unique("acme") + ".example";
  }

  Setting plain() {
    return setting(null);
  }

  Setting reviewed() {
    return setting(new CaptureSettings(Review.ALL, null, null, null));
  }

  Setting hashing() {
    return setting(new CaptureSettings(null, null, ProspectContact.HASH_UNTIL_OPT_IN, null));
  }

  Setting setting(@Nullable CaptureSettings capture) {
    return inTenant(
        () -> {
          String program =
              programs.create(new CreateProgram(unique("Partners"), null, null, null)).view().id();
          String version =
              versions
                  .create(
                      new CreateProgramVersion(
                          program, null, null, null, null, null, capture, null, null, null, null,
                          null, null, null, null, null, null, null, null))
                  .view()
                  .id();
          versions.publish(new PublishProgramVersion(version, null, null));
          String email = unique("kim") + "@kim.example";
          String referrer =
              referrers
                  .enrol(
                      new EnrolReferrer(
                          program, new PersonRef(null, null, "Kim", email), null, null, null, null))
                  .view()
                  .id();
          return new Setting(program, referrer, email);
        });
  }

  <T> T inTenant(Supplier<T> step) {
    UUID tenant = IdType.TENANT.inPath(api().get("/v1/me").path("tenantId"));
    return scope.call(tenant, Actor.system("test"), "test", step);
  }
}
