package app.vouch.platform.graphql;

import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** Relay's PageInfo. */
@Name("PageInfo")
public record ConnectionPage(
    boolean hasNextPage,
    boolean hasPreviousPage,
    @Nullable String startCursor,
    @Nullable String endCursor) {}
