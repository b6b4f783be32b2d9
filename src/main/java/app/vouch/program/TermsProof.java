package app.vouch.program;

import app.vouch.platform.page.Visitor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shows that a referrer accepted terms: the page that they saw, or what a named person
 * attests.
 *
 * @param wording the text on the page
 * @param pageLinkId the link with which the page was opened
 */
public record TermsProof(
    TermsChannel channel,
    @Nullable String wording,
    @Nullable UUID pageLinkId,
    @Nullable String remoteAddress,
    @Nullable String userAgent,
    @Nullable String evidence) {

  public static TermsProof page(String wording, UUID pageLinkId, Visitor visitor) {
    return new TermsProof(
        TermsChannel.LINK, wording, pageLinkId, visitor.remoteAddress(), visitor.userAgent(), null);
  }

  static TermsProof attested(TermsChannel channel, String evidence) {
    return new TermsProof(channel, null, null, null, null, evidence);
  }
}
