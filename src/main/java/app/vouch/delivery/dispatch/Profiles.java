package app.vouch.delivery.dispatch;

import app.vouch.delivery.EndpointOptions;
import app.vouch.delivery.SignatureKind;
import app.vouch.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads how endpoints want their deliveries, in the open transaction. */
@ApplicationScoped
class Profiles {
  private final Sql sql;
  private final Clock clock;

  Profiles(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** By endpoint. */
  Map<UUID, Profile> of(Collection<Lane> lanes) {
    List<UUID> endpoints = lanes.stream().map(Lane::endpointId).distinct().toList();
    List<UUID> tenants = lanes.stream().map(Lane::tenantId).distinct().toList();
    Map<UUID, List<SigningKey>> keys = keys(endpoints, tenants);
    Map<UUID, Profile> profiles = new HashMap<>();
    sql.list(
        """
        select id, options, authentication_secret from webhook_endpoint
        where id in (?) and tenant_id in (?)""",
        row ->
            profiles.put(
                row.id("id"),
                new Profile(
                    EndpointOptions.fromJson(row.text("options")),
                    row.bytesOrNull("authentication_secret"),
                    keys.getOrDefault(row.id("id"), List.of()))),
        endpoints,
        tenants);
    return profiles;
  }

  private Map<UUID, List<SigningKey>> keys(List<UUID> endpoints, List<UUID> tenants) {
    Map<UUID, List<SigningKey>> keys = new HashMap<>();
    sql.list(
        """
        select endpoint_id, kind, sealed from webhook_secret
        where endpoint_id in (?) and tenant_id in (?) and (expires_at is null or expires_at > ?)
        order by id desc""",
        row ->
            keys.computeIfAbsent(row.id("endpoint_id"), id -> new ArrayList<>())
                .add(new SigningKey(SignatureKind.valueOf(row.text("kind")), row.bytes("sealed"))),
        endpoints,
        tenants,
        clock.instant());
    return keys;
  }
}
