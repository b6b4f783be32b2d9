package app.vouch.introduction;

import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Texts;
import java.util.List;

/**
 * An introduction must say why both would care. What counts is what is left when blanks, marks and
 * the phrases that fit everybody are gone.
 */
final class ContextRule {
  private static final int LEAST_CHARACTERS = 20;
  private static final int LEAST_DIFFERENT_CHARACTERS = 6;

  /** Longer phrases before those that they contain. */
  private static final List<String> BOILERPLATE =
      List.of(
          "i would like to add you to my professional network on linkedin",
          "i'd like to add you to my professional network on linkedin",
          "i would like to add you to my professional network",
          "i would like to be introduced",
          "i would love to be introduced",
          "i would like to connect",
          "i would love to connect",
          "i'd like to connect",
          "i'd love to connect",
          "would like to connect",
          "would love to connect",
          "i want to connect",
          "let's connect",
          "lets connect",
          "please connect us",
          "please introduce us",
          "please introduce me",
          "please make an introduction",
          "can you introduce us",
          "can you introduce me",
          "could you introduce us",
          "could you introduce me",
          "you two should meet",
          "you should meet",
          "you two should talk",
          "you should talk",
          "i hope this finds you well",
          "hope this finds you well",
          "i hope you are well",
          "hope you are well",
          "i hope you're well",
          "looking forward to hearing from you",
          "looking forward to it",
          "pick your brain",
          "quick call",
          "quick chat",
          "synergies",
          "synergy",
          "mutual benefit",
          "mutually beneficial",
          "to whom it may concern",
          "dear sir or madam",
          "best regards",
          "kind regards",
          "thank you",
          "thanks",
          "please",
          "hello",
          "lorem ipsum");

  /**
   * @throws Refusal.Rule {@code context-required}
   */
  static void check(String context) {
    String rest = Texts.nameKey(context.replace('’', '\''));
    for (String phrase : BOILERPLATE) {
      rest = rest.replace(phrase, " ");
    }
    int[] said = rest.codePoints().filter(Character::isLetterOrDigit).toArray();
    long different = java.util.Arrays.stream(said).distinct().count();
    if (said.length < LEAST_CHARACTERS || different < LEAST_DIFFERENT_CHARACTERS) {
      throw new Refusal.Rule(
          ProblemType.CONTEXT_REQUIRED,
          "say in context why both would care, in at least %d characters of your own; phrases that fit everybody do not count"
              .formatted(LEAST_CHARACTERS));
    }
  }

  private ContextRule() {}
}
