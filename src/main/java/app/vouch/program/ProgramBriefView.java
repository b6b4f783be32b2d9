package app.vouch.program;

import app.vouch.shared.Language;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whom a program's introducers should think of, by the rules in effect.
 *
 * @param programVersionId the version that says so
 * @param languages in which the version has a brief
 */
@Schema(name = "ProgramBrief")
@Name("ProgramBrief")
public record ProgramBriefView(
    @Id @NonNull String programId,
    @NonNull String programName,
    @Id @NonNull String programVersionId,
    @NonNull List<@NonNull Language> languages,
    @NonNull ProspectBrief brief) {}
