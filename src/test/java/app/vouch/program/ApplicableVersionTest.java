package app.vouch.program;

import static app.vouch.TestApi.OPERATOR_KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.vouch.platform.access.Actor;
import app.vouch.platform.tenant.TenantScope;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other contexts ask: which rules apply, and who may refer. */
@QuarkusTest
class ApplicableVersionTest {
  @Inject ProgramService programs;
  @Inject ReferrerService referrers;
  @Inject TenantScope scope;
  @Inject Work work;
  @Inject Clock clock;

  private UUID tenant = new UUID(0, 0);
  private String key = "";

  @BeforeEach
  void makeTenant() {
    JsonPath made =
        api(OPERATOR_KEY).body(Map.of("name", unique("tenant"))).post("/v1/tenants").jsonPath();
    tenant = IdType.TENANT.inPath(made.getString("id"));
    key = made.getString("liveKey");
  }

  @Test
  void shouldApplyTheVersionInEffectWhenThereAreSeveral() {
    String program = defaultProgram();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String past = published(program, now.minus(Duration.ofDays(60)));
    String present = published(program, now.minus(Duration.ofDays(30)));
    String future = published(program, now.plus(Duration.ofDays(30)));

    assertThat(applicableAt(now.minus(Duration.ofDays(60)))).isEqualTo(past);
    assertThat(applicableAt(now.minus(Duration.ofDays(31)))).isEqualTo(past);
    assertThat(applicableAt(now)).isEqualTo(present);
    assertThat(applicableAt(now.plus(Duration.ofDays(30)))).isEqualTo(future);
    assertThat(refusal(() -> applicableAt(now.minus(Duration.ofDays(61)))))
        .isEqualTo(ProblemType.PROGRAM_NOT_OPEN);
  }

  @Test
  void shouldReadAPinnedVersionWhenItIsSuperseded() {
    String program = defaultProgram();
    String first = Programs.published(key, program, "{\"family\":\"friends\"}");
    Programs.published(key, program, "{}");

    ApplicableVersion pinned =
        inTenant(() -> programs.version(IdType.PROGRAM_VERSION.inPath(first)));

    assertThat(pinned.programId()).isEqualTo(IdType.PROGRAM.inPath(program));
    assertThat(pinned.family()).isEqualTo("friends");
    assertThat(pinned.settings().attribution().model()).isEqualTo(AttributionModel.FIRST_TOUCH);
  }

  @Test
  void shouldRefuseWhenNoProgramIsOpen() {
    Instant now = clock.instant();
    assertThat(refusal(() -> applicable(null, now))).isEqualTo(ProblemType.NO_DEFAULT_PROGRAM);
    assertThat(refusal(() -> applicable("prg_01h455vb4pex5vsknk084sn02q", now)))
        .isEqualTo(ProblemType.UNKNOWN_REFERENCE);

    String program = defaultProgram();
    assertThat(refusal(() -> applicable(null, now))).isEqualTo(ProblemType.PROGRAM_NOT_OPEN);

    Programs.published(key, program, "{}");
    api(key).body(Map.of("action", "ARCHIVE")).post("/v1/programs/" + program + "/transitions");
    assertThat(refusal(() -> applicable(program, clock.instant())))
        .isEqualTo(ProblemType.PROGRAM_NOT_OPEN);
    assertThat(refusal(() -> applicable(null, clock.instant())))
        .isEqualTo(ProblemType.NO_DEFAULT_PROGRAM);
  }

  @Test
  void shouldFindTheReferrerByIdAndCodeAndPerson() {
    String program = defaultProgram();
    Programs.published(key, program, "{}");
    JsonPath kim = enrolled(program);
    String code = kim.getString("code").toLowerCase(java.util.Locale.ROOT);

    EnrolledReferrer byId = resolve(ReferrerRef.ofId(kim.getString("id")));

    assertThat(byId.name()).isEqualTo("Kim");
    assertThat(IdType.REFERRER.format(byId.id())).isEqualTo(kim.getString("id"));
    assertThat(resolve(new ReferrerRef(null, code, null, null))).isEqualTo(byId);
    assertThat(resolve(person("Kim", "kim@mail.example"))).isEqualTo(byId);
  }

  @Test
  void shouldRefuseTheReferrerWhenTheyMayNotReferHere() {
    String program = defaultProgram();
    Programs.published(key, program, "{}");
    JsonPath kim = enrolled(program);
    String elsewhere = enrolled(Programs.program(key)).getString("id");
    api(key)
        .body(Map.of("action", "PAUSE"))
        .post("/v1/referrers/" + kim.getString("id") + "/transitions");

    assertThat(refusal(() -> resolve(ReferrerRef.ofId(kim.getString("id")))))
        .isEqualTo(ProblemType.REFERRER_NOT_ENROLLED);
    assertThat(refusal(() -> resolve(ReferrerRef.ofId(elsewhere))))
        .isEqualTo(ProblemType.REFERRER_NOT_ENROLLED);
    assertThat(refusal(() -> resolve(person("Lou", "lou@mail.example"))))
        .isEqualTo(ProblemType.REFERRER_NOT_ENROLLED);
    assertThat(refusal(() -> resolve(new ReferrerRef(null, "NOBODY", null, null))))
        .isEqualTo(ProblemType.UNKNOWN_REFERENCE);
    assertThat(refusal(() -> resolve(new ReferrerRef(null, null, null, null))))
        .isEqualTo(ProblemType.INVALID_REQUEST);
    assertThat(refusal(() -> resolve(new ReferrerRef(kim.getString("id"), "X", null, null))))
        .isEqualTo(ProblemType.INVALID_REQUEST);
  }

  @Test
  void shouldEnrolSomebodyNewWhenTheProgramTakesEverybody() {
    String program = defaultProgram();
    Programs.published(key, program, "{\"capture\":{\"openEnrolment\":true}}");

    EnrolledReferrer lou = resolve(person("Lou", "lou@mail.example"));

    assertThat(lou.name()).isEqualTo("Lou");
    assertThat(resolve(person("Lou", "lou@mail.example"))).isEqualTo(lou);
  }

  @Test
  void shouldHideOneTenantsProgramsFromAnother() {
    String program = defaultProgram();
    String version = Programs.published(key, program, "{}");
    UUID id = IdType.PROGRAM_VERSION.inPath(version);
    inTenant(() -> programs.version(id));

    String other = Programs.tenant();

    api(other).get("/v1/programs/" + program).then().statusCode(404);
    api(other).get("/v1/program-versions/" + version).then().statusCode(404);
    api(other).get("/v1/programs/" + program + "/versions").then().statusCode(404);
  }

  private String defaultProgram() {
    return api(key).body(Map.of("name", "Default")).post("/v1/programs").path("id");
  }

  private String published(String program, Instant effectiveFrom) {
    return Programs.published(key, program, "{\"effectiveFrom\":\"" + effectiveFrom + "\"}");
  }

  private JsonPath enrolled(String program) {
    return api(key)
        .body(
            Map.of(
                "programId", program, "person", Map.of("name", "Kim", "email", "kim@mail.example")))
        .post("/v1/referrers")
        .jsonPath();
  }

  private static ReferrerRef person(String name, String email) {
    return new ReferrerRef(null, null, null, new ReferrerRef.ReferringPerson(name, email));
  }

  private String applicableAt(Instant at) {
    return IdType.PROGRAM_VERSION.format(inTenant(() -> programs.applicable(null, at)).versionId());
  }

  private ApplicableVersion applicable(String program, Instant at) {
    return inTenant(() -> programs.applicable(program, at));
  }

  private EnrolledReferrer resolve(ReferrerRef ref) {
    return inTenant(() -> referrers.resolve(ref, programs.applicable(null, clock.instant())));
  }

  private <T> T inTenant(Supplier<T> call) {
    return scope.call(
        tenant,
        Actor.system("test"),
        "test",
        () -> {
          AtomicReference<T> answer = new AtomicReference<>();
          work.step("test", () -> answer.set(call.get()));
          return answer.get();
        });
  }

  private static ProblemType refusal(Runnable call) {
    return catchThrowableOfType(Refusal.class, call::run).type();
  }
}
