package app.vouch.introduction;

import app.vouch.program.ProgramSettings.Sending;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request that the rules have let pass: who shall meet whom, and why. */
record IntroductionRequest(
    @Nullable UUID referralId,
    UUID programVersionId,
    UUID connectorPersonId,
    UUID prospectPersonId,
    String requesterName,
    @Nullable String requesterEmail,
    String subject,
    String context,
    Sending sending) {}
