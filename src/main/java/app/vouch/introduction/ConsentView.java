package app.vouch.introduction;

import app.vouch.platform.access.Actor;
import app.vouch.platform.work.Identified;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One party's recorded answer, as evidence.
 *
 * @param attested whether somebody else vouches for it, instead of the party's own click
 * @param expiresAt until when a yes counts; null for a no
 * @param wordingVersion which wording the page used; null where it is attested
 * @param withdrawal how it was taken back; not in events
 * @param wordingHash SHA-256 of the text's bytes in UTF-8, hexadecimal
 * @param wording the text that the party read; not in events
 * @param tokenId which link was used; never the link itself
 * @param evidence what the person who attests it says; not in events
 * @param recordedBy the party, or the person who attests it
 */
@Schema(name = "Consent")
@Name("Consent")
public record ConsentView(
    @Id @NonNull String id,
    @Id @NonNull String introductionId,
    @NonNull Party party,
    @Id @NonNull String personId,
    @NonNull ConsentPurpose purpose,
    @NonNull ConsentDecision decision,
    @NonNull ConsentChannel channel,
    boolean attested,
    @NonNull Instant decidedAt,
    @Nullable Instant expiresAt,
    @Nullable Instant withdrawnAt,
    @Nullable ConsentWithdrawalView withdrawal,
    @Nullable String wordingVersion,
    @Nullable String wordingHash,
    @Nullable String wording,
    @Nullable String tokenId,
    @Nullable String remoteAddress,
    @Nullable String userAgent,
    @Nullable String evidence,
    @NonNull Actor recordedBy)
    implements Identified {

  /**
   * Without what only the evidence needs: the text, addresses, agents, the attesting person's
   * words.
   */
  ConsentView inEvents() {
    return new ConsentView(
        id,
        introductionId,
        party,
        personId,
        purpose,
        decision,
        channel,
        attested,
        decidedAt,
        expiresAt,
        withdrawnAt,
        null,
        wordingVersion,
        wordingHash,
        null,
        tokenId,
        null,
        null,
        null,
        recordedBy);
  }
}
