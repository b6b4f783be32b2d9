package app.vouch.introduction;

import app.vouch.platform.page.Visitor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shows that a party answered: the page that they saw, or what a named person attests.
 *
 * @param wordingHash SHA-256 of the text on the page
 */
record ConsentProof(
    ConsentChannel channel,
    @Nullable String wordingVersion,
    byte @Nullable [] wordingHash,
    @Nullable String remoteAddress,
    @Nullable String userAgent,
    @Nullable UUID tokenId,
    @Nullable String evidence) {

  static ConsentProof page(Wording wording, Visitor visitor, UUID tokenId) {
    return new ConsentProof(
        ConsentChannel.LINK,
        wording.version(),
        wording.hash(),
        visitor.remoteAddress(),
        visitor.userAgent(),
        tokenId,
        null);
  }

  static ConsentProof withdrawn(Visitor visitor, UUID tokenId) {
    return new ConsentProof(
        ConsentChannel.LINK,
        null,
        null,
        visitor.remoteAddress(),
        visitor.userAgent(),
        tokenId,
        null);
  }

  /** The party used the link that ends all messages. */
  static ConsentProof optOut(UUID tokenId) {
    return new ConsentProof(ConsentChannel.LINK, null, null, null, null, tokenId, null);
  }

  static ConsentProof attested(@Nullable ConsentChannel channel, @Nullable String evidence) {
    return new ConsentProof(
        channel == null ? ConsentChannel.OTHER : channel, null, null, null, null, null, evidence);
  }
}
