package app.vouch.directory;

import static app.vouch.platform.erasure.PersonalData.empty;
import static app.vouch.platform.erasure.PersonalData.names;
import static app.vouch.platform.erasure.PersonalData.replace;

import app.vouch.platform.erasure.Erased;
import app.vouch.platform.erasure.PersonalData;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What any view tells of a person next to their id: a person, a prospect, a referrer, an actor; and
 * what it tells of how they answered.
 */
@ApplicationScoped
class PersonMembers implements PersonalData {
  private static final List<String> OF_A_PERSON =
      List.of("email", "phone", "country", "organization");
  private static final List<String> OF_AN_ANSWER =
      List.of("remoteAddress", "userAgent", "evidence", "wording");

  @Override
  public void remove(ObjectNode object, Erased person) {
    if (names(object, "id", person)) {
      if (object.has("type")) {
        empty(object, "name");
      } else {
        replace(object, "name", person);
      }
      if (object.has("email")) {
        empty(object, "externalRefs");
      }
      OF_A_PERSON.forEach(member -> clear(object, member));
    }
    if (names(object, "personId", person)) {
      OF_AN_ANSWER.forEach(member -> clear(object, member));
      if (object.get("withdrawal") instanceof ObjectNode withdrawal) {
        OF_AN_ANSWER.forEach(member -> clear(withdrawal, member));
      }
    }
  }

  private static void clear(ObjectNode object, String member) {
    if (object.has(member)) {
      object.putNull(member);
    }
  }
}
