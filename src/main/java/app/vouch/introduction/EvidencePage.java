package app.vouch.introduction;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The consents to an introduction, for somebody who has to check them. */
public record EvidencePage(
    String introduction,
    String connector,
    String prospect,
    String requester,
    Instant readAt,
    List<Item> consents) {

  /**
   * One consent.
   *
   * @param wording the paragraphs that the party read; empty where it is attested
   */
  public record Item(ConsentView consent, String name, List<String> wording) {

    static Item of(ConsentView consent, IntroductionParties who) {
      @Nullable String text = consent.wording();
      String name =
          switch (consent.party()) {
            case CONNECTOR -> who.connector();
            case PROSPECT -> who.prospect();
          };
      return new Item(
          consent,
          name,
          text == null ? List.of() : text.lines().filter(line -> !line.isBlank()).toList());
    }
  }
}
