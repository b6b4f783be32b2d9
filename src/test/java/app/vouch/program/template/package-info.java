@NullMarked
package app.vouch.program.template;

import org.jspecify.annotations.NullMarked;
