package app.vouch.program;

import java.util.UUID;

/** A referrer who may refer now. */
public record EnrolledReferrer(UUID id, UUID personId, UUID programId, String name) {}
