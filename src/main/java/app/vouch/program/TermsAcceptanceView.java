package app.vouch.program;

import app.vouch.platform.access.Actor;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A referrer's consent to a program's terms, as evidence. It is never changed.
 *
 * @param purpose always {@code PROGRAM_TERMS}
 * @param programVersionId the version that had these terms
 * @param attested whether somebody else vouches for it, instead of the referrer's own click
 * @param wordingHash SHA-256 of the wording's bytes in UTF-8, hexadecimal; null where it is
 *     attested
 * @param wording the text that the referrer read
 * @param pageLinkId which link was used; never the link itself
 * @param evidence what the person who attests it says
 * @param recordedBy the referrer, or the person who attests it
 */
@Schema(name = "TermsAcceptance")
@Name("TermsAcceptance")
public record TermsAcceptanceView(
    @Id @NonNull String id,
    @NonNull String purpose,
    @Id @NonNull String referrerId,
    @Id @NonNull String personId,
    @Id @NonNull String programVersionId,
    @NonNull String termsVersion,
    @NonNull TermsChannel channel,
    boolean attested,
    @NonNull Instant acceptedAt,
    @Nullable String wordingHash,
    @Nullable String wording,
    @Id @Nullable String pageLinkId,
    @Nullable String remoteAddress,
    @Nullable String userAgent,
    @Nullable String evidence,
    @NonNull Actor recordedBy) {}
