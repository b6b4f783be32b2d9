package app.vouch.introduction;

import java.util.UUID;

/** What other contexts need to know of an introduction. */
public record IntroductionFacts(
    UUID id, UUID referralId, UUID connectorPersonId, UUID prospectPersonId) {}
