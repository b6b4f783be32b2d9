/** Reads take as many SQL statements for many rows as for one. */
@NullMarked
package app.vouch.statements;

import org.jspecify.annotations.NullMarked;
