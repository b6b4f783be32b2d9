package app.vouch.incentive.payout;

import app.vouch.platform.work.Identified;
import app.vouch.platform.work.WithSecret;
import app.vouch.shared.MoneyView;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file of a batch's payments. It is written when it is asked for, and kept nowhere.
 *
 * @param id the batch's
 * @param payments how many are in it
 * @param total their sum
 * @param content the file itself; null where a repeated call would have shown it again
 * @param secretWithheld true where the content is left out: export again with a new key
 */
@Schema(name = "PayoutFile")
@Name("PayoutFile")
public record PayoutFileView(
    @Id @NonNull String id,
    @NonNull PayoutFileFormat format,
    @NonNull String fileName,
    @NonNull String mediaType,
    int payments,
    @NonNull MoneyView total,
    @Nullable String content,
    boolean secretWithheld)
    implements Identified, WithSecret<PayoutFileView> {

  @Override
  public PayoutFileView withheld() {
    return new PayoutFileView(id, format, fileName, mediaType, payments, total, null, true);
  }

  @Override
  public String toString() {
    return "PayoutFile[" + id + " …]";
  }
}
