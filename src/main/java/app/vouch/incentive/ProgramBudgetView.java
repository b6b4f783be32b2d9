package app.vouch.incentive;

import app.vouch.platform.work.Identified;
import app.vouch.shared.MoneyView;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a program may spend in one currency, for ever, and what it has.
 *
 * @param id the program's
 * @param limit null for no limit
 * @param spent what was granted and not taken back, whether approved or not
 * @param left null for no limit; below zero where the limit was set below what was spent
 * @param waiting rewards that wait for room
 * @param waitingAmount their sum
 */
@Schema(name = "ProgramBudget")
@Name("ProgramBudget")
public record ProgramBudgetView(
    @Id @NonNull String id,
    @NonNull String currency,
    @Nullable MoneyView limit,
    @NonNull MoneyView spent,
    @Nullable MoneyView left,
    int waiting,
    @NonNull MoneyView waitingAmount)
    implements Identified {}
