package app.vouch.incentive.proof;

import app.vouch.incentive.proof.LedgerProofConnections.LedgerHeadConnection;
import app.vouch.incentive.proof.LedgerProofConnections.LedgerHeadEdge;
import app.vouch.incentive.proof.LedgerProofConnections.LedgerVerificationConnection;
import app.vouch.incentive.proof.LedgerProofConnections.LedgerVerificationEdge;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.shared.IdType;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** The proof of the books over GraphQL. */
@GraphQLApi
public class LedgerProofGraph {
  private final LedgerVerificationService verifications;
  private final LedgerHeadService heads;

  LedgerProofGraph(LedgerVerificationService verifications, LedgerHeadService heads) {
    this.verifications = verifications;
    this.heads = heads;
  }

  @Query
  @Needs(Scope.LEDGER_READ)
  @Description("What a verification of the books found.")
  public LedgerVerificationView ledgerVerification(@Id @NonNull String id) {
    return verifications.get(id);
  }

  @Query
  @Needs(Scope.LEDGER_READ)
  @Description("Verifications of the books, the newest first.")
  public @NonNull LedgerVerificationConnection ledgerVerifications(
      @DefaultValue("50") @Nullable Integer first, @Nullable String after) {
    return Connections.of(
        IdType.LEDGER_VERIFICATION,
        verifications.list(Connections.page(first, after)),
        after != null,
        LedgerVerificationEdge::new,
        LedgerVerificationConnection::new);
  }

  @Query
  @Needs(Scope.LEDGER_READ)
  @Description("A signed head of the ledger's chain, by its id.")
  public LedgerHeadView ledgerHead(@Id @NonNull String id) {
    return heads.get(id);
  }

  @Query
  @Needs(Scope.LEDGER_READ)
  @Description("The signed heads of the ledger's chain, the newest first.")
  public @NonNull LedgerHeadConnection ledgerHeads(
      @DefaultValue("50") @Nullable Integer first, @Nullable String after) {
    return Connections.of(
        IdType.LEDGER_HEAD,
        heads.list(Connections.page(first, after)),
        after != null,
        LedgerHeadEdge::new,
        LedgerHeadConnection::new);
  }

  @Mutation
  @Needs(Scope.LEDGER_READ)
  @Description("Recomputes the chain, every sum and every balance, as a job.")
  public @NonNull VerifyLedgerPayload verifyLedger(@NonNull VerifyLedger input) {
    return Payloads.of(() -> verifications.begin(input), VerifyLedgerPayload::new);
  }

  /** The verification, or why not. */
  public record VerifyLedgerPayload(
      @Nullable LedgerVerificationView ledgerVerification,
      @NonNull List<@NonNull UserError> userErrors) {}
}
