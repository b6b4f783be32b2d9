package app.vouch.platform.page;

import app.vouch.shared.Language;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** The fixed words of pages, in the reader's language. */
public final class Words {

  /** A bundle's words; the bundles' own texts are English. */
  public static <T> T in(Language language, Class<T> bundle) {
    return language == Language.EN
        ? MessageBundles.get(bundle)
        : MessageBundles.get(bundle, Localized.Literal.of(language.tag()));
  }

  private Words() {}
}
