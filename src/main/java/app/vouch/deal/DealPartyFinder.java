package app.vouch.deal;

import app.vouch.directory.OrganizationLink;
import app.vouch.directory.OrganizationService;
import app.vouch.directory.OrganizationView;
import app.vouch.directory.PersonService;
import app.vouch.platform.reference.ExternalRefs;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds, or makes, whom a change of a deal names. */
@ApplicationScoped
class DealPartyFinder {
  private final OrganizationService organizations;
  private final PersonService people;
  private final ExternalRefs refs;

  DealPartyFinder(OrganizationService organizations, PersonService people, ExternalRefs refs) {
    this.organizations = organizations;
    this.people = people;
    this.refs = refs;
  }

  /**
   * @throws Refusal.Rule {@code unknown-reference} or {@code wrong-id-type}
   * @throws Refusal.Invalid when a party is named twice or not at all
   */
  DealParties find(UpsertDeal command) {
    OrganizationLink organization = organization(command);
    UUID organizationId =
        organization == null ? null : IdType.ORGANIZATION.inPath(organization.id());
    return new DealParties(
        organization, people(command.people(), organizationId), referral(command.referralId()));
  }

  private @Nullable OrganizationLink organization(UpsertDeal command) {
    if (command.organization() != null && command.organizationId() != null) {
      throw new Refusal.Invalid(
          "/organizationId", "ambiguous", "send organization or organizationId, not both");
    }
    OrganizationView found = null;
    if (command.organization() != null) {
      found =
          organizations.resolve(command.organization().name(), command.organization().domainKey());
    } else if (command.organizationId() != null) {
      UUID id = IdType.ORGANIZATION.inBody("/organizationId", command.organizationId());
      found = organizations.byIds(List.of(id)).get(id);
      if (found == null) {
        throw unknown("/organizationId", "organization", command.organizationId());
      }
    }
    return found == null ? null : new OrganizationLink(found.id(), found.name());
  }

  private @Nullable List<UUID> people(
      @Nullable List<DealContact> contacts, @Nullable UUID organizationId) {
    if (contacts == null) {
      return null;
    }
    Set<UUID> named = new LinkedHashSet<>();
    Set<UUID> toCheck = new LinkedHashSet<>();
    for (int i = 0; i < contacts.size(); i++) {
      DealContact contact = contacts.get(i);
      String pointer = "/people/" + i;
      if (contact.personId() != null) {
        UUID id = IdType.PERSON.inBody(pointer + "/personId", contact.personId());
        named.add(id);
        toCheck.add(id);
      } else if (contact.name() != null) {
        named.add(
            IdType.PERSON.inPath(
                people
                    .resolve(contact.name(), contact.email(), contact.phone(), organizationId)
                    .id()));
      } else {
        throw new Refusal.Invalid(pointer, "missing", "needs a personId or a name");
      }
    }
    refuseUnknown(toCheck);
    return List.copyOf(named);
  }

  private void refuseUnknown(Set<UUID> ids) {
    Set<UUID> known = people.byIds(new ArrayList<>(ids)).keySet();
    for (UUID id : ids) {
      if (!known.contains(id)) {
        throw unknown("/people", "person", IdType.PERSON.format(id));
      }
    }
  }

  private @Nullable UUID referral(@Nullable String text) {
    if (text == null || !text.startsWith("ext:")) {
      return IdType.REFERRAL.inBodyNullable("/referralId", text);
    }
    try {
      return refs.inPath(IdType.REFERRAL, text);
    } catch (Refusal.NotFound none) {
      throw unknown("/referralId", "referral", text);
    }
  }

  static Refusal.Rule unknown(String pointer, String what, String reference) {
    return new Refusal.Rule(
        ProblemType.UNKNOWN_REFERENCE,
        "%s: there is no %s %s".formatted(pointer, what, Texts.excerpt(reference)));
  }
}
