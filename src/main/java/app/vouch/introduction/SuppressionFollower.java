package app.vouch.introduction;

import app.vouch.directory.Suppressed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;

/** Who is not to be written to any more takes part in no introduction any more. */
@ApplicationScoped
class SuppressionFollower {
  private final IntroductionRepository introductions;
  private final IntroductionSteps steps;

  SuppressionFollower(IntroductionRepository introductions, IntroductionSteps steps) {
    this.introductions = introductions;
    this.steps = steps;
  }

  void follow(@Observes Suppressed suppressed) {
    ConsentProof proof =
        suppressed.byLink() == null
            ? ConsentProof.attested(ConsentChannel.OTHER, null)
            : ConsentProof.optOut(suppressed.byLink());
    introductions.underWay(suppressed.personIds(), suppressed.emailKeys()).stream()
        .flatMap(id -> introductions.locked(id).stream())
        .forEach(
            introduction -> {
              for (Party party : Party.values()) {
                if (reaches(suppressed, introduction, party)) {
                  steps.leave(introduction, party, proof);
                }
              }
            });
  }

  private static boolean reaches(Suppressed suppressed, Introduction introduction, Party party) {
    return suppressed.personIds().contains(introduction.personId(party))
        || party == Party.PROSPECT
            && suppressed.emailKeys().stream()
                .anyMatch(key -> Arrays.equals(key, introduction.prospectEmailKey()));
  }
}
