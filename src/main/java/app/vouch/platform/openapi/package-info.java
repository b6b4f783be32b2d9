/** The OpenAPI document: what the framework cannot see in the code is added when it is built. */
@NullMarked
package app.vouch.platform.openapi;

import org.jspecify.annotations.NullMarked;
