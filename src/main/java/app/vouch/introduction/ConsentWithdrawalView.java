package app.vouch.introduction;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a consent was taken back. */
@Schema(name = "ConsentWithdrawal")
@Name("ConsentWithdrawal")
public record ConsentWithdrawalView(
    @NonNull Instant withdrawnAt,
    @NonNull ConsentChannel channel,
    @Nullable String remoteAddress,
    @Nullable String userAgent) {}
