package app.vouch.directory;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person, named where another thing belongs to them. */
@Schema(name = "PersonLink")
@Name("PersonLink")
public record PersonLink(@Id @NonNull String id, @NonNull String name) {}
