package app.vouch.program;

import app.vouch.platform.work.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A program as callers see it.
 *
 * @param defaultProgram whether it takes the referrals that name no program
 */
@Schema(name = "Program")
@Name("Program")
public record ProgramView(
    @Id @NonNull String id,
    @NonNull String name,
    @NonNull String family,
    boolean defaultProgram,
    @NonNull ProgramState state,
    int version,
    @NonNull Instant createdAt,
    @NonNull Instant updatedAt)
    implements Versioned {}
