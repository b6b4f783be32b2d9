/** The way into and out of GraphQL: guard, payloads, connections, errors. */
@NullMarked
package app.vouch.platform.graphql;

import org.jspecify.annotations.NullMarked;
