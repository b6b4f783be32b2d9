/** API keys and sign-in: who a key or token belongs to, and the resources that manage keys. */
@NullMarked
package app.vouch.platform.key;

import org.jspecify.annotations.NullMarked;
