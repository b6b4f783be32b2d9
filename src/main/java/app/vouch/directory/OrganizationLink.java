package app.vouch.directory;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organization, named where another thing belongs to it. */
@Schema(name = "OrganizationLink")
@Name("OrganizationLink")
public record OrganizationLink(@Id @NonNull String id, @NonNull String name) {}
