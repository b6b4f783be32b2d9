/**
 * Assembles the container image. It lives among the tests so that the image builder never becomes
 * part of the application.
 */
@NullMarked
package app.vouch.image;

import org.jspecify.annotations.NullMarked;
