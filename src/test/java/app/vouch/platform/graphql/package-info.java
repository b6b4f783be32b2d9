/** Tests of the way into and out of GraphQL. */
@NullMarked
package app.vouch.platform.graphql;

import org.jspecify.annotations.NullMarked;
