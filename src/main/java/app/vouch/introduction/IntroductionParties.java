package app.vouch.introduction;

import org.jspecify.annotations.Nullable;

/**
 * The names in an introduction, as pages and messages show them.
 *
 * @param tenant the name of their brand
 */
record IntroductionParties(
    String tenant,
    String connector,
    String prospect,
    String requester,
    @Nullable String requesterEmail) {

  String name(Party party) {
    return switch (party) {
      case CONNECTOR -> connector;
      case PROSPECT -> prospect;
    };
  }
}
