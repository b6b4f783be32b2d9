package app.vouch;

import app.vouch.platform.access.Actor;
import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Events;
import app.vouch.platform.event.Fact;
import app.vouch.platform.tenant.Realms;
import app.vouch.platform.tenant.TenantScope;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import app.vouch.shared.Uuid7;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Tenants of one test alone, and facts that no context publishes. */
@ApplicationScoped
public class TestRealm {
  private final Realms realms;
  private final TenantScope scope;
  private final Work work;
  private final Events events;
  private final Uuid7 ids;

  TestRealm(Realms realms, TenantScope scope, Work work, Events events, Uuid7 ids) {
    this.realms = realms;
    this.scope = scope;
    this.work = work;
    this.events = events;
    this.ids = ids;
  }

  /** A fact about nothing in particular. */
  public record TestFact(EventType type, UUID resourceId, int version) implements Fact {
    @Override
    public IdType resourceType() {
      return IdType.ORGANIZATION;
    }

    @Override
    public Object view() {
      return Map.of("id", IdType.ORGANIZATION.format(resourceId), "name", "Ünïted & Söns");
    }
  }

  /** The live realm of a new tenant. */
  public UUID make() {
    return QuarkusTransaction.requiringNew().call(() -> realms.create("Test").live());
  }

  public <T> T in(UUID tenant, Supplier<T> step) {
    return scope.call(tenant, Actor.system("test"), "test", step);
  }

  /** Publishes facts about a new resource, in one write. */
  public UUID publish(UUID tenant, String... types) {
    UUID resource = ids.next();
    publish(tenant, resource, types);
    return resource;
  }

  public void publish(UUID tenant, UUID resource, String... types) {
    in(
        tenant,
        () -> {
          work.step(
              "test",
              () ->
                  List.of(types)
                      .forEach(
                          type ->
                              events.publish(
                                  new TestFact(EventType.of(type).orElseThrow(), resource, 1))));
          return resource;
        });
  }
}
