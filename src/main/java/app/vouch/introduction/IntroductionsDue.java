package app.vouch.introduction;

import app.vouch.platform.due.Due;
import app.vouch.platform.due.DueKind;
import app.vouch.platform.due.DueRange;
import app.vouch.platform.due.DueSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Which introductions wait for somebody, and until when. */
@ApplicationScoped
class IntroductionsDue implements DueSource {
  private final IntroductionRepository introductions;

  IntroductionsDue(IntroductionRepository introductions) {
    this.introductions = introductions;
  }

  @Override
  public Set<DueKind> kinds() {
    return Set.of(DueKind.CONNECTOR_ANSWER, DueKind.PROSPECT_ANSWER, DueKind.INTRODUCE);
  }

  @Override
  public List<Due> due(DueKind kind, DueRange range) {
    return switch (kind) {
      case CONNECTOR_ANSWER -> introductions.due(IntroductionState.REQUESTED, range);
      case PROSPECT_ANSWER -> introductions.due(IntroductionState.PROSPECT_ASKED, range);
      case INTRODUCE -> introductions.due(IntroductionState.MUTUAL, range);
      case REVIEW, FIRST_CONTACT, THANK_YOU, PRIVACY_NOTICE -> List.of();
    };
  }
}
