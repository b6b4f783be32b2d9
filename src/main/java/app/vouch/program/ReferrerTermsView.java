package app.vouch.program;

import app.vouch.platform.work.Identified;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A referrer and their program's terms.
 *
 * @param id the referrer's
 * @param terms by the rules in effect now; null where the program has none
 * @param outstanding whether the referrer has yet to accept them
 * @param acceptances what the referrer has accepted, the newest first
 */
@Schema(name = "ReferrerTerms")
@Name("ReferrerTerms")
public record ReferrerTermsView(
    @Id @NonNull String id,
    @Nullable ProgramTerms terms,
    boolean outstanding,
    @NonNull List<@NonNull TermsAcceptanceView> acceptances)
    implements Identified {}
