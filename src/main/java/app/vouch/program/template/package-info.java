/** The texts of messages: ours in every language, and a program's own, in a sandbox. */
@NullMarked
package app.vouch.program.template;

import org.jspecify.annotations.NullMarked;
