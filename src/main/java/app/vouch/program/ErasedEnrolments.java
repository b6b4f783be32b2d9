package app.vouch.program;

import app.vouch.platform.erasure.Erased;
import app.vouch.platform.erasure.Erasing;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Whoever is erased leaves every program. */
@ApplicationScoped
class ErasedEnrolments implements Erasing {
  private final ReferrerService referrers;

  ErasedEnrolments(ReferrerService referrers) {
    this.referrers = referrers;
  }

  @Override
  public String what() {
    return "enrolments";
  }

  @Override
  public Stage stage() {
    return Stage.STOP;
  }

  @Override
  public Step erase(Erased person, @Nullable String place) {
    return Step.last(referrers.removeEverywhere(person.personId(), "ERASURE"));
  }
}
