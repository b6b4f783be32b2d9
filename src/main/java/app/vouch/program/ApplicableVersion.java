package app.vouch.program;

import java.util.UUID;

/** The version of a program that applies; published, so it never changes. */
public record ApplicableVersion(
    UUID programId, UUID versionId, String family, ProgramSettings settings) {}
