package app.vouch.introduction;

import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The two whose agreement an introduction needs. */
@Schema(name = "IntroductionParty")
@Name("IntroductionParty")
public enum Party {
  CONNECTOR(ConsentPurpose.INTRODUCE_ME),
  PROSPECT(ConsentPurpose.SHARE_MY_CONTACT);

  private final ConsentPurpose purpose;

  Party(ConsentPurpose purpose) {
    this.purpose = purpose;
  }

  /** What this party is asked to agree to. */
  public ConsentPurpose purpose() {
    return purpose;
  }
}
