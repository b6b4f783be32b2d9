package app.vouch.program.template;

/**
 * Why a text is no template.
 *
 * @param code kebab-case
 * @param message what is wrong, and where
 */
record TextFault(String code, String message) {}
