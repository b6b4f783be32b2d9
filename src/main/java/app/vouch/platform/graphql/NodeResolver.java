package app.vouch.platform.graphql;

import app.vouch.platform.access.Scope;
import app.vouch.shared.IdType;
import java.util.function.Function;

/**
 * How {@code node(id)} reads one type. A context produces one for each of its views that are a
 * {@link Node}.
 *
 * @param type whose ids it reads
 * @param scope what the key needs, as for the type's own query
 * @param read by TypeID
 */
public record NodeResolver(IdType type, Scope scope, Function<String, ? extends Node> read) {}
